import { ask } from "../run/save.js";
import { expect } from "./fixtures.js";

/** @import {BrowserContext, Page} from "@playwright/test" */
/** @import {Job, LinkState, PageMetadata} from "../../extension/wasm/urlink.js" */

/** @typedef {{id: string, url: string, state: LinkState, problem?: string, attempts?: number, page?: PageMetadata}} StoredLink */

/** What a page is told of a question whose worker was stopped. */
const CUT = /message channel closed|message port closed|Receiving end does not exist|no answer/;

/**
 * Asks until somebody answers: whoever stops the worker cuts off its answers.
 * @template T
 * @param {Page} page
 * @param {string} name
 * @param {...unknown} args
 * @returns {Promise<T>}
 */
export async function insist(page, name, ...args) {
  for (let left = 20; ; left -= 1) {
    try {
      return await ask(page, name, ...args);
    } catch (error) {
      if (left === 0 || !(error instanceof Error && CUT.test(error.message))) throw error;
    }
  }
}

/**
 * Ends when every job is over. Asking wakes the worker.
 * @param {Page} page one of the extension's
 * @returns {Promise<Job[]>}
 */
export async function allOver(page) {
  const changes = await page.evaluateHandle(() => {
    /** @type {Set<() => void>} */
    const wakers = new Set();
    let changed = false;
    chrome.storage.local.onChanged.addListener(() => {
      changed = true;
      for (const wake of wakers) wake();
    });
    return {
      async next() {
        // The worker that was to change something may have been stopped: it has to be woken.
        const patience = new Promise((resolve) => setTimeout(resolve, 1_000));
        const change = new Promise((resolve) => wakers.add(() => resolve(undefined)));
        if (!changed) await Promise.race([change, patience]);
        changed = false;
      },
    };
  });
  for (;;) {
    const jobs = /** @type {Job[]} */ (await insist(page, "listJobs"));
    if (jobs.every(({ state }) => state === "done" || state === "cancelled")) return jobs;
    await changes.evaluate((watch) => watch.next());
  }
}

/** Counts what happens, and does something at the n-th time. */
export class Counter {
  count = 0;

  /** @type {{at: number, act: () => Promise<void>} | undefined} */
  #trap;

  /** What was done, if it was. @type {Promise<void> | undefined} */
  sprung;

  /**
   * @param {number} at from now on
   * @param {() => Promise<void>} act
   */
  trap(at, act) {
    this.#trap = { at: this.count + at, act };
    this.sprung = undefined;
  }

  /** Ends when what is to be done now is done. */
  tick() {
    this.count += 1;
    if (this.#trap?.at !== this.count) return undefined;
    const { act } = this.#trap;
    this.#trap = undefined;
    this.sprung = act();
    return this.sprung;
  }

  disarm() {
    this.#trap = undefined;
  }
}

/**
 * Counts each write of the library, as a page sees it.
 * @param {Page} page one of the extension's
 * @param {Counter} counter
 */
export async function countWrites(page, counter) {
  await page.exposeFunction("written", () => void counter.tick());
  await page.evaluate(() => {
    const { written } = /** @type {{written: () => void}} */ (/** @type {unknown} */ (globalThis));
    chrome.storage.local.onChanged.addListener(() => written());
  });
}

/**
 * Stops the extension's worker, as Chrome does when it likes.
 * @param {BrowserContext} context
 */
export async function makeStopper(context) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("ServiceWorker.enable");
  return async () => {
    await session.send("ServiceWorker.stopAllWorkers");
  };
}

/**
 * Every link that is on the disk.
 * @param {Page} page one of the extension's
 * @returns {Promise<StoredLink[]>}
 */
export async function storedLinks(page) {
  const all = await page.evaluate(() => chrome.storage.local.get(null));
  return Object.entries(all).flatMap(([key, value]) =>
    key.startsWith("l:") ? [JSON.parse(String(value))] : [],
  );
}

/**
 * Does something on the browser's own page for extensions, which may do what no other page may.
 * @template Argument
 * @param {BrowserContext} context
 * @param {(argument: Argument) => Promise<void>} act
 * @param {Argument} argument
 */
async function manageExtensions(context, act, argument) {
  const page = await context.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(/** @type {never} */ (act), argument);
  await page.close();
}

/**
 * Gives or takes the permission to read sites, as the user may at any time, and ends once the extension has heard of it.
 * @param {Page} page one of the extension's
 * @param {boolean} given
 */
export async function setSiteAccess(page, given) {
  await manageExtensions(
    page.context(),
    async ({ extensionId, hostAccess }) => {
      const { developerPrivate } = /** @type {any} */ (chrome);
      await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
    },
    { extensionId: new URL(page.url()).host, hostAccess: given ? "ON_ALL_SITES" : "ON_CLICK" },
  );
  const isGiven = () =>
    page.evaluate(() => chrome.permissions.contains({ origins: ["http://*/*", "https://*/*"] }));
  await expect.poll(isGiven, "the extension has heard of it").toBe(given);
}

/**
 * Without it, an unpacked extension cannot be loaded anew.
 * @param {BrowserContext} context
 */
export const allowReload = (context) =>
  manageExtensions(
    context,
    async (inDeveloperMode) => {
      const { developerPrivate } = /** @type {any} */ (chrome);
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode });
    },
    true,
  );

/**
 * Disables or enables an extension, as the user may at any time.
 * @param {BrowserContext} context
 * @param {string} id of the extension
 * @param {boolean} enabled
 */
export const setEnabled = (context, id, enabled) =>
  manageExtensions(
    context,
    ([extension, on]) => chrome.management.setEnabled(extension, on),
    /** @type {[string, boolean]} */ ([id, enabled]),
  );
