import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

/** @import {BrowserContext, Worker} from "@playwright/test" */

const EXTENSION = fileURLToPath(new URL("../../extension/", import.meta.url));

/**
 * @typedef {object} LaunchOptions
 * @property {string} browser the program
 * @property {string} profile a folder; an empty one is a new profile
 * @property {boolean} headless
 * @property {string} [language] of the browser: `en`, `ko`
 * @property {string[]} [args] more arguments
 * @property {string} [extension] the folder; absent: the unpacked extension
 */

/**
 * @typedef {object} Launched
 * @property {BrowserContext} context
 * @property {Worker} worker the extension's service worker
 * @property {string} origin `chrome-extension://...`
 */

/**
 * Starts Chromium with the extension as a developer loads it: the unpacked folder.
 * @param {LaunchOptions} options
 * @returns {Promise<Launched>}
 */
export async function launch({
  browser,
  profile,
  headless,
  language = "en",
  args = [],
  extension = EXTENSION,
}) {
  const isNew = !existsSync(join(profile, "Default"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser,
    headless,
    viewport: headless ? { width: 1280, height: 800 } : null,
    // The sandbox refuses to start as root, and containers are often root.
    chromiumSandbox: process.getuid?.() !== 0,
    locale: language,
    env: { ...process.env, LANGUAGE: language },
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--lang=${language}`,
      "--window-size=1280,900",
      ...args,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  if (isNew && headless) await leaveWelcome(worker);
  return { context, worker, origin: worker.url().split("/", 3).join("/") };
}

/**
 * Closes what a person sees first, so that it takes no focus while other pages are looked at.
 * @param {Worker} worker
 */
async function leaveWelcome(worker) {
  await worker.evaluate(async () => {
    const url = chrome.runtime.getURL("welcome.html");
    const opened = new Promise((resolve) => {
      chrome.tabs.onUpdated.addListener(function look(_id, _change, tab) {
        if (tab.url !== url) return;
        chrome.tabs.onUpdated.removeListener(look);
        resolve(tab);
      });
    });
    const [there] = await chrome.tabs.query({ url });
    const { id } = there ?? (await opened);
    await chrome.tabs.remove(id);
  });
}
