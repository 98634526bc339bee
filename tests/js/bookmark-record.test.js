import assert from "node:assert/strict";
import { test } from "node:test";
import { readBookmarkRecord } from "../../extension/js/core/bookmark-record.js";

const NOTHING = { folders: {}, links: [] };

test("a record of bookmarks is read as it was written", () => {
  const record = { folders: { a: "7" }, links: ["8", "9"], top: "5" };
  const text = JSON.stringify({ top: "5", folders: { a: "7" }, links: ["8", "9"] });
  assert.deepEqual(readBookmarkRecord(text), { record, whole: true });
  assert.deepEqual(readBookmarkRecord(undefined), { record: NOTHING, whole: true });
});

test("of a damaged record of bookmarks, what is whole is read", () => {
  for (const text of ["", "{", "7", "null", "[]", '"x"', '{"folders":7}', '{"links":{"0":"8"}}']) {
    assert.deepEqual(readBookmarkRecord(text), { record: NOTHING, whole: false }, text);
  }
  const half = JSON.stringify({ top: 5, folders: { a: "7", b: [1] }, links: ["8", 9] });
  const record = { folders: { a: "7" }, links: ["8"] };
  assert.deepEqual(readBookmarkRecord(half), { record, whole: false });
});
