import { readlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { titleOf } from "../server/page-server.js";
import { allOver, Counter, countWrites, insist, storedLinks } from "./chaos.js";
import { expect, test } from "./fixtures.js";

/** @import {BrowserContext} from "@playwright/test" */

/** After how many writes, or pages asked for, the browser is killed: one after another, in one job. */
const KILLS = [{ writes: 2 }, { pages: 40 }, { writes: 4 }, { pages: 90 }];

test.use({ hosts: 50 });

test("the browser may be killed in the middle of a job, again and again", async ({
  extension,
  server,
}) => {
  test.setTimeout(120_000);
  const urls = Array.from({ length: 600 }, (_, index) => server.url(`/page/${index}`, index));
  const text = urls.join("\n");
  for (const { writes, pages } of KILLS) {
    const kill = await makeKiller(extension.context);
    const manager = await extension.openManager();
    const events = new Counter();
    const closed = new Promise((resolve) => extension.context.once("close", resolve));
    events.trap(writes ?? pages ?? 1, kill);
    if (writes) await countWrites(manager, events);
    else server.onPage = () => events.tick();
    // What was said to be safe is there the next time; of the rest, nobody was told.
    insist(manager, "save", { text }, {}).catch(() => {});
    await closed;
    server.onPage = () => {};
    await extension.restart();
  }
  const manager = await extension.openManager();
  await insist(manager, "save", { text }, {});
  await allOver(manager);
  const links = await storedLinks(manager);
  expect(links.map(({ url }) => url).sort()).toEqual([...urls].sort());
  const unread = links.filter(({ url, page }) => page?.title !== titleOf(new URL(url).pathname));
  expect(unread.map(({ url, state, problem }) => [url, state, problem])).toEqual([]);
});

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
