import { readlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { titleOf } from "../server/page-server.js";
import { allOver, Counter, countWrites, insist, storedLinks } from "./chaos.js";
import { expect, test } from "./fixtures.js";

/** @import {BrowserContext, Worker} from "@playwright/test" */
/** @import {CategoryList} from "../../extension/wasm/urlink.js" */

/** After how many writes, or pages asked for, the browser is killed: one after another, in one job. */
const KILLS = [{ writes: 2 }, { pages: 40 }, { writes: 4 }, { pages: 90 }];

test.use({ hosts: 50 });

test("the browser may be killed in the middle of a job, again and again", async ({
  extension,
  server,
}) => {
  test.setTimeout(120_000);
  /** @type {string[]} */
  const urls = [];
  for (const [round, { writes, pages }] of KILLS.entries()) {
    const kill = await makeKiller(extension.context);
    const manager = await extension.openManager();
    const events = new Counter();
    const closed = new Promise((resolve) => extension.context.once("close", resolve));
    events.trap(writes ?? pages ?? 1, kill);
    if (writes) await countWrites(manager, events);
    else server.onPage = () => events.tick();
    // Pages of its own: those of the rounds before may all have been read by now.
    const own = Array.from({ length: 200 }, (_, index) =>
      server.url(`/page/${round}-${index}`, index),
    );
    urls.push(...own);
    // What was said to be safe is there the next time; of the rest, nobody was told.
    insist(manager, "save", { text: own.join("\n") }, {}).catch(() => {});
    await closed;
    server.onPage = () => {};
    await extension.restart();
  }
  const manager = await extension.openManager();
  await insist(manager, "save", { text: urls.join("\n") }, {});
  await allOver(manager);
  const links = await storedLinks(manager);
  expect(links.map(({ url }) => url).sort()).toEqual([...urls].sort());
  const unread = links.filter(({ url, page }) => page?.title !== titleOf(new URL(url).pathname));
  expect(unread.map(({ url, state, problem }) => [url, state, problem])).toEqual([]);
});

/** Which write of links the browser is killed in, one after another: of those that come, or of what was read. */
const IN_WRITES = [
  { state: "waiting", nth: 1 },
  { state: "saved", nth: 1 },
  { state: "waiting", nth: 2 },
  { state: "saved", nth: 2 },
];

/** Asked for to say that a write is under way. */
const WRITING = "/writing";

test("the browser may be killed inside a write, before it is known how that ended", async ({
  extension,
  server,
}) => {
  test.setTimeout(120_000);
  /** @type {string[]} */
  const urls = [];
  for (const [round, { state, nth }] of IN_WRITES.entries()) {
    const kill = await makeKiller(extension.context);
    const manager = await extension.openManager();
    const closed = new Promise((resolve) => extension.context.once("close", resolve));
    server.onPage = ({ path }) => (path === WRITING ? kill() : undefined);
    await neverEndWrite(extension.worker, state, nth, server.url(WRITING));
    const own = Array.from({ length: 1_200 }, (_, index) =>
      server.url(`/page/${round}-${index}`, index),
    );
    urls.push(...own);
    insist(manager, "save", { text: own.join("\n") }, {}).catch(() => {});
    await closed;
    server.onPage = () => {};
    await extension.restart();
  }
  const manager = await extension.openManager();
  await insist(manager, "save", { text: urls.join("\n") }, {});
  await allOver(manager);
  const links = await storedLinks(manager);
  expect(links.map(({ url }) => url).sort()).toEqual([...urls].sort());
  const unread = links.filter(({ url, page }) => page?.title !== titleOf(new URL(url).pathname));
  expect(unread.map(({ url, state, problem }) => [url, state, problem])).toEqual([]);
  const { all, problems } = /** @type {CategoryList} */ (await insist(manager, "listCategories"));
  expect({ all, problems }).toEqual({ all: urls.length, problems: 0 });
  const keys = await manager.evaluate(() => chrome.storage.local.getKeys());
  expect(keys.filter((key) => key.startsWith("d:"))).toEqual([]);
});

/**
 * Of the writes that hold links of a state, hands the n-th over to the browser, says so, and never
 * tells the worker how it ended.
 * @param {Worker} worker
 * @param {string} state
 * @param {number} nth
 * @param {string} url
 */
const neverEndWrite = (worker, state, nth, url) =>
  worker.evaluate(
    ([mark, at, signal]) => {
      const area = chrome.storage.local;
      const write = area.set.bind(area);
      let count = 0;
      area.set = (/** @type {Record<string, string>} */ entries) => {
        const is = (/** @type {[string, string]} */ [key, json]) =>
          key.startsWith("l:") && json.includes(`"state":"${mark}"`);
        if (Object.entries(entries).some(is)) count += 1;
        const written = write(entries);
        if (count !== at) return written;
        void fetch(signal);
        return new Promise(() => {});
      };
    },
    /** @type {const} */ ([state, nth, url]),
  );

/**
 * Kills the browser as the system does when memory runs out.
 * @param {BrowserContext} context
 */
async function makeKiller(context) {
  const page = await context.newPage();
  await page.goto("chrome://version");
  const folder = (await page.locator("#profile_path").textContent()) ?? "";
  await page.close();
  // The lock of a profile names the machine and the process.
  const lock = await readlink(join(dirname(folder), "SingletonLock"));
  const browser = Number(lock.split("-").at(-1));
  return () => {
    process.kill(browser, "SIGKILL");
    return Promise.resolve();
  };
}
