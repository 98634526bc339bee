import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { launch } from "../run/launch.js";
import { ask, follow, readOutcome } from "../run/save.js";
import { PageServer } from "../server/page-server.js";

/** @import {BrowserContext, Page} from "@playwright/test" */
/** @import {Job, Language, SaveOptions} from "../../extension/wasm/urlink.js" */
/** @import {Launched} from "../run/launch.js" */

export { expect } from "@playwright/test";

/** The unpacked extension in a browser of its own. */
export class Extension {
  /** @type {Launched} */
  #launched;

  #start;

  /**
   * @param {Launched} launched
   * @param {() => Promise<Launched>} start  Starts the browser once more with the same profile.
   */
  constructor(launched, start) {
    this.#launched = launched;
    this.#start = start;
  }

  /** @returns {BrowserContext} */
  get context() {
    return this.#launched.context;
  }

  get worker() {
    return this.#launched.worker;
  }

  /** Closes the browser, and starts it again with what it keeps. */
  async restart() {
    await this.context.close();
    this.#launched = await this.#start();
  }

  /** The address of one of its pages. @param {string} name */
  page(name) {
    return `${this.#launched.origin}/${name}`;
  }

  /** The manager in a tab, which listens to keys by then. */
  async openManager() {
    const page = await this.context.newPage();
    await page.goto(this.page("manager.html"));
    await page.locator(".main").waitFor();
    return page;
  }

  /**
   * The popup over the window that the user looks at. It is a window of its own, without the
   * focus, because what opens at the toolbar is out of the reach of Playwright.
   */
  async openPopup() {
    const opened = this.context.waitForEvent("page");
    await this.worker.evaluate(() =>
      chrome.windows.create({
        type: "popup",
        focused: false,
        url: "popup.html",
        width: 400,
        height: 600,
      }),
    );
    const popup = await opened;
    await popup.setViewportSize({ width: 360, height: 500 });
    await popup.waitForLoadState();
    return popup;
  }

  /**
   * Speaks a language from now on.
   * @param {Language} language
   */
  async speak(language) {
    const page = await this.openManager();
    await ask(page, "setSettings", { language, theme: "light" });
    await page.close();
  }

  /** Stops the service worker, as Chrome does when it likes. */
  async killWorker() {
    const page = await this.context.newPage();
    const session = await this.context.newCDPSession(page);
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    await page.close();
  }
}

/**
 * Saves a list as the manager does, follows it to its end, and tells what became of it.
 * @param {Page} page one of the extension's
 * @param {string} text
 * @param {SaveOptions & {language?: Language}} [options]
 */
export async function saveText(page, text, options = {}) {
  const job = /** @type {Job} */ (await ask(page, "save", { text }, options));
  await follow(page, job.id);
  return readOutcome(page, job.id, options.language ?? "en");
}

/**
 * A page in words, for where nobody can look at pictures: what has the focus, and what is there.
 * @param {Page} page
 */
async function whatShows(page) {
  const focus = await page.evaluate(() => {
    const { activeElement: element, visibilityState } = document;
    const inside = element?.closest("[data-index]")?.getAttribute("data-index");
    return `${visibilityState}, focus on ${element?.tagName}#${element?.id}.${element?.className} in row ${inside}`;
  });
  const tree = await page.locator("body").ariaSnapshot({ timeout: 5_000 });
  return `${page.url()}: ${focus}\n${tree.slice(0, 4_000)}`;
}

/**
 * @typedef {object} Fixtures
 * @property {string[]} browserArgs
 * @property {Extension} extension
 * @property {number} hosts how many loopback hosts the server has
 * @property {PageServer} server
 */

export const test = /** @type {typeof base.extend<Fixtures>} */ (base.extend)({
  browserArgs: [[], { option: true }],
  hosts: [1, { option: true }],

  server: async ({ hosts }, use) => {
    const server = new PageServer(hosts);
    await server.start();
    await use(server);
    await server.stop();
  },

  extension: async ({ browserArgs, headless }, use, info) => {
    const profile = await mkdtemp(join(tmpdir(), "urlink-"));
    const start = () =>
      launch({
        browser: requireBrowser(),
        profile,
        headless: headless ?? true,
        args: browserArgs,
      });
    const extension = new Extension(await start(), start);
    await use(extension);
    if (info.status !== info.expectedStatus) {
      for (const [index, page] of extension.context.pages().entries()) {
        await page.screenshot({ path: info.outputPath(`page-${index}.png`) });
        console.error(await whatShows(page));
      }
    }
    await extension.context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

function requireBrowser() {
  const browser = process.env.CHROME;
  if (!browser) throw new Error("CHROME must name the browser: cargo xtask test --only e2e does");
  return browser;
}
