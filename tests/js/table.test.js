import assert from "node:assert/strict";
import { test } from "node:test";
import { tableLines } from "../run/table.js";

/** @import {LinkView, SaveReport} from "../../extension/wasm/urlink.js" */

const report = /** @type {SaveReport} */ ({
  saved: [{ line: 2, input: "b.test", id: "2", url: "http://b.test/" }],
  partial: [],
  failed: [{ line: 0, input: "a.test", id: "1", url: "http://a.test/", message: "No answer." }],
  blocked: [],
  duplicates: [],
  skipped: [{ line: 1, input: "" }],
  waiting: [],
});

const links = new Map([
  ["1", /** @type {LinkView} */ ({ id: "1", title: "a.test" })],
  ["2", /** @type {LinkView} */ ({ id: "2", title: "제목", image: { url: "x" } })],
]);

test("shows the lines in their order, and how each ended", () => {
  const [, first, second, ...more] = tableLines(report, links, new Map([["http://b.test/", 12]]));
  assert.match(first ?? "", /^http:\/\/a\.test\/ +failed +a\.test \(No answer\.\) +no +$/);
  assert.match(second ?? "", /^http:\/\/b\.test\/ +saved +제목 +yes +12$/);
  assert.deepEqual(more, []);
});

test("keeps its columns under long and wide titles", () => {
  const long = new Map(links);
  for (const title of ["가".repeat(60), "x".repeat(60), "x가".repeat(30)]) {
    long.set("2", /** @type {LinkView} */ ({ id: "2", title }));
    const line = tableLines(report, long, new Map())[2] ?? "";
    const columns = Array.from(line, (letter) => (letter === "가" ? 2 : 1));
    const sum = columns.reduce((whole, one) => whole + one, 0);
    assert.equal(sum, 52 + 2 + 9 + 2 + 40 + 2 + 5 + 2 + 6, line);
  }
});
