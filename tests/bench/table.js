import { FIELDS } from "./fields.js";

/** @import {Field} from "./fields.js" */
/** @import {Score} from "./score.js" */
/** @import {Speed} from "./statistics.js" */

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {string} host
 * @property {Speed} speed
 * @property {{save: number, everything: number}} ratio how many times as long as ours, same host
 * @property {Record<Field, Score>} scores
 * @property {number} failed pages
 */

/**
 * @param {Result[]} results
 * @returns {string[]} lines
 */
export function speedTable(results) {
  const rows = results.map(({ name, host, speed, ratio }) => [
    name,
    host,
    figure(speed.megabytesPerSecond),
    figure(speed.p50),
    figure(speed.p95),
    `${figure(ratio.save)} x`,
    `${figure(ratio.everything)} x`,
  ]);
  const head = ["", "in", "MB/s", "ms a page, p50", "p95", "time: a save is 1", "everything is 1"];
  return markdown(head, ["---", "---", ...Array(5).fill("---:")], rows);
}

/**
 * @param {Result[]} results
 * @returns {string[]} lines
 */
export function exactnessTable(results) {
  const declared = FIELDS.map((field) => String(results[0]?.scores[field].declared ?? 0));
  const rows = results.map(({ name, scores }) => [
    name,
    ...FIELDS.map((field) => foundAndRight(scores[field])),
  ]);
  const head = ["", ...FIELDS.map((field) => field.replace("_", " "))];
  const align = ["---", ...FIELDS.map(() => "---:")];
  return markdown(head, align, [["pages that declare it", ...declared], ...rows]);
}

/** @param {Score} score */
function foundAndRight({ declared, found, right }) {
  if (found === 0) return "-";
  return `${percent(found, declared)} / ${percent(right, declared)}`;
}

/**
 * @param {number} part
 * @param {number} whole
 */
const percent = (part, whole) => ((100 * part) / whole).toFixed(1).replace(/^100\.0$/, "100");

/**
 * Three digits that count, and not more behind the point than that takes.
 * @param {number} value
 */
export function figure(value) {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toFixed(Math.min(digits, 3));
}

/**
 * @param {string[]} head
 * @param {string[]} align
 * @param {string[][]} rows
 */
export function markdown(head, align, rows) {
  return [head, align, ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}
