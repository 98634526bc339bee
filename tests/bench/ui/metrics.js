import { grouped } from "../save/tables.js";
import { median, quantile } from "../statistics.js";
import { figure, markdown } from "../table.js";

/**
 * What is measured: `most`: no more of it, in at most five of a hundred cases; `least`: no less of it, ever.
 * @typedef {{what: string, unit: "ms" | "a second" | "MB", most?: number, least?: number}} Meaning
 */

/** Milliseconds of a frame. */
const FRAME = 1000 / 60;

export const METRICS = /** @type {const} @satisfies {Record<string, Meaning>} */ ({
  floor: { what: "for comparison: a page of the extension with a text and no script", unit: "ms" },
  "popup asleep": { what: "the popup is usable, the worker asleep", unit: "ms", most: 150 },
  "popup awake": { what: "the popup is usable, the worker awake", unit: "ms", most: 150 },
  "manager asleep": { what: "the manager's first cards, the worker asleep", unit: "ms", most: 300 },
  "manager awake": { what: "the manager's first cards, the worker awake", unit: "ms", most: 300 },
  "confirmed asleep": {
    what: "the same, as the worker says they are, the worker asleep",
    unit: "ms",
  },
  "confirmed awake": {
    what: "the same, as the worker says they are, the worker awake",
    unit: "ms",
  },
  "by title": { what: "the same, sorted by title, the worker asleep", unit: "ms" },
  "cards read": {
    what: "cards scroll at 3,000 px/s: frames, worst second",
    unit: "a second",
    least: 50,
  },
  "cards read drawn": {
    what: "the same: frames in which the page could draw cards",
    unit: "a second",
  },
  "cards all": {
    what: "through all cards in 6 s: frames, worst second",
    unit: "a second",
    least: 50,
  },
  "cards all drawn": {
    what: "the same: frames in which the page could draw cards",
    unit: "a second",
  },
  "cards late": { what: "then: until the last cards are there", unit: "ms" },
  "list read": {
    what: "the list scrolls at 3,000 px/s: frames, worst second",
    unit: "a second",
    least: 50,
  },
  "list read drawn": {
    what: "the same: frames in which the page could draw rows",
    unit: "a second",
  },
  "list all": {
    what: "through all of the list in 6 s: frames, worst second",
    unit: "a second",
    least: 50,
  },
  "list all drawn": {
    what: "the same: frames in which the page could draw rows",
    unit: "a second",
  },
  "list late": { what: "then: until the last rows are there", unit: "ms" },
  "keystroke core": { what: "a keystroke of search: what the core takes", unit: "ms", most: 10 },
  "keystroke frame": { what: "the same: the frame that draws it", unit: "ms", most: FRAME },
  keystroke: { what: "the same: from the key to the screen, whatever it waits for", unit: "ms" },
  choose: { what: "all are chosen, to the screen", unit: "ms" },
  "move disk": { what: "up to 10,000 go to another category, to the disk", unit: "ms" },
  "move screen": { what: "the same, to the screen", unit: "ms" },
  "undo disk": { what: "that is taken back, to the disk", unit: "ms" },
  "undo screen": { what: "the same, to the screen", unit: "ms" },
  "memory opened": { what: "memory of manager and worker, opened", unit: "MB", most: 250 },
  "memory used": { what: "the same, after scrolling and searching", unit: "MB", most: 250 },
  "memory most": { what: "before the garbage of that was collected", unit: "MB" },
  scan: { what: "Chrome's own scan before the first write", unit: "ms" },
  save: {
    what: "one link, click to disk, the worker asleep, beyond that",
    unit: "ms",
    most: 150,
  },
});

/** @typedef {keyof typeof METRICS} Metric */

/** @typedef {{links: number, metric: Metric, value: number}} Sample */

/**
 * @typedef {object} Row
 * @property {Metric} metric
 * @property {{links: number, p50: number, p95: number, worst: number, count: number}[]} sizes
 */

/**
 * @param {Sample[]} samples
 * @returns {Row[]}
 */
export function summarise(samples) {
  const sizes = [...new Set(samples.map(({ links }) => links))].sort((one, other) => one - other);
  const metrics = /** @type {Metric[]} */ (Object.keys(METRICS));
  return metrics.map((metric) => ({
    metric,
    sizes: sizes.flatMap((links) => {
      const own = samples.filter((sample) => sample.links === links && sample.metric === metric);
      const values = own.map(({ value }) => value);
      if (values.length === 0) return [];
      const [p50, p95] = [median(values), quantile(values, 0.95)];
      return [{ links, p50, p95, worst: Math.min(...values), count: values.length }];
    }),
  }));
}

/**
 * @param {Row[]} rows
 * @returns {string[]} lines
 */
export function table(rows) {
  const known = rows.filter(({ sizes }) => sizes.length > 0);
  const sizes = known[0]?.sizes.map(({ links }) => links) ?? [];
  const least = `${grouped(sizes[0] ?? 0)} is 1`;
  const head = ["", "", ...sizes.map(grouped), "p95", least, "budget", ""];
  const cells = known.map(({ metric, sizes }) => {
    /** @type {Meaning} */
    const { what, unit, most, least } = METRICS[metric];
    const greatest = sizes.at(-1);
    const ratio = (greatest?.p50 ?? 0) / (sizes[0]?.p50 ?? 1);
    const worst = least === undefined ? greatest?.p95 : greatest?.worst;
    const budget = most ?? least;
    const kept = most === undefined ? (worst ?? 0) >= (least ?? 0) : (worst ?? 0) <= most;
    return [
      what,
      unit,
      ...sizes.map(({ p50 }) => figure(p50)),
      figure(worst ?? 0),
      `${figure(ratio)} x`,
      budget === undefined ? "" : String(Number(figure(budget))),
      budget === undefined || kept ? "" : "over",
    ];
  });
  const align = ["---", "---", ...Array(sizes.length + 3).fill("---:"), "---"];
  return markdown(head, align, cells);
}
