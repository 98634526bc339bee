import { fileURLToPath } from "node:url";
import { openModule } from "../run/module-tab.js";
import { time } from "./clock.js";
import { loadContenders } from "./contenders/index.js";

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
  const tab = await openModule(program, "/tests/bench/browser.js", {
    folders: {
      "/tests/bench/": fileURLToPath(new URL(".", import.meta.url)),
      "/extension/wasm/": fileURLToPath(new URL("../../extension/wasm/", import.meta.url)),
    },
    body: (index) => pages[index]?.bytes,
  });
  for (const [index, { id, url, contentType, charset }] of pages.entries()) {
    await tab.call("load", index, { id, url, contentType, charset });
  }
  /** @type {string[]} */
  const names = await tab.call("names");
  return {
    contenders: names.map((name) => ({
      name,
      host: "Chromium",
      read: (index) => tab.call("read", name, index),
      measure: (index, atLeast) => tab.call("measure", name, index, atLeast),
    })),
    version: tab.version,
    close: tab.close,
  };
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
