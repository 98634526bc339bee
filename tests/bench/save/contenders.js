import { fetchOnly, save } from "./in-browser.js";
import { cpuOf } from "./processes.js";

/** @import {Chromium} from "./chromium.js" */
/** @import {Internet} from "./internet.js" */

/** How many requests ours comes to have open at once: the floor has as many from the start. */
const AT_ONCE = 64;

/**
 * Somebody who saves urls.
 * @typedef {object} Contender
 * @property {number | undefined} process whose processor time, with that of all it started, counts
 * @property {(urls: string[]) => Promise<Outcome>} save
 */

/**
 * @typedef {object} Outcome
 * @property {number} milliseconds
 * @property {number} failed urls whose page was not read
 * @property {number} [accepted] milliseconds until all links were stored, their pages unread
 */

/** @typedef {Outcome & {urls: number, bytes: number, requests: number, cpu?: number}} Sample */

/**
 * @param {Chromium} chromium
 * @returns {Contender}
 */
export function ours({ page, process }) {
  return {
    process,
    async save(urls) {
      const { milliseconds, accepted, counts } = await page.evaluate(save, urls);
      return { milliseconds, accepted, failed: counts.failed + counts.blocked };
    },
  };
}

/**
 * @param {Chromium} chromium
 * @param {number[]} stops how many bytes of each page ours reads
 * @returns {Contender}
 */
export function floor({ worker, process }, stops) {
  return {
    process,
    save(urls) {
      // Ours begins with the last.
      const order = urls.map((url, index) => ({ url, stop: stops[index % stops.length] ?? 0 }));
      return worker.evaluate(fetchOnly, { pages: order.reverse(), atOnce: AT_ONCE });
    },
  };
}

/**
 * @param {Contender} contender
 * @param {Internet} internet
 * @param {number} count
 * @returns {Promise<Sample>}
 */
export async function measure(contender, internet, count) {
  const { number, urls } = internet.newRun(count);
  const before = await cpuOf(contender.process);
  const outcome = await contender.save(urls);
  const after = await cpuOf(contender.process);
  const used = before !== undefined && after !== undefined ? { cpu: after - before } : {};
  return { ...outcome, urls: count, ...(await internet.trafficOf(number)), ...used };
}
