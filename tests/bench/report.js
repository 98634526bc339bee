import { isDeepStrictEqual } from "node:util";
import { scoreOf } from "./score.js";
import { ratioOf, speedOf } from "./statistics.js";

/** @import {Values} from "./fields.js" */
/** @import {Contender} from "./hosts.js" */
/** @import {Page} from "./pages.js" */
/** @import {Result} from "./table.js" */

/**
 * @typedef {object} Report
 * @property {Result[]} results
 * @property {number} differences pages of which ours reads something else in the other host
 * @property {object[]} details page by page
 */

/**
 * @param {Page[]} pages
 * @param {Map<Contender, Map<number, Values>>} readings
 * @param {Map<Contender, Map<number, number>>} times milliseconds
 * @returns {Report}
 */
export function reportOf(pages, readings, times) {
  const contenders = [...readings.keys()];
  /**
   * @param {Contender} contender
   * @param {string} name
   */
  const ratio = (contender, name) => {
    const own = find(contenders, name, contender.host);
    return ratioOf(times.get(contender) ?? new Map(), times.get(own) ?? new Map());
  };
  const results = contenders.map((contender) => ({
    name: contender.name,
    host: contender.host,
    speed: speedOf(
      Array.from(times.get(contender) ?? [], ([page, milliseconds]) => ({
        bytes: pages[page]?.bytes.length ?? 0,
        milliseconds,
      })),
    ),
    ratio: {
      save: ratio(contender, "urLink, a save"),
      everything: ratio(contender, "urLink, everything"),
    },
    scores: scoreOf(
      pages.map(({ truth }, page) => ({ truth, values: readings.get(contender)?.get(page) ?? {} })),
    ),
    failed: pages.length - (readings.get(contender)?.size ?? 0),
  }));
  const everything = ["Chromium", "Node"].map((host) =>
    readings.get(find(contenders, "urLink, everything", host)),
  );
  const [there, here] = everything;
  const differing = pages.filter(
    (_, page) => !isDeepStrictEqual(there?.get(page), here?.get(page)),
  );
  const details = pages.map(({ id, url, bytes }, page) => ({
    id,
    url,
    bytes: bytes.length,
    readings: contenders.map((contender) => ({
      name: contender.name,
      host: contender.host,
      milliseconds: times.get(contender)?.get(page),
      values: readings.get(contender)?.get(page),
    })),
  }));
  return { results, differences: differing.length, details };
}

/**
 * @param {Contender[]} contenders
 * @param {string} name
 * @param {string} host
 */
function find(contenders, name, host) {
  const found = contenders.find((one) => one.name === name && one.host === host);
  if (!found) throw new Error(`there is no ${name} in ${host}`);
  return found;
}
