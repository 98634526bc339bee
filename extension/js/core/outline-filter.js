import { bySite, filtered } from "./outline.js";
import { fold } from "./text.js";

/** @import {Entry, Row, Section} from "./outline.js" */

/**
 * The sections as they show.
 * @param {readonly Section[]} sections
 * @param {string} words
 * @param {{ of: (url: string) => unknown } | undefined} marks  To leave out what is saved.
 * @param {number | undefined} _version  Of the marks.
 * @param {boolean} isBySite
 */
export function sectionsOf(sections, words, marks, _version, isBySite) {
  const wanted = fold(words).split(" ").filter(Boolean);
  const kept = filtered(
    sections,
    (entry) => !marks?.of(entry.url) && wanted.every((word) => textOf(entry).includes(word)),
  );
  return isBySite ? bySite(kept) : kept;
}

/** @param {readonly Row[]} rows */
export function entriesOf(rows) {
  return rows.flatMap((row) => (row.kind === "entry" ? [row.entry] : []));
}

/** @type {WeakMap<Entry, string>} */
const texts = new WeakMap();

/**
 * What an entry is found by.
 * @param {Entry} entry
 */
function textOf(entry) {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const text = fold(`${entry.title} ${entry.host} ${readable(entry.url)}`);
  texts.set(entry, text);
  return text;
}

/** @param {string} url */
function readable(url) {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
