import { follow } from "../run/save.js";
import {
  answer,
  begun,
  HTML,
  hangUp,
  page,
  reset,
  silence,
  stall,
} from "../server/faults/behaviours.js";
import { FaultServer } from "../server/faults/server.js";
import { insist } from "./chaos.js";
import { test as base, expect, saveText } from "./fixtures.js";

/** @import {Job} from "../../extension/wasm/urlink.js" */
/** @import {Behaviour} from "../server/faults/server.js" */

/** More than CI has time for: `URLINK_CHAOS=16` is ten thousand links. */
const MORE = Number(process.env.URLINK_CHAOS ?? 1);

/** Of so many links, each fault has one in twenty. */
const LINKS = 600 * MORE;
const EACH = LINKS / 20;

/** What a tab may take to open while all this goes on, in milliseconds. */
const PATIENCE = 2_000;

/** @type {Record<string, Behaviour>} */
const FAULTS = {
  silent: silence,
  reset,
  empty: hangUp,
  stalled: stall(begun("Stalled")),
  ill: answer("", HTML, 500),
  gone: answer("", HTML, 404),
};

const test = /** @type {typeof base.extend<{faults: FaultServer}>} */ (base.extend)({
  faults: async ({}, use) => {
    const good = answer(page("Good"));
    const server = new FaultServer(new Map(Object.entries({ ...FAULTS, good, own: good })));
    await server.start();
    await use(server);
    await server.stop();
  },
  browserArgs: async ({ faults }, use) => use([faults.rules]),
});

test("many sites with many faults: all are accounted for, and a tab opens meanwhile", async ({
  extension,
  faults,
}) => {
  test.setTimeout(120_000 * MORE);
  const kinds = Object.keys(FAULTS);
  const urls = Array.from({ length: LINKS }, (_, index) =>
    faults.url(`${kinds[index % 20] ?? "good"}-${index}`),
  );
  const manager = await extension.openManager();
  const job = /** @type {Job} */ (await insist(manager, "save", { text: urls.join("\n") }, {}));
  await faults.over(`reset-${kinds.indexOf("reset")}`);

  const tab = await extension.context.newPage();
  const start = performance.now();
  await tab.goto(faults.url("own"));
  expect(performance.now() - start).toBeLessThan(PATIENCE);

  const done = await follow(manager, job.id);
  const failed = (kinds.length - 1) * EACH;
  expect(done.counts).toEqual({
    waiting: 0,
    saved: LINKS - failed - EACH,
    partial: EACH,
    failed,
    blocked: 0,
  });
  const counted = new Map(done.problems?.map(({ code, count }) => [code, count]));
  const codes = ["timeout", "reset", "empty", "stalled", "server-error", "not-found"];
  expect(counted).toEqual(new Map(codes.map((code) => [code, EACH])));
  expect(faults.mostInAll).toBeLessThanOrEqual(64 + 4);
});

test("one page given 200 times is asked for once; a thousand of one host, four at a time", async ({
  extension,
  faults,
}) => {
  const manager = await extension.openManager();
  const same = Array.from({ length: 200 }, () => faults.url("own"));
  const many = Array.from({ length: 1_000 }, (_, index) => `${faults.url("good")}${index}`);
  const { report } = await saveText(manager, [...same, ...many].join("\n"));
  expect([report.saved.length, report.duplicates.length]).toEqual([1_001, 199]);
  expect(faults.of("own")).toHaveLength(1);
  expect(faults.of("good")).toHaveLength(1_000);
  expect(faults.mostAtOnce.get("good.test")).toBeLessThanOrEqual(4);
});
