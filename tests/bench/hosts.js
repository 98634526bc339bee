import { chromium } from "@playwright/test";
import { time } from "./clock.js";
import { loadContenders } from "./contenders/index.js";
import { startBenchSite } from "./site.js";

/** @import {Values} from "./fields.js" */
/** @import {Page} from "./pages.js" */

/**
 * A tool, where it runs.
 * @typedef {object} Contender
 * @property {string} name
 * @property {"Chromium" | "Node"} host
 * @property {(index: number) => Promise<Values>} read
 * @property {(index: number, atLeast: number) => Promise<number>} measure milliseconds
 */

/**
 * The contenders in Chromium: a page of our own on loopback.
 * @param {string} program
 * @param {Page[]} pages
 * @returns {Promise<{contenders: Contender[], version: string, close: () => Promise<void>}>}
 */
export async function startChromium(program, pages) {
  const site = await startBenchSite(pages);
  const browser = await chromium.launch({
    executablePath: program,
    // The sandbox refuses to start as root, and containers are often root.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${site.port}/`);
  await tab.waitForFunction("globalThis.names !== undefined");
  for (const [index, { id, url, contentType, charset }] of pages.entries()) {
    await call(tab, "load", index, { id, url, contentType, charset });
  }
  const names = /** @type {string[]} */ (await tab.evaluate("names"));
  return {
    contenders: names.map((name) => ({
      name,
      host: "Chromium",
      read: (index) => call(tab, "read", name, index),
      measure: (index, atLeast) => call(tab, "measure", name, index, atLeast),
    })),
    version: browser.version(),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/**
 * @param {import("@playwright/test").Page} tab
 * @param {"load" | "read" | "measure"} name of a function of tests/bench/browser.js
 * @param {...unknown} args
 * @returns {Promise<any>}
 */
function call(tab, name, ...args) {
  const run = (/** @type {[string, unknown[]]} */ [name, args]) =>
    /** @type {any} */ (globalThis)[name](...args);
  return tab.evaluate(run, /** @type {[string, unknown[]]} */ ([name, args]));
}

/**
 * The contenders in this process.
 * @param {Page[]} pages
 * @returns {Promise<Contender[]>}
 */
export async function startNode(pages) {
  const readers = await loadContenders();
  return Array.from(readers, ([name, read]) => {
    /** @param {number} index */
    const readOne = (index) => read(/** @type {Page} */ (pages[index]));
    return /** @type {Contender} */ ({
      name,
      host: "Node",
      // A tool that throws at once fails like one that throws later.
      read: (index) => new Promise((resolve) => resolve(readOne(index))),
      measure: (index, atLeast) => time(() => readOne(index), atLeast),
    });
  });
}
