import assert from "node:assert/strict";
import { test } from "node:test";
import { howToOpen } from "../../extension/js/core/many-tabs.js";

test("more than ten tabs are asked for, and of more than a hundred the key Enter is not the answer", () => {
  const counts = [1, 10, 11, 100, 101, 10_000];
  const ways = ["unasked", "unasked", "asked", "asked", "wary", "wary"];
  assert.deepEqual(counts.map(howToOpen), ways);
});
