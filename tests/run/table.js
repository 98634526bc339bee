import { OUTCOMES } from "./account.js";

/** @import {Job, LinkView, ReportEntry, SaveReport} from "../../extension/wasm/urlink.js" */

const URL_WIDTH = 52;
const TITLE_WIDTH = 40;

/**
 * How far a job is, in a line.
 * @param {Job} job
 */
export function progressLine({ total, counts }) {
  const read = total - counts.waiting;
  const { saved, partial, failed, blocked } = counts;
  return `${read}/${total} read: ${saved} saved, ${partial} partial, ${failed} failed, ${blocked} blocked`;
}

/**
 * What became of every line, in the order in which they were given; blank ones are left out.
 * @param {SaveReport} report
 * @param {Map<string, LinkView>} links
 * @param {Map<string, number>} milliseconds by url
 * @returns {string[]}
 */
export function tableLines(report, links, milliseconds) {
  const rows = OUTCOMES.filter((outcome) => outcome !== "skipped")
    .flatMap((outcome) => report[outcome].map((entry) => ({ outcome, entry })))
    .sort((one, other) => one.entry.line - other.entry.line);
  const head = row("url", "state", "title", "image", "ms");
  return [head, ...rows.map(({ outcome, entry }) => rowOf(outcome, entry, links, milliseconds))];
}

/**
 * How many lines ended where.
 * @param {SaveReport} report
 */
export function summaryLine(report) {
  return OUTCOMES.map((outcome) => `${report[outcome].length} ${outcome}`).join(", ");
}

/**
 * @param {(typeof OUTCOMES)[number]} outcome
 * @param {ReportEntry} entry
 * @param {Map<string, LinkView>} links
 * @param {Map<string, number>} milliseconds
 */
function rowOf(outcome, entry, links, milliseconds) {
  const url = entry.url ?? entry.input;
  if (outcome === "duplicates") return row(url, "duplicate", entry.message ?? "", "", "");
  const link = links.get(entry.id ?? "");
  const problem = entry.message ? ` (${entry.message})` : "";
  const time = milliseconds.get(entry.url ?? "");
  return row(
    url,
    outcome,
    link ? link.title + problem : (entry.message ?? ""),
    link ? (link.image ? "yes" : "no") : "",
    time === undefined ? "" : String(time),
  );
}

/**
 * @param {string} url
 * @param {string} state
 * @param {string} title
 * @param {string} image
 * @param {string} time
 */
function row(url, state, title, image, time) {
  return [
    fit(url, URL_WIDTH),
    fit(state, 9),
    fit(title, TITLE_WIDTH),
    fit(image, 5),
    time.padStart(6),
  ].join("  ");
}

/**
 * Cut or filled to so many columns of a terminal, in which Korean takes two a letter.
 * @param {string} text
 * @param {number} columns
 */
function fit(text, columns) {
  const clean = text.replace(/\p{Cc}/gu, " ").slice(0, 8 * columns);
  const segments = Array.from(new Intl.Segmenter().segment(clean), ({ segment }) => segment);
  const letters = segments.slice(0, columns + 1);
  if (width(letters) <= columns) return clean + " ".repeat(columns - width(letters));
  while (width(letters) > columns - 1) letters.pop();
  return `${letters.join("")}…${" ".repeat(columns - 1 - width(letters))}`;
}

/** @param {string[]} letters */
const width = (letters) => letters.reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);

const WIDE =
  /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{Extended_Pictographic}\uff01-\uff60]/u;
