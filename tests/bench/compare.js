import { domainToUnicode } from "node:url";

/** @import {Field} from "./fields.js" */

/** What publishers write now one way, now the other. @type {Record<string, string>} */
const SAME = {
  "’": "'",
  "‘": "'",
  "´": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "…": "...",
  "\u200b": "",
  "\ufeff": "",
  "\u00ad": "",
  "\u200e": "",
  "\u200f": "",
};
const TO_FOLD = new RegExp(`[${Object.keys(SAME).join("")}]`, "gu");

/** How much of a description has to be there, where the rest is cut off. */
const ENOUGH_OF_A_DESCRIPTION = 40;

const DAY = 24 * 60 * 60 * 1000;

/**
 * Whether two values of a field say the same.
 * @param {Field} field
 * @param {string} value what was read
 * @param {string} declared what the page declares
 */
export function isSame(field, value, declared) {
  switch (field) {
    case "title":
    case "site_name":
      return foldText(value) === foldText(declared);
    case "description":
      return isSameDescription(foldText(value), foldText(declared));
    case "lang":
      return primaryLanguage(value) === primaryLanguage(declared);
    case "published":
      return isAboutTheSameDay(dayOf(value), dayOf(declared));
    case "author":
      return foldText(value) === foldText(declared) || isSameSet(names(value), names(declared));
    default:
      return foldUrl(value) === foldUrl(declared);
  }
}

/** @param {string} text */
function foldText(text) {
  return text
    .normalize("NFC")
    .replace(TO_FOLD, (character) => SAME[character] ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/**
 * @param {string} value
 * @param {string} declared
 */
function isSameDescription(value, declared) {
  const start = value.replace(/\.\.\.$/, "").trim();
  const isLong = value.length >= ENOUGH_OF_A_DESCRIPTION;
  return value === declared || (isLong && declared.startsWith(start));
}

/** @param {string} tag */
const primaryLanguage = (tag) => tag.trim().toLowerCase().split(/[-_]/)[0]?.slice(0, 3) ?? "";

/**
 * The day of a date, as days since 1970.
 * @param {string} text
 */
function dayOf(text) {
  const found = /^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})/.exec(text);
  const day = found ? new Date(`${found[1]}-${found[2]}-${found[3]}T00:00:00Z`) : new Date(NaN);
  // 31 June would be read as 1 July.
  const exists = day.getUTCDate() === Number(found?.[3]);
  return exists ? day.getTime() / DAY : undefined;
}

/**
 * Publishers and readers live in different time zones.
 * @param {number} [one]
 * @param {number} [other]
 */
function isAboutTheSameDay(one, other) {
  return one !== undefined && other !== undefined && Math.abs(one - other) <= 1;
}

/** @param {string} text */
function names(text) {
  const list = foldText(text).replace(/^(by|von|par|por)\s+/, "");
  const parts = list.split(/,| and | und | & |\/|;|\|/).map((name) => name.trim());
  return new Set(parts.filter(Boolean));
}

/**
 * @param {Set<string>} one
 * @param {Set<string>} other
 */
function isSameSet(one, other) {
  return one.size === other.size && [...one].every((name) => other.has(name));
}

/**
 * An address without its scheme, `www.`, port, fragment, last slash and escapes.
 * @param {string} text
 */
function foldUrl(text) {
  const [, authority = "", path = "", query = ""] =
    /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/i.exec(text.trim()) ?? [];
  const name = authority.replace(/^.*@/, "").replace(/:\d*$/, "").toLowerCase();
  const host = name.includes("xn--") ? domainToUnicode(name) || name : name;
  const search = query && `?${withoutEscapes(query)}`;
  return host.replace(/^www\./, "") + withoutEscapes(path).replace(/\/+$/, "") + search;
}

/** @param {string} text */
function withoutEscapes(text) {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) =>
    Buffer.from(escapes.replaceAll("%", ""), "hex").toString(),
  );
}
