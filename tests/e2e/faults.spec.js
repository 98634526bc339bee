import { FaultServer, labelOf } from "../server/faults/server.js";
import { TABLE } from "../server/faults/table.js";
import { test as base, expect, saveText } from "./fixtures.js";

/** @import {LinkView} from "../../extension/wasm/urlink.js" */
/** @import {Row} from "../server/faults/table.js" */

const test = /** @type {typeof base.extend<{faults: FaultServer}>} */ (base.extend)({
  faults: async ({}, use) => {
    const server = new FaultServer(
      new Map(TABLE.flatMap(({ name, behaviour }) => (behaviour ? [[name, behaviour]] : []))),
    );
    await server.start();
    await use(server);
    await server.stop();
  },
  browserArgs: async ({ faults }, use) => use([faults.rules]),
});

test("each fault of a site has the outcome it must have", async ({ extension, faults }) => {
  test.setTimeout(120_000);
  const manager = await extension.openManager();
  const urls = TABLE.map(({ name, url }) => url?.(faults) ?? faults.url(name));
  const { links } = await saveText(manager, urls.join("\n"));
  const byName = new Map(Array.from(links.values(), (link) => [nameOf(link), link]));

  await Promise.all(
    TABLE.filter(({ outcome }) => outcome.left).map(({ name, outcome }) =>
      faults.over(name, outcome.requests),
    ),
  );
  for (const row of TABLE) {
    expect.soft(told(row, byName.get(row.name), faults), row.name).toEqual(row.outcome);
  }
  const inside = faults.exchanges.filter(({ path }) => path === "/inside");
  expect(inside.map(({ host }) => host)).toEqual([]);
  expect(faults.exchanges.filter(({ headers }) => headers.cookie)).toEqual([]);
});

/** @param {LinkView} link */
const nameOf = ({ url }) => labelOf(new URL(url).hostname);

/**
 * What became of a row, in as much as its outcome says something of it.
 * @param {Row} row
 * @param {LinkView | undefined} link
 * @param {FaultServer} faults
 */
function told({ name, outcome }, link, faults) {
  const exchanges = faults.of(name);
  const page = /** @type {Record<string, unknown>} */ (link?.page ?? {});
  const fields = Object.keys(outcome.page ?? {});
  return {
    state: link?.state,
    ...(link?.problem && { problem: link.problem.code }),
    ...(outcome.title !== undefined && { title: link?.title }),
    requests: exchanges.length,
    ...(outcome.left && { left: exchanges.every(({ state }) => state === "left") }),
    ...(outcome.page && { page: Object.fromEntries(fields.map((field) => [field, page[field]])) }),
  };
}
