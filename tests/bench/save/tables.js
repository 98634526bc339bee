import { figure, markdown } from "../table.js";

/** @import {Row} from "./summary.js" */

/** @param {number} count */
export const grouped = (count) => count.toLocaleString("en");

/** @param {number} milliseconds */
export const duration = (milliseconds) =>
  milliseconds < 1000 ? `${figure(milliseconds)} ms` : `${figure(milliseconds / 1000)} s`;

/** @param {number | undefined} ratio */
export const times = (ratio) => (ratio === undefined ? "" : `${figure(ratio)} x`);

/**
 * @param {Row[]} rows
 * @returns {string[]} lines
 */
export function raceTable(rows) {
  const head = ["urls", "", "time", "floor is 1", "urLink is 1", "MB", "CPU s", "not read"];
  const align = ["---:", "---", ...Array(6).fill("---:")];
  const cells = rows.map((row) => [
    grouped(row.urls),
    row.name,
    duration(row.milliseconds),
    times(row.toFloor),
    times(row.toOurs),
    figure(row.bytes / 1e6),
    row.cpu === undefined ? "" : figure(row.cpu),
    grouped(row.failed),
  ]);
  return markdown(head, align, cells);
}
