import { ask } from "../../run/save.js";
import { median } from "../statistics.js";
import { startChromium } from "./chromium.js";
import { arrive } from "./in-browser.js";

/** @import {Page} from "@playwright/test" */
/** @import {Job} from "../../../extension/wasm/urlink.js" */
/** @import {Chromium} from "./chromium.js" */
/** @import {Internet} from "./internet.js" */

/** What is saved meanwhile. */
const URLS = 10_000;

/** How often links are accepted, each time in a browser that has just started. */
const ARRIVALS = 3;

/** Idle and saving take turns so often. */
const TURNS = 3;

/** Pages that the user opens in a turn, and before the first, which does not count. */
const VISITS = 8;
const WARM_UP = 3;

/**
 * @typedef {object} Manners
 * @property {number} urls
 * @property {number} accepted milliseconds until all are stored, the manager open
 * @property {number} firstCard milliseconds until the first card stands in the manager
 * @property {number} idle milliseconds that a page takes to open where nothing is saved
 * @property {number} saving the same while the urls are saved
 */

/**
 * How saving feels to who does something else meanwhile.
 * @param {string} browser
 * @param {Internet} internet
 * @returns {Promise<Manners>}
 */
export async function measureManners(browser, internet) {
  const arrivals = [];
  for (let turn = 1; ; turn += 1) {
    const chromium = await startChromium(browser);
    try {
      const manager = await chromium.context.newPage();
      await manager.goto(`${chromium.origin}/manager.html`);
      const run = internet.newRun(URLS);
      const arrival = await manager.evaluate(arrive, run.urls);
      arrivals.push(arrival);
      if (turn < ARRIVALS) continue;
      return {
        urls: URLS,
        accepted: median(arrivals.map(({ accepted }) => accepted)),
        firstCard: median(arrivals.map(({ firstCard }) => firstCard)),
        ...(await measureVisits(chromium, internet, { id: arrival.job, run: run.number })),
      };
    } finally {
      await chromium.close();
    }
  }
}

/**
 * @param {Chromium} chromium
 * @param {Internet} internet
 * @param {{id: string, run: number}} job that goes on
 */
async function measureVisits(chromium, internet, job) {
  const tab = await chromium.context.newPage();
  await visit(tab, internet, WARM_UP);
  const times = { idle: /** @type {number[]} */ ([]), saving: /** @type {number[]} */ ([]) };
  for (let turn = 0; turn < TURNS; turn += 1) {
    times.saving.push(...(await visit(tab, internet, VISITS)));
    const held = /** @type {Job} */ (await ask(chromium.page, "pauseJob", job.id));
    if (held.counts.waiting === 0) throw new Error("all was saved before the user had gone round");
    await quiet(internet, job.run);
    times.idle.push(...(await visit(tab, internet, VISITS)));
    await ask(chromium.page, "resumeJob", job.id);
  }
  return { idle: median(times.idle), saving: median(times.saving) };
}

/**
 * Opens pages one after another; each turn the same ones, of hosts that nobody has asked.
 * @param {Page} tab
 * @param {Internet} internet
 * @param {number} count
 */
async function visit(tab, internet, count) {
  const times = [];
  for (const url of internet.newRun(count).urls) {
    const start = performance.now();
    await tab.goto(url.replace("/page/", "/visit/"), { waitUntil: "load" });
    times.push(performance.now() - start);
  }
  return times;
}

/**
 * Ends when nobody asks for anything any more.
 * @param {Internet} internet
 * @param {number} run
 */
async function quiet(internet, run) {
  while ((await internet.trafficOf(run)).open > 0) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
