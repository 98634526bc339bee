import assert from "node:assert/strict";
import { test } from "node:test";
import { ReadAhead } from "../../extension/js/platform/read-ahead.js";

/**
 * A storage area, and what it was asked for.
 * @param {Record<string, unknown>} stored
 */
function areaOf(stored) {
  /** @type {string[][]} */
  const asked = [];
  return {
    stored,
    asked,
    broken: false,
    /** @param {string | string[]} names */
    get(names) {
      const keys = [names].flat();
      asked.push(keys);
      if (this.broken) return Promise.reject(new Error("Corruption"));
      const there = keys.filter((key) => key in stored).map((key) => [key, stored[key]]);
      return Promise.resolve(Object.fromEntries(there));
    },
    /** @param {Record<string, unknown>} entries */
    set(entries) {
      Object.assign(stored, entries);
      return Promise.resolve();
    },
  };
}

/** @param {ReturnType<typeof areaOf>} area @param {ReturnType<typeof areaOf>} notes */
const start = (area, notes) => {
  const ahead = new ReadAhead(/** @type {any} */ (area), /** @type {any} */ (notes));
  ahead.begin();
  return ahead;
};

/** Opens a library as the core does. @param {ReturnType<typeof areaOf>} area @param {ReturnType<typeof areaOf>} notes */
async function open(area, notes) {
  const ahead = start(area, notes);
  const found = [await ahead.get(["a", "none"]), await ahead.get(["b", "c"])];
  await ahead.end();
  return found;
}

test("what the worker before asked for is read at once, and given as it is stored", async () => {
  const [area, notes] = [areaOf({ a: "1", b: "2", c: "3" }), areaOf({})];
  const first = await open(area, notes);
  assert.deepEqual(first, [{ a: "1" }, { b: "2", c: "3" }]);
  assert.equal(area.asked.length, 2);

  area.asked.length = 0;
  area.stored.b = "4";
  assert.deepEqual(await open(area, notes), [{ a: "1" }, { b: "4", c: "3" }]);
  assert.deepEqual(area.asked, [["a", "none", "b", "c"]]);
});

test("what is new is read besides", async () => {
  const [area, notes] = [areaOf({ a: "1", b: "2", c: "3", d: "5" }), areaOf({})];
  await open(area, notes);
  area.asked.length = 0;
  const ahead = start(area, notes);
  assert.deepEqual(await ahead.get(["c", "d"]), { c: "3", d: "5" });
  assert.deepEqual(area.asked[1], ["d"]);
  await ahead.end();
  assert.deepEqual(
    await new ReadAhead(/** @type {any} */ (area), /** @type {any} */ (notes)).get(["d"]),
    { d: "5" },
  );
  area.asked.length = 0;
  await start(area, notes).get([]);
  assert.deepEqual(area.asked, [["c", "d"]]);
});

for (const [what, happens] of /** @type {const} */ ([
  ["something is written", (/** @type {ReadAhead} */ ahead) => ahead.forget()],
  ["the library is open", (/** @type {ReadAhead} */ ahead) => ahead.end()],
])) {
  test(`nothing that was read ahead is given after ${what}`, async () => {
    const [area, notes] = [areaOf({ a: "1" }), areaOf({})];
    await open(area, notes);
    const ahead = start(area, notes);
    assert.deepEqual(await ahead.get(["a"]), { a: "1" });
    const asked = ahead.get(["a"]);
    await happens(ahead);
    area.stored.a = "2";
    await asked;
    assert.deepEqual(await ahead.get(["a"]), { a: "2" });
  });
}

test("what cannot be read ahead is asked for again, and fails as it would", async () => {
  const [area, notes] = [areaOf({ a: "1", b: "2" }), areaOf({})];
  await open(area, notes);
  area.broken = true;
  const ahead = start(area, notes);
  await assert.rejects(ahead.get(["a"]), /Corruption/u);
  area.broken = false;
  assert.deepEqual(await ahead.get(["a"]), { a: "1" });
});

test("no more keys are noted than are to be read at once", async () => {
  const [area, notes] = [areaOf({}), areaOf({})];
  const ahead = start(area, notes);
  await ahead.get(Array.from({ length: 2000 }, (_, at) => `i:${at}`));
  await ahead.end();
  const [noted] = Object.values(notes.stored);
  assert.equal(/** @type {string[]} */ (noted).length, 512);
});
