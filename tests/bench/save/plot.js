import { grouped } from "./tables.js";

/** @import {Row} from "./summary.js" */

const WIDTH = 840;
const HEIGHT = 420;
const AREA = { left: 64, right: 590, top: 20, bottom: 366 };

/** Room around the data: so many times as much and as little. */
const MARGIN = 1.35;

/** The list of the names, from its top: the slowest first. */
const LEGEND = { x: 612, y: 40, line: 22 };

/** By the place of a contender in the list. */
const LIGHT = ["#c2410c", "#475569", "#1d4ed8", "#15803d", "#7e22ce"];
const DARK = ["#fb923c", "#cbd5e1", "#7dabff", "#5bd38a", "#d08bff"];

/** @typedef {{x: number, y: number}} Point */

/**
 * The times over the numbers of urls, both logarithmic, as SVG that is readable on light and on
 * dark.
 * @param {Row[]} rows
 */
export function plot(rows) {
  const { left, right, top, bottom } = AREA;
  const across = axis(
    rows.map(({ urls }) => urls),
    left,
    right,
  );
  const up = axis(
    rows.map(({ milliseconds }) => milliseconds),
    bottom,
    top,
  );
  const names = [...new Set(rows.map(({ name }) => name))];
  const lines = names.map((name) =>
    rows
      .filter((row) => row.name === name)
      .map((row) => ({ x: across.place(row.urls), y: up.place(row.milliseconds) })),
  );
  const slowestFirst = names
    .map((name, index) => ({ name, index, y: lines[index]?.[0]?.y ?? bottom }))
    .sort((one, other) => one.y - other.y);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">`,
    "<title>How long it takes to save urls, by how many there are</title>",
    `<style>${styles()}</style>`,
    ...up.decades.flatMap((value) => [
      `<path class="rule" d="M${left} ${up.place(value)}H${right}"/>`,
      text({ x: left - 8, y: up.place(value) + 4 }, `${value / 1000} s`, "end"),
    ]),
    ...[...new Set(rows.map(({ urls }) => urls))].map((urls) =>
      text({ x: across.place(urls), y: bottom + 22 }, grouped(urls), "middle"),
    ),
    text({ x: right, y: bottom + 44 }, "urls", "end"),
    ...lines.flatMap((points, index) => draw(points, index)),
    ...slowestFirst.flatMap(({ name, index }, place) => explain(name, index, place)),
    "</svg>",
    "",
  ].join("\n");
}

/**
 * A logarithmic axis over some values.
 * @param {number[]} values
 * @param {number} from where it begins, in pixels
 * @param {number} to
 */
function axis(values, from, to) {
  const least = Math.log10(Math.min(...values) / MARGIN);
  const most = Math.log10(Math.max(...values) * MARGIN);
  const decades = [];
  for (let power = Math.ceil(least); power <= most; power += 1) decades.push(10 ** power);
  return {
    decades,
    /** @param {number} value */
    place: (value) =>
      Math.round(from + ((Math.log10(value) - least) / (most - least)) * (to - from)),
  };
}

/**
 * @param {Point[]} points
 * @param {number} index
 */
function draw(points, index) {
  const path = points.map(({ x, y }) => `${x} ${y}`).join("L");
  const dots = points.map(({ x, y }) => `<circle class="f${index}" cx="${x}" cy="${y}" r="3.5"/>`);
  return [`<path class="line s${index}" d="M${path}"/>`, ...dots];
}

/**
 * @param {string} name
 * @param {number} index
 * @param {number} place in the list of names
 */
function explain(name, index, place) {
  const { x, line } = LEGEND;
  const y = LEGEND.y + place * line;
  return [
    `<path class="line s${index}" d="M${x} ${y - 4}h18"/>`,
    text({ x: x + 26, y }, name, "start"),
  ];
}

/**
 * @param {Point} at
 * @param {string} words
 * @param {"start" | "middle" | "end"} anchor
 */
function text({ x, y }, words, anchor) {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`;
}

function styles() {
  /** @param {string[]} colours */
  const each = (colours) =>
    colours
      .map((colour, index) => `.s${index}{stroke:${colour}}.f${index}{fill:${colour}}`)
      .join("");
  return [
    "text{font:13px system-ui,sans-serif;fill:#475569}.line{fill:none;stroke-width:2.5}",
    `.rule{stroke:#94a3b8;stroke-opacity:.35}${each(LIGHT)}`,
    `@media(prefers-color-scheme:dark){text{fill:#cbd5e1}${each(DARK)}}`,
  ].join("");
}
