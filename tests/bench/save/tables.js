import { figure, markdown } from "../table.js";

/** @import {Manners} from "./manners.js" */
/** @import {Click, Row} from "./summary.js" */

/** @param {number} count */
export const grouped = (count) => count.toLocaleString("en");

/** @param {number} milliseconds */
export const duration = (milliseconds) =>
  milliseconds < 1000 ? `${figure(milliseconds)} ms` : `${figure(milliseconds / 1000)} s`;

/** @param {number | undefined} ratio */
export const times = (ratio) => (ratio === undefined ? "" : `${figure(ratio)} x`);

const RIGHT = "---:";

/**
 * Who saved how many urls in what time; who would have taken too long is named as well.
 * @param {Row[]} rows
 * @param {{name: string, upTo: number}[]} entrants
 * @returns {string[]} lines
 */
export function raceTable(rows, entrants) {
  const head = ["urls", "", "time", "floor is 1", "urLink is 1", "MB", "CPU s", "not read"];
  const sizes = [...new Set(rows.map(({ urls }) => urls))];
  const cells = sizes.flatMap((urls) =>
    entrants.map(({ name }) => {
      const row = rows.find((one) => one.urls === urls && one.name === name);
      return [grouped(urls), name, ...(row ? figures(row) : ["not run", "", "", "", "", ""])];
    }),
  );
  return markdown(head, [RIGHT, "---", ...Array(6).fill(RIGHT)], cells);
}

/** @param {Row} row */
function figures({ milliseconds, toFloor, toOurs, bytes, cpu, failed }) {
  return [
    duration(milliseconds),
    times(toFloor),
    times(toOurs),
    figure(bytes / 1e6),
    cpu === undefined ? "" : figure(cpu),
    grouped(failed),
  ];
}

/**
 * What a library costs that is there already.
 * @param {Row[]} rows of ours
 * @param {Click[]} clicks
 * @returns {string[]} lines
 */
export function libraryTable(rows, clicks) {
  const head = [
    "links there",
    `${grouped(rows[0]?.urls ?? 0)} more`,
    "floor is 1",
    "one link, click to disk",
    "the first",
  ];
  const cells = rows.map(({ library, milliseconds, toFloor }) => {
    const click = clicks.find((one) => one.library === library);
    return [
      grouped(library),
      duration(milliseconds),
      times(toFloor),
      click ? duration(click.second) : "",
      click ? duration(click.first) : "",
    ];
  });
  return markdown(head, Array(5).fill(RIGHT), cells);
}

/**
 * @param {Manners} manners
 * @returns {string[]} lines
 */
export function mannersTable({ urls, accepted, firstCard, idle, saving }) {
  return markdown(
    [`${grouped(urls)} urls, the manager open`, ""],
    ["---", RIGHT],
    [
      ["all of them on disk, before any page is asked for", duration(accepted)],
      ["the first card stands", duration(firstCard)],
      ["another page opens in a tab, nothing being saved", duration(idle)],
      ["another page opens in a tab meanwhile", `${duration(saving)}, ${times(saving / idle)}`],
    ],
  );
}
