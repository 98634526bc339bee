import { ask } from "../run/save.js";
import { titleOf } from "../server/page-server.js";
import { allOver, insist, storedLinks } from "./chaos.js";
import { expect, test } from "./fixtures.js";

/** @import {Worker} from "@playwright/test" */
/** @import {PageServer} from "../server/page-server.js" */

test.use({ hosts: 30 });

/** @param {PageServer} server @param {number} count */
const listOf = (server, count) =>
  Array.from({ length: count }, (_, index) => server.url(`/page/${index}`, index));

/**
 * Makes the core trap, in the midst of its own work, whenever it asks for a page: WebAssembly cannot catch what the
 * browser throws at it there.
 * @param {Worker} worker
 * @param {string} path
 */
const trapAt = (worker, path) =>
  worker.evaluate((end) => {
    // (module (func (export "f") unreachable))
    const code = "AGFzbQEAAAABBAFgAAADAgEABwUBAWYAAAoFAQMAAAs=";
    const bytes = Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => {
      if (String(input).endsWith(end)) /** @type {() => void} */ (exports.f)();
      return fetch(input, init);
    };
  }, path);

test("a page that makes the core trap is set aside, the others are read by a new core", async ({
  extension,
  server,
}) => {
  const manager = await extension.openManager();
  await trapAt(extension.worker, "/page/7");
  const urls = listOf(server, 40);
  await ask(manager, "save", { text: urls.join("\n") }, {});
  const [job] = await allOver(manager);
  expect(job?.counts).toMatchObject({ saved: 39, failed: 1 });
  const links = await storedLinks(manager);
  expect(links.map(({ url }) => url).sort()).toEqual([...urls].sort());
  for (const { url, problem, page } of links) {
    const { pathname } = new URL(url);
    if (pathname === "/page/7") expect(problem).toBe("parked");
    else expect(page?.title).toBe(titleOf(pathname));
  }
});

test("the requests of a core that trapped are ended", async ({ extension, server }) => {
  const manager = await extension.openManager();
  const gate = server.hold();
  await ask(manager, "save", { text: listOf(server, 8).join("\n") }, {});
  await gate.held(8);
  const ofTheFirst = [...server.seen];
  await trapAt(extension.worker, "/trap");
  await insist(manager, "save", { text: server.url("/trap") }, {});
  await expect.poll(() => ofTheFirst.filter(({ state }) => state === "open").length).toBe(0);
  gate.open();
  await allOver(manager);
  const saved = (await storedLinks(manager)).filter(({ state }) => state === "saved");
  expect(saved).toHaveLength(8);
});

test("a question in which the core traps is answered, and the next one by a new core", async ({
  extension,
  server,
}) => {
  const manager = await extension.openManager();
  const urls = listOf(server, 3);
  await ask(manager, "save", { text: urls[0] }, {});
  await allOver(manager);
  await extension.worker.evaluate(() => {
    const { now } = Date;
    // For whoever looks at the clock: the page has questions of its own.
    Date.now = () => {
      throw new RangeError("Maximum call stack size exceeded");
    };
    Object.assign(globalThis, { mend: () => Object.assign(Date, { now }) });
  });
  const message = { name: "save", args: [{ text: urls.join("\n") }, {}] };
  const first = await manager.evaluate((asked) => chrome.runtime.sendMessage(asked), message);
  expect(first).toMatchObject({ ok: false, code: "worker-stopped" });
  await extension.worker.evaluate(() => /** @type {any} */ (globalThis).mend());
  await ask(manager, "save", { text: urls.join("\n") }, {});
  await allOver(manager);
  expect((await storedLinks(manager)).map(({ url }) => url).sort()).toEqual([...urls].sort());
});
