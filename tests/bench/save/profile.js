import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask } from "../../run/save.js";
import { isKept } from "../find/in-browser.js";
import { fill, makeLibrary } from "../library.js";
import { killWorker, startChromium } from "./chromium.js";

/** @import {Page} from "@playwright/test" */

/** How often it is looked whether something is there. */
const LOOK = 100;

/**
 * A browser's profile with a library of so many links, to be copied; it has been searched, so the copy of what that
 * reads is kept.
 * @param {string} browser
 * @param {number} links
 * @param {number} seed
 * @returns {Promise<{folder: string, remove: () => Promise<void>}>}
 */
export async function makeProfile(browser, links, seed) {
  const folder = await mkdtemp(join(tmpdir(), "urlink-bench-library-"));
  const chromium = await startChromium(browser);
  await fill(chromium.page, await makeLibrary(links, seed));
  await killWorker(chromium.page);
  await ask(chromium.page, "prepareSearch");
  await untilKept(chromium.page);
  await chromium.close((profile) => cp(profile, folder, { recursive: true }));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Ends when the copy of what searching reads is kept.
 * @param {Page} page of the extension
 */
export async function untilKept(page) {
  while (!(await page.evaluate(isKept))) await new Promise((resolve) => setTimeout(resolve, LOOK));
}
