import assert from "node:assert/strict";
import { test } from "node:test";
import { time } from "../bench/clock.js";
import { Dice } from "../bench/dice.js";
import { race, readAll } from "../bench/race.js";
import { median, quantile, ratioOf, speedOf } from "../bench/statistics.js";

/** @import {Contender} from "../bench/hosts.js" */

test("a quantile stands between its neighbours in proportion, in whatever order they come", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(quantile([10, 0], 0.95), 9.5);
  assert.equal(quantile([7], 0.95), 7);
  assert.equal(quantile([1, 2, 3], 1), 3);
  assert.throws(() => median([]), RangeError);
});

test("the speed is that of all pages together, not the mean of their speeds", () => {
  const speed = speedOf([
    { bytes: 1_000_000, milliseconds: 10 },
    { bytes: 1_000_000, milliseconds: 90 },
  ]);
  assert.equal(speed.megabytesPerSecond, 20);
  assert.equal(speed.p50, 50);
  assert.ok(Math.abs(speed.p95 - 86) < 1e-9);
});

test("a ratio is taken over the pages that both read", () => {
  const slow = new Map([
    ["a", 20],
    ["b", 40],
    ["c", 1000],
  ]);
  const fast = new Map([
    ["a", 1],
    ["b", 2],
    ["d", 1000],
  ]);
  assert.equal(ratioOf(slow, fast), 20);
});

test("a reading is repeated for as long as asked; its time is that of one", async () => {
  let clock = 100;
  let readings = 0;
  const read = () => {
    readings += 1;
    clock += 3;
  };
  assert.equal(await time(read, 8, () => clock), 3);
  assert.equal(readings, 3);
  assert.equal(await time(read, 0, () => clock), 3);
  assert.equal(readings, 4);
});

test("chance is the same for the same seed, and even", () => {
  const numbers = (/** @type {number} */ seed) => {
    const dice = new Dice(seed);
    return Array.from({ length: 1000 }, () => dice.next());
  };
  assert.deepEqual(numbers(7), numbers(7));
  assert.notDeepEqual(numbers(7), numbers(8));
  assert.ok(Math.abs(median(numbers(7)) - 0.5) < 0.05);
  assert.ok(numbers(7).every((number) => number >= 0 && number < 1));
});

test("a sample keeps the order, has no value twice, and is as large as asked", () => {
  const list = Array.from({ length: 100 }, (_, index) => index);
  const sample = new Dice(1).sample(list, 10);
  assert.equal(sample.length, 10);
  assert.equal(new Set(sample).size, 10);
  assert.deepEqual(
    sample,
    [...sample].sort((one, other) => one - other),
  );
  assert.deepEqual(new Dice(1).sample([1, 2], 10), [1, 2]);
});

/**
 * A contender that takes, for each page in turn, the times given.
 * @param {string} name
 * @param {string[]} log
 * @param {number[]} [times]
 */
function fake(name, log, times = []) {
  return /** @type {Contender} */ ({
    name,
    host: "Node",
    read: (page) =>
      page === 1 && name === "fails"
        ? Promise.reject(new Error("no"))
        : Promise.resolve({ title: name }),
    measure: (page) => {
      log.push(`${name}${page}`);
      return Promise.resolve(times.shift() ?? 0);
    },
  });
}

test("contenders take turns page by page, each time from another start; the median counts", async () => {
  /** @type {string[]} */
  const log = [];
  const [a, b] = [fake("a", log, [1, 10, 3, 30, 2, 20]), fake("b", log)];
  const both = new Set([0, 1]);
  const times = await race(
    new Map([
      [a, both],
      [b, both],
    ]),
    {
      pages: [0, 1],
      rounds: 3,
      atLeast: 0,
      isTimeUp: () => false,
    },
  );
  assert.deepEqual(log.slice(0, 6), ["b0", "a0", "a1", "b1", "b0", "a0"]);
  assert.equal(log.length, 12);
  assert.deepEqual(
    times.get(a),
    new Map([
      [0, 2],
      [1, 20],
    ]),
  );
});

test("when the time is up the race ends, but not before every page was measured once", async () => {
  /** @type {string[]} */
  const log = [];
  const only = fake("a", log);
  const course = { pages: [0, 1, 2], rounds: 9, atLeast: 0, isTimeUp: () => true };
  await race(new Map([[only, new Set([0, 2])]]), course);
  assert.deepEqual(log, ["a0", "a2"]);
});

test("a contender that fails on a page has no reading of it, and keeps the others", async () => {
  const failing = fake("fails", []);
  const readings = await readAll([failing], [0, 1, 2]);
  assert.deepEqual([...(readings.get(failing)?.keys() ?? [])], [0, 2]);
});
