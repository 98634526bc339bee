import { ask, follow } from "../run/save.js";
import { titleOf } from "../server/page-server.js";
import { expect, test } from "./fixtures.js";
import { allLinks } from "./library.js";

/** @import {Job} from "../../extension/wasm/urlink.js" */
/** @import {PageServer} from "../server/page-server.js" */

const COUNT = 120;

test.use({ hosts: 30 });

/** @param {PageServer} server */
const urlsOf = (server) =>
  Array.from({ length: COUNT }, (_, index) => server.url(`/page/${index}`, index));

test("goes on where it was when the worker is killed", async ({ extension, server }) => {
  const urls = urlsOf(server);
  const gate = server.hold(40);
  const manager = await extension.openManager();
  const job = /** @type {Job} */ (await ask(manager, "save", { text: urls.join("\n") }, {}));
  await gate.held(10);
  const ofTheKilled = [...server.seen];
  await extension.killWorker();
  await expect.poll(() => ofTheKilled.filter(({ state }) => state === "open").length).toBe(0);
  gate.open();

  const done = await follow(manager, job.id);
  expect(done.counts).toEqual({ waiting: 0, saved: COUNT, partial: 0, failed: 0, blocked: 0 });
  const links = await allLinks(manager);
  expect(links.map(({ url }) => url).sort()).toEqual(urls.sort());
  for (const { url, title } of links) expect(title).toBe(titleOf(new URL(url).pathname));
});

test("goes on by itself, with no page open", async ({ extension, server }) => {
  test.setTimeout(120_000);
  const urls = urlsOf(server);
  const gate = server.hold(40);
  const manager = await extension.openManager();
  const job = /** @type {Job} */ (await ask(manager, "save", { text: urls.join("\n") }, {}));
  await gate.held(10);
  await manager.close();
  await extension.killWorker();
  gate.open();
  const again = server.hold();
  await again.held(1);
  again.open();

  const later = await extension.openManager();
  const done = await follow(later, job.id);
  expect(done.counts.saved).toBe(COUNT);
});
