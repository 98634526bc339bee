import { ask } from "../../run/save.js";
import { rotate } from "../race.js";
import { startChromium } from "./chromium.js";
import { floor, measure, ours } from "./contenders.js";
import { CRAWLERS, startCrawler } from "./crawlers.js";
import { FLOOR, OURS } from "./summary.js";

/** @import {CategoryList, LinkPage} from "../../../extension/wasm/urlink.js" */
/** @import {Chromium} from "./chromium.js" */
/** @import {Internet} from "./internet.js" */
/** @import {Crawler} from "./crawlers.js" */
/** @import {Click, Measured} from "./summary.js" */

/** With a library there already, more rounds would take too long. */
const ROUNDS_INTO_LIBRARY = 2;

/** More urls than this are saved once, not round after round. */
const MANY = 1000;

/**
 * What is saved where there is a library already.
 * @param {number[]} sizes
 */
export function sizeIntoLibrary(sizes) {
  return Math.min(MANY, Math.max(...sizes));
}

/**
 * @typedef {object} Course
 * @property {Internet} internet
 * @property {string} browser
 * @property {string | undefined} python without it, no crawler takes part
 * @property {number[]} stops how many bytes ours reads of each page
 * @property {(measured: Measured) => void} tell
 * @property {(click: Click) => void} tellClick
 */

/**
 * Who takes part, and with how many urls at most.
 * @param {boolean} withCrawlers
 * @returns {Pick<Crawler, "name" | "upTo">[]}
 */
export function entrants(withCrawlers) {
  const inBrowser = [OURS, FLOOR].map((name) => ({ name, upTo: Number.POSITIVE_INFINITY }));
  return withCrawlers ? [...inBrowser, ...CRAWLERS] : inBrowser;
}

/**
 * Everybody saves each number of urls in turns, round after round; crawlers once.
 * @param {Course} course
 * @param {number[]} sizes
 * @param {number} rounds
 */
export async function raceAll(course, sizes, rounds) {
  const { python } = course;
  const crawlers = python ? CRAWLERS : [];
  for (let round = 0; round < rounds; round += 1) {
    for (const urls of sizes.filter((size) => round === 0 || size <= MANY)) {
      await raceInBrowser(course, { urls, library: 0, round });
      for (const crawler of crawlers) {
        const takesPart = round === 0 && !crawler.waits && urls <= crawler.upTo;
        if (takesPart) await raceCrawler(course, crawler, urls);
      }
    }
  }
  const waiting = crawlers.filter(({ waits }) => waits);
  await Promise.all(
    waiting.flatMap((crawler) =>
      sizes
        .filter((urls) => urls <= crawler.upTo)
        .map((urls) => raceCrawler(course, crawler, urls)),
    ),
  );
}

/**
 * With a library there already.
 * @param {Course} course
 * @param {{library: number, profile: string}} start
 * @param {number} urls
 * @param {number} rounds
 */
export async function raceIntoLibrary(course, { library, profile }, urls, rounds) {
  for (let round = 0; round < Math.min(rounds, ROUNDS_INTO_LIBRARY); round += 1) {
    await raceInBrowser(course, { urls, library, round }, profile);
  }
}

/**
 * Ours and the floor, one after the other in the same browser.
 * @param {Course} course
 * @param {{urls: number, library: number, round: number}} turn
 * @param {string} [profile]
 */
async function raceInBrowser({ internet, browser, stops, tell, tellClick }, turn, profile) {
  const chromium = await startChromium(browser, profile);
  try {
    await expectLibrary(chromium, turn.library);
    const first = await measure(ours(chromium), internet, 1);
    const second = await measure(ours(chromium), internet, 1);
    const [one, other] = [first, second].map(({ accepted = 0 }) => accepted);
    tellClick({ library: turn.library, first: one ?? 0, second: other ?? 0 });
    const pair = [
      { name: OURS, contender: ours(chromium) },
      { name: FLOOR, contender: floor(chromium, stops) },
    ];
    for (const { name, contender } of rotate(pair, turn.round)) {
      tell({ ...(await measure(contender, internet, turn.urls)), ...turn, name });
    }
  } finally {
    await chromium.close();
  }
}

/**
 * A library that the extension cannot read would cost nothing.
 * @param {Chromium} chromium
 * @param {number} links
 */
async function expectLibrary({ page }, links) {
  const { all } = /** @type {CategoryList} */ (await ask(page, "listCategories"));
  const { total } = /** @type {LinkPage} */ (
    await ask(page, "queryLinks", { category: "problems", offset: 0, limit: 1 })
  );
  if (all !== links || total > 0) throw new Error(`${links} links were made, ${all} are there`);
}

/**
 * @param {Course} course
 * @param {Crawler} crawler
 * @param {number} urls
 */
async function raceCrawler({ internet, python = "", tell }, crawler, urls) {
  const { contender, close } = await startCrawler(crawler, python);
  try {
    const sample = await measure(contender, internet, urls);
    tell({ ...sample, name: crawler.name, library: 0, round: 0 });
  } finally {
    await close();
  }
}
