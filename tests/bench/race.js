import { median } from "./statistics.js";

/** @import {Contender} from "./hosts.js" */
/** @import {Values} from "./fields.js" */

/**
 * What each contender reads of each page, once; none where it fails. Warms them up as well.
 * @param {Contender[]} contenders
 * @param {number[]} pages
 * @returns {Promise<Map<Contender, Map<number, Values>>>}
 */
export async function readAll(contenders, pages) {
  const readings = new Map(contenders.map((contender) => [contender, new Map()]));
  for (const page of pages) {
    for (const contender of contenders) {
      const values = await contender.read(page).catch(() => undefined);
      if (values) readings.get(contender)?.set(page, values);
    }
  }
  return readings;
}

/**
 * @typedef {object} Course
 * @property {number[]} pages
 * @property {number} rounds at most so many
 * @property {number} atLeast milliseconds that one measurement lasts
 * @property {() => boolean} isTimeUp asked after the first round
 */

/**
 * What each page takes each contender, in milliseconds: the median of the rounds. They take turns
 * page by page, each time from another start, so that a busy machine slows them all alike.
 * @param {Map<Contender, Set<number>>} contenders with the pages that each can read
 * @param {Course} course
 * @returns {Promise<Map<Contender, Map<number, number>>>}
 */
export async function race(contenders, { pages, rounds, atLeast, isTimeUp }) {
  /** @type {Map<Contender, Map<number, number[]>>} */
  const samples = new Map([...contenders.keys()].map((contender) => [contender, new Map()]));
  let turn = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const page of pages) {
      if (round > 0 && isTimeUp()) return medians(samples);
      turn += 1;
      for (const contender of rotate([...contenders.keys()], turn)) {
        if (!contenders.get(contender)?.has(page)) continue;
        const times = samples.get(contender) ?? new Map();
        const sample = await contender.measure(page, atLeast);
        times.set(page, [...(times.get(page) ?? []), sample]);
      }
    }
  }
  return medians(samples);
}

/**
 * @template T
 * @param {T[]} list
 * @param {number} by
 */
export function rotate(list, by) {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

/** @param {Map<Contender, Map<number, number[]>>} samples */
function medians(samples) {
  return new Map(
    [...samples].map(([contender, pages]) => [
      contender,
      new Map([...pages].map(([page, times]) => [page, median(times)])),
    ]),
  );
}
