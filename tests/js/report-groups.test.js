import assert from "node:assert/strict";
import { test } from "node:test";
import { groupsOf } from "../../extension/js/core/report-groups.js";

/** @import {SaveReport} from "../../extension/wasm/urlink.js" */

/** @type {SaveReport} */
const NOTHING = {
  saved: [],
  partial: [],
  failed: [],
  blocked: [],
  duplicates: [],
  skipped: [],
  waiting: [],
};

test("what was never stored was left out, whatever was wrong with it", () => {
  const groups = groupsOf({
    ...NOTHING,
    failed: [
      { line: 4, input: "not an address", code: "address-invalid" },
      { line: 1, input: "https://gone.example/", id: "a", code: "http-not-found" },
    ],
    blocked: [
      { line: 2, input: "ftp://files.example/", code: "scheme" },
      { line: 5, input: "https://shut.example/", id: "b", code: "http-forbidden" },
    ],
    skipped: [{ line: 3, input: "" }],
  });
  const lines = Object.entries(groups).map(([name, entries]) => [
    name,
    entries.map(({ line }) => line),
  ]);
  assert.deepEqual(Object.fromEntries(lines), {
    failed: [1],
    blocked: [5],
    partial: [],
    skipped: [2, 3, 4],
    duplicates: [],
  });
});
