import { networkInterfaces } from "node:os";
import { answer, page, redirect } from "../server/faults/behaviours.js";
import { FaultServer } from "../server/faults/server.js";
import { test as base, expect, saveText } from "./fixtures.js";

/** @import {Behaviour} from "../server/faults/server.js" */
/** @import {SaveReport} from "../../extension/wasm/urlink.js" */

/** Each of these names leads into this machine. */
const WOLVES = Array.from({ length: 40 }, (_, index) => `wolf-${index}`);

/** An address of this machine that other machines of its network see. */
const OUTER = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === "IPv4" && !internal)?.address;

/** @type {Behaviour} */
const inward = (exchange, server) =>
  redirect(`http://127.0.0.1:${server.port}/inside`)(exchange, server);

/** @type {Behaviour} */
const byPath = (exchange, server) =>
  exchange.path === "/wiki"
    ? redirect(`http://machine.test:${server.port}/`)(exchange, server)
    : answer(page(`At ${exchange.path}`))(exchange, server);

const test = /** @type {typeof base.extend<{faults: FaultServer}>} */ (base.extend)({
  faults: async ({}, use) => {
    const names = ["127.0.0.1", "localhost", "near", "machine"];
    const server = new FaultServer(
      new Map([
        ...WOLVES.map((name) => /** @type {const} */ ([name, inward])),
        ...names.map((name) => /** @type {const} */ ([name, byPath])),
      ]),
    );
    await server.start();
    await use(server);
    await server.stop();
  },
  browserArgs: async ({ faults }, use) =>
    use([faults.rules.replace("=", `=MAP near.test ${OUTER ?? "127.0.0.1"},`)]),
});

/** @param {SaveReport["saved"]} entries */
const urlsOf = (entries) => entries.map(({ url }) => url);

test("what the user names inside is read, and nobody else leads there at the same time", async ({
  extension,
  faults,
}) => {
  const named = Array.from(
    { length: 40 },
    (_, index) => `http://${index % 2 ? "127.0.0.1" : "localhost"}:${faults.port}/own/${index}`,
  );
  const wolves = WOLVES.map((name) => faults.url(name));
  const mixed = named.flatMap((url, index) => [url, wolves[index] ?? url]);
  const manager = await extension.openManager();
  const { report } = await saveText(manager, mixed.join("\n"));
  expect(urlsOf(report.saved).sort()).toEqual([...named].sort());
  expect(urlsOf(report.blocked).sort()).toEqual([...wolves].sort());
  expect(new Set(report.blocked.map(({ code }) => code))).toEqual(new Set(["private"]));
  expect(faults.exchanges.filter(({ path }) => path === "/inside")).toEqual([]);

  // The rules are ours alone, and gone with the job.
  await expect
    .poll(() => extension.worker.evaluate(() => chrome.declarativeNetRequest.getSessionRules()))
    .toEqual([]);
});

test("a tab goes where it likes while pages are read", async ({ extension, faults }) => {
  const manager = await extension.openManager();
  const tab = await extension.context.newPage();
  await Promise.all([
    saveText(manager, WOLVES.map((name) => faults.url(name)).join("\n")),
    tab.goto(faults.url("wolf-0")),
  ]);
  expect(tab.url()).toBe(`http://127.0.0.1:${faults.port}/inside`);
  await expect(tab).toHaveTitle("At /inside");
});

test("a public name may have a private address where the user gives it, not where a page does", async ({
  extension,
  faults,
}) => {
  const manager = await extension.openManager();
  const [near, machine] = [`${faults.url("near")}wiki`, faults.url("machine")];
  const { report } = await saveText(manager, `${near}\n${machine}`);
  expect(urlsOf(report.saved)).toContain(machine);
  // Where this machine has no other address, both names are of the same network.
  expect(urlsOf(OUTER ? report.blocked : report.saved)).toContain(near);
});
