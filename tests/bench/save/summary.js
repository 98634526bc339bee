import { median } from "../statistics.js";

/** @import {Sample} from "./contenders.js" */

/** One run of a contender; a library of so many links was there already. */
/** @typedef {Sample & {name: string, library: number, round: number}} Measured */

/**
 * A contender at one size: medians over the rounds.
 * @typedef {object} Row
 * @property {string} name
 * @property {number} urls
 * @property {number} library
 * @property {number} milliseconds
 * @property {number} bytes
 * @property {number | undefined} cpu seconds
 * @property {number} failed
 * @property {number} rounds
 * @property {number | undefined} toFloor how many times as long as the floor, in the same round
 * @property {number | undefined} toOurs how many times as long as ours
 */

/**
 * One link saved in a browser that has just started, and another one: milliseconds from the click
 * until it is on disk.
 * @typedef {{library: number, first: number, second: number}} Click
 */

export const OURS = "urLink";
export const FLOOR = "fetch + cancel";

/**
 * @param {Measured[]} measured
 * @returns {Row[]} in the order in which they were measured first, by library and size
 */
export function summarise(measured) {
  /** @type {Map<string, Measured[]>} */
  const groups = new Map();
  for (const sample of measured) {
    const key = `${sample.library} ${sample.urls} ${sample.name}`;
    groups.set(key, [...(groups.get(key) ?? []), sample]);
  }
  const rows = [...groups.values()].map((samples) => rowOf(samples, measured));
  return rows.sort((one, other) => one.library - other.library || one.urls - other.urls);
}

/**
 * @param {Measured[]} samples of one contender at one size
 * @param {Measured[]} all
 * @returns {Row}
 */
function rowOf(samples, all) {
  const [{ name, urls, library }] = /** @type {[Measured]} */ (samples);
  const cpu = samples.flatMap(({ cpu }) => cpu ?? []);
  return {
    name,
    urls,
    library,
    milliseconds: median(samples.map(({ milliseconds }) => milliseconds)),
    bytes: median(samples.map(({ bytes }) => bytes)),
    cpu: cpu.length > 0 ? median(cpu) : undefined,
    failed: median(samples.map(({ failed }) => failed)),
    rounds: samples.length,
    toFloor: ratioTo(FLOOR, samples, all),
    toOurs: ratioTo(OURS, samples, all),
  };
}

/**
 * The median of the ratios of the rounds in which both ran.
 * @param {string} name
 * @param {Measured[]} samples
 * @param {Measured[]} all
 */
function ratioTo(name, samples, all) {
  const ratios = samples.flatMap((sample) => {
    const other = all.find(
      (one) =>
        one.name === name &&
        one.urls === sample.urls &&
        one.library === sample.library &&
        one.round === sample.round,
    );
    return other ? sample.milliseconds / other.milliseconds : [];
  });
  return ratios.length > 0 ? median(ratios) : undefined;
}

/**
 * @param {Click[]} clicks
 * @returns {Click[]} the medians, one for each size of the library
 */
export function summariseClicks(clicks) {
  return [...new Set(clicks.map(({ library }) => library))].map((library) => {
    const here = clicks.filter((click) => click.library === library);
    return {
      library,
      first: median(here.map(({ first }) => first)),
      second: median(here.map(({ second }) => second)),
    };
  });
}
