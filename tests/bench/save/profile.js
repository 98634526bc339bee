import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fill, makeLibrary } from "../library.js";
import { startChromium } from "./chromium.js";

/**
 * A browser's profile with a library of so many links, to be copied.
 * @param {string} browser
 * @param {number} links
 * @param {number} seed
 * @returns {Promise<{folder: string, remove: () => Promise<void>}>}
 */
export async function makeProfile(browser, links, seed) {
  const folder = await mkdtemp(join(tmpdir(), "urlink-bench-library-"));
  const chromium = await startChromium(browser);
  await fill(chromium.page, await makeLibrary(links, seed));
  await chromium.close((profile) => cp(profile, folder, { recursive: true }));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
