/** @import {SaveReport, ReportEntry} from "../../extension/wasm/urlink.js" */

/** The lists of a report whose lines have been dealt with. */
export const OUTCOMES = /** @type {const} */ ([
  "saved",
  "partial",
  "failed",
  "blocked",
  "duplicates",
  "skipped",
]);

/** The report shows this much of a line. */
const SHOWN = 200;

/**
 * Looks for lines that are lost: each has to be in exactly one list of the report, as it was given.
 * @param {string} text the list as it was pasted
 * @param {SaveReport} report
 * @returns {string[]} what is wrong, in sentences; empty where all is well
 */
export function findLost(text, report) {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === "") lines.pop();
  /** @type {Map<number, string>} */
  const places = new Map();
  const wrong = [];
  for (const outcome of OUTCOMES) {
    for (const entry of report[outcome]) {
      const name = `line ${entry.line + 1}`;
      const elsewhere = places.get(entry.line);
      if (elsewhere) wrong.push(`${name} is in ${elsewhere} and in ${outcome}`);
      else if (!shows(entry, lines[entry.line])) wrong.push(`${name} is not what was given`);
      places.set(entry.line, outcome);
    }
  }
  for (const { line } of report.waiting) {
    wrong.push(`line ${line + 1} still waits`);
    places.set(line, "waiting");
  }
  for (const [index, line] of lines.entries()) {
    if (!places.has(index)) wrong.push(`line ${index + 1} is lost: ${line.slice(0, SHOWN)}`);
  }
  return wrong;
}

/**
 * @param {ReportEntry} entry
 * @param {string | undefined} line
 */
function shows(entry, line) {
  if (line === undefined) return entry.input === "";
  const input = entry.input.replace(/…$/, "");
  return line.normalize().includes(input) || line.includes(input);
}
