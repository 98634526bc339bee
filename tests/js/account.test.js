import assert from "node:assert/strict";
import { test } from "node:test";
import { findLost, OUTCOMES } from "../run/account.js";

/** @import {SaveReport} from "../../extension/wasm/urlink.js" */

/**
 * @param {Partial<Record<keyof SaveReport, [line: number, input: string][]>>} lists
 * @returns {SaveReport}
 */
function report(lists) {
  const whole = Object.fromEntries([...OUTCOMES, "waiting"].map((name) => [name, []]));
  for (const [name, entries] of Object.entries(lists)) {
    whole[name] = /** @type {never[]} */ (entries.map(([line, input]) => ({ line, input })));
  }
  return /** @type {SaveReport} */ (/** @type {unknown} */ (whole));
}

test("finds nothing where each line is in one list", () => {
  const lists = report({ saved: [[0, "a.test"]], skipped: [[1, ""]], failed: [[2, "b"]] });
  assert.deepEqual(findLost("a.test\r\n\r\nb\n", lists), []);
});

test("finds the line that is in no list", () => {
  assert.deepEqual(findLost("a\nb", report({ saved: [[0, "a"]] })), ["line 2 is lost: b"]);
});

test("finds the line that is in two lists", () => {
  const lists = report({ saved: [[0, "a"]], duplicates: [[0, "a"]] });
  assert.deepEqual(findLost("a", lists), ["line 1 is in saved and in duplicates"]);
});

test("finds the line that became another", () => {
  const lists = report({ saved: [[0, "b"]] });
  assert.deepEqual(findLost("a", lists), ["line 1 is not what was given"]);
});

test("finds the line that still waits", () => {
  assert.deepEqual(findLost("a", report({ waiting: [[0, "a"]] })), ["line 1 still waits"]);
});
