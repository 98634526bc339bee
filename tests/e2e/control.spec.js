import { ask, follow } from "../run/save.js";
import { titleOf } from "../server/page-server.js";
import { expect, saveText, test } from "./fixtures.js";
import { allLinks } from "./library.js";

/** @import {Page} from "@playwright/test" */
/** @import {Job} from "../../extension/wasm/urlink.js" */
/** @import {PageServer} from "../server/page-server.js" */

const COUNT = 120;

/** So many pages are read at once, where it matters that all that were asked for have come. */
const AT_ONCE = 16;

test.use({ hosts: 30 });

/** @param {PageServer} server */
const listOf = (server) =>
  Array.from({ length: COUNT }, (_, index) => server.url(`/page/${index}`, index)).join("\n");

/**
 * @param {Page} page
 * @param {string} name
 * @param {...unknown} args
 */
const askJob = async (page, name, ...args) => /** @type {Job} */ (await ask(page, name, ...args));

test("holds a job, and lets it go on", async ({ extension, server }) => {
  const gate = server.hold(40);
  const manager = await extension.openManager();
  await ask(manager, "setSettings", { theme: "light", connections: AT_ONCE });
  const { id } = await askJob(manager, "save", { text: listOf(server) }, {});
  await gate.held(AT_ONCE);
  const held = await askJob(manager, "pauseJob", id);
  expect([held.state, held.hold]).toEqual(["paused", "user"]);
  gate.open();
  const open = () => server.seen.filter(({ state }) => state === "open").length;
  const unsaved = async () =>
    server.pagesSeen.length - (await ask(manager, "listJobs"))[0].counts.saved + open();
  await expect.poll(unsaved, { message: "what was under way is stored" }).toBe(0);
  expect(server.seen.length, "the rest is not asked for").toBeLessThan(COUNT);

  await askJob(manager, "resumeJob", id);
  const done = await follow(manager, id);
  expect(done.counts.saved).toBe(COUNT);
  expect(new Set(server.pagesSeen).size).toBe(server.pagesSeen.length);
});

test("ends a job: what is read stays, the rest are plain links, and it can go on", async ({
  extension,
  server,
}) => {
  const gate = server.hold(40);
  const manager = await extension.openManager();
  const { id } = await askJob(manager, "save", { text: listOf(server) }, {});
  await gate.held(10);
  const ended = await askJob(manager, "cancelJob", id);
  gate.open();
  expect(ended.state).toBe("cancelled");
  const links = await allLinks(manager);
  expect(links).toHaveLength(COUNT);
  const unread = links.filter(({ problem }) => problem?.code === "cancelled");
  expect(server.pagesSeen.length, "the rest is not asked for").toBeLessThan(COUNT);
  expect(unread.length).toBeGreaterThanOrEqual(COUNT - server.pagesSeen.length);
  for (const { state } of unread) expect(state).toBe("waiting");

  await askJob(manager, "resumeJob", id);
  expect((await follow(manager, id)).counts.saved).toBe(COUNT);
});

test("tries again what failed: one link, one kind, all", async ({ extension, server }) => {
  const bad = { status: 404, body: "<title>Gone</title>" };
  for (const path of ["/a", "/b", "/c"]) server.answer(path, bad);
  server.answer("/locked", { status: 401, body: "" });
  const manager = await extension.openManager();
  const paths = ["/a", "/b", "/c", "/locked", "/good"];
  const text = paths.map((path) => server.url(path)).join("\n");
  await saveText(manager, text);
  const [{ id, problems }] = /** @type {[Job]} */ (await ask(manager, "listJobs"));
  const byCode = Object.fromEntries((problems ?? []).map(({ code, count }) => [code, count]));
  expect(byCode).toEqual({ "not-found": 3, unauthorized: 1 });

  for (const path of paths) server.answer(path, {});
  const [first] = /** @type {string[]} */ (await ask(manager, "problemLinks", id, "not-found"));
  await ask(manager, "retryLink", id, first);
  expect((await follow(manager, id)).counts).toMatchObject({ saved: 2, failed: 3 });
  await ask(manager, "retryJob", id, "not-found");
  expect((await follow(manager, id)).counts).toMatchObject({ saved: 4, failed: 1 });
  await ask(manager, "retryJob", id);
  const done = await follow(manager, id);
  expect(done.counts).toMatchObject({ saved: 5, failed: 0 });
  expect(done.problems).toBeUndefined();
});

test("reads a category anew, and leaves what the user says", async ({ extension, server }) => {
  server.answer("/news", { body: "<title>Monday</title>" });
  const manager = await extension.openManager();
  await saveText(manager, server.url("/news"));
  server.answer("/news", { body: "<title>Tuesday</title>" });
  const job = await askJob(manager, "refreshLinks", { category: "unsorted" });
  expect([job.refresh, job.total]).toEqual([true, 1]);
  await follow(manager, job.id);
  expect((await allLinks(manager)).map(({ title }) => title)).toEqual(["Tuesday"]);
});

test("refuses what it cannot do, and says why", async ({ extension, server }) => {
  const manager = await extension.openManager();
  await saveText(manager, server.url("/a"));
  const [{ id }] = /** @type {[Job]} */ (await ask(manager, "listJobs"));
  /** @type {[string, unknown[], string][]} */
  const wrong = [
    ["retryJob", [id, "no-such-problem"], "unknown variant `no-such-problem`"],
    ["retryJob", ["unknown"], "This job is not kept any more"],
    ["refreshLinks", [{ everything: true }], "a selection is links or a category"],
    ["refreshLinks", [{ links: [] }], "There are no links here"],
    ["refreshLinks", [{ category: "unknown" }], "This category does not exist"],
    ["setSettings", [{ theme: "dark", connections: 65 }], "From 1 to 64 pages"],
  ];
  for (const [name, args, message] of wrong) {
    await expect(ask(manager, name, ...args), name).rejects.toThrow(message);
  }
});

test("reads no more pages at once than the user allows", async ({ extension, server }) => {
  const gate = server.hold();
  const manager = await extension.openManager();
  await ask(manager, "setSettings", { theme: "light", connections: 5 });
  const { id } = await askJob(manager, "save", { text: listOf(server) }, {});
  await gate.held(5);
  expect(server.seen).toHaveLength(5);
  gate.open();
  await follow(manager, id);
  const titles = (await allLinks(manager)).map(({ title }) => title);
  expect(titles).toContain(titleOf("/page/0"));
});

test("forgets jobs that are over, and keeps their links", async ({ extension, server }) => {
  const manager = await extension.openManager();
  await saveText(manager, server.url("/a"));
  await saveText(manager, server.url("/b"));
  await ask(manager, "clearJobs");
  expect(await ask(manager, "listJobs")).toEqual([]);
  expect(await allLinks(manager)).toHaveLength(2);
});
