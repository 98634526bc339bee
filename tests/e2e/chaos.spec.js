import { titleOf } from "../server/page-server.js";
import {
  allOver,
  allowReload,
  Counter,
  countWrites,
  insist,
  makeStopper,
  setSiteAccess,
  storedLinks,
} from "./chaos.js";
import { expect, test } from "./fixtures.js";

/** @import {Page} from "@playwright/test" */
/** @import {PageServer} from "../server/page-server.js" */

/** More than CI has time for: `URLINK_CHAOS=5 cargo xtask test --only e2e` does five times as much. */
const MORE = Number(process.env.URLINK_CHAOS ?? 1);

const SMALL = 6;

test.use({ hosts: 50 });

/**
 * @param {PageServer} server
 * @param {string} name
 * @param {number} count
 */
const listOf = (server, name, count) =>
  Array.from({ length: count }, (_, index) => server.url(`/${name}/${index}`, index));

/**
 * Nothing is lost, nothing doubled, and every page was read.
 * @param {Page} page one of the extension's
 * @param {string[]} urls all that were ever saved
 */
async function expectWhole(page, urls) {
  const links = await storedLinks(page);
  expect(links.map(({ url }) => url).sort()).toEqual([...urls].sort());
  const unread = links.filter(({ url, page: read }) => read?.title !== titleOf(pathOf(url)));
  expect(unread.map(({ url, state, problem }) => [url, state, problem])).toEqual([]);
}

/** @param {string} url */
const pathOf = (url) => new URL(url).pathname;

test("the worker may be stopped after any event of a small job", async ({ extension, server }) => {
  test.setTimeout(180_000);
  const manager = await extension.openManager();
  const stop = await makeStopper(extension.context);
  const events = new Counter();
  await countWrites(manager, events);
  server.onPage = () => events.tick();

  /** @type {string[]} */
  const saved = [];
  for (let after = 1, survived = false; !survived; after += 1) {
    const urls = listOf(server, `after-${after}`, SMALL);
    saved.push(...urls);
    events.trap(after, stop);
    await insist(manager, "save", { text: urls.join("\n") }, {});
    await allOver(manager);
    survived = events.sprung === undefined;
    events.disarm();
    await events.sprung;
    await expectWhole(manager, saved);
  }
  expect(saved.length, "events of a job").toBeGreaterThan(8 * SMALL);
});

/** How often, and after how many requests at least: as it may be on a bad day, and as nobody would. */
const STOPS = [
  { links: 2_000, times: 5, apart: 100, more: 300 },
  { links: 400, times: 12, apart: 3, more: 9 },
  { links: 40, times: 20, apart: 2, more: 3 },
];

for (const { links, times, apart, more } of STOPS) {
  for (let seed = 1; seed <= MORE; seed += 1) {
    test(`the worker may be stopped ${times} times in a job of ${links} (${seed})`, async ({
      extension,
      server,
    }) => {
      test.setTimeout(180_000);
      const manager = await extension.openManager();
      const stop = await makeStopper(extension.context);
      const events = new Counter();
      let stops = 0;
      const stopSoon = () => {
        const gap = apart + ((stops * 7_919 + seed * 104_729) % more);
        events.trap(gap, async () => {
          stops += 1;
          if (stops < times) stopSoon();
          await stop();
        });
      };
      server.onPage = () => events.tick();
      stopSoon();
      const urls = listOf(server, "page", links);
      await insist(manager, "save", { text: urls.join("\n") }, {});
      await allOver(manager);
      expect(stops).toBe(times);
      await expectWhole(manager, urls);
    });
  }
}

test("a page that stops the worker is set aside when it did so three times alone, the others are read", async ({
  extension,
  server,
}) => {
  test.setTimeout(120_000);
  const manager = await extension.openManager();
  const stop = await makeStopper(extension.context);
  let deaths = 0;
  server.onPage = async ({ path }) => {
    if (path !== "/page/7") return;
    deaths += 1;
    await stop();
  };
  const urls = listOf(server, "page", 40);
  await insist(manager, "save", { text: urls.join("\n") }, {});
  const [job] = await allOver(manager);
  expect(job?.counts).toMatchObject({ saved: 39, failed: 1 });
  // Three times alone; before that, unless the others were read by then, once among many and
  // perhaps once among a few.
  expect([3, 4, 5]).toContain(deaths);
  const links = await storedLinks(manager);
  const parked = links.filter(({ problem }) => problem === "parked");
  expect(parked.map(({ url }) => pathOf(url))).toEqual(["/page/7"]);
});

test("the page that asked may be closed", async ({ extension, server }) => {
  const urls = listOf(server, "page", 60);
  const gate = server.hold(20);
  const asker = await extension.openManager();
  await insist(asker, "save", { text: urls.join("\n") }, {});
  await gate.held(10);
  await asker.close();
  gate.open();
  const manager = await extension.openManager();
  await allOver(manager);
  await expectWhole(manager, urls);
  expect(server.pagesSeen).toHaveLength(urls.length);
});

test("the extension may be loaded anew in the middle of a job", async ({ extension, server }) => {
  await allowReload(extension.context);
  const urls = listOf(server, "page", 120);
  const gate = server.hold(40);
  const asker = await extension.openManager();
  await insist(asker, "save", { text: urls.join("\n") }, {});
  await gate.held(10);
  const started = extension.context.waitForEvent("serviceworker");
  await extension.worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
  await started;
  gate.open();
  const manager = await extension.openManager();
  await allOver(manager);
  await expectWhole(manager, urls);
});

test("the permission to read sites may be withdrawn in the middle of a job", async ({
  extension,
  server,
}) => {
  const urls = listOf(server, "page", 300);
  const gate = server.hold(60);
  const manager = await extension.openManager();
  await insist(manager, "save", { text: urls.join("\n") }, {});
  await gate.held(10);
  await setSiteAccess(manager, false);
  gate.open();
  await allOver(manager);
  const withheld = (await storedLinks(manager)).filter(({ state }) => state !== "saved");
  expect(withheld.length).toBeGreaterThan(100);
  expect(new Set(withheld.map(({ problem }) => problem))).toEqual(new Set(["permission"]));

  await setSiteAccess(manager, true);
  await expect
    .poll(async () => (await storedLinks(manager)).filter(({ state }) => state !== "saved").length)
    .toBe(0);
  await expectWhole(manager, urls);
});
