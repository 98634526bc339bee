import assert from "node:assert/strict";
import { test } from "node:test";
import { isSame } from "../bench/compare.js";
import { FIELDS } from "../bench/fields.js";
import { scoreOf } from "../bench/score.js";

/** @import {Field} from "../bench/fields.js" */

/** @type {[Field, string, string, boolean][]} */
const CASES = [
  ["title", "  It’s\n“so” – here… ", `it's "so" - here...`, true],
  ["title", "e\u0301te\u0301", "été", true],
  ["title", "Soft\u00adhyphen", "softhyphen", true],
  ["title", "Bread", "Bread | Slow Bread", false],
  ["site_name", "SLOW BREAD", "Slow Bread", true],
  ["description", "Too short", "Too short to be the beginning of it", false],
  [
    "description",
    "Forty characters and a few more of it are…",
    "Forty characters and a few more of it are enough",
    true,
  ],
  [
    "description",
    "Forty characters and a few more of it were",
    "Forty characters and a few more of it are enough",
    false,
  ],
  ["image", "https://www.e.com/a%20b.png", "http://e.com:80/a b.png", true],
  ["image", "https://e.com/a.png?w=1", "https://e.com/a.png?w=2", false],
  ["image", "https://e.com/a.png#x", "https://E.com/a.png", true],
  ["image", "/a.png", "https://e.com/a.png", false],
  ["icon", "https://user@e.com/i.ico/", "https://e.com/i.ico", true],
  ["canonical", "https://e.com/%EA%B0%80", "https://e.com/가", true],
  ["canonical", "https://e.com/%ff", "https://e.com/%fe", true],
  ["lang", "ko-KR", "ko", true],
  ["lang", "en_GB", "EN", true],
  ["lang", "en", "ko", false],
  ["published", "2026-01-11T23:00:00-08:00", "20260112", true],
  ["published", "2026-01-11", "2026-01-13", false],
  ["published", "2026/06/31", "2026-07-01", false],
  ["published", "2026/02/28", "2026-03-01", true],
  ["published", "yesterday", "yesterday", false],
  ["author", "By Ada Lovelace and Max Born", "Max Born, Ada Lovelace", true],
  ["author", "Ada Lovelace", "Ada Lovelace, Max Born", false],
];

for (const [field, value, declared, expected] of CASES) {
  test(`${field}: ${value} ${expected ? "says" : "does not say"} ${declared}`, () => {
    assert.equal(isSame(field, value, declared), expected);
  });
}

test("a host says the same in both its spellings", () => {
  const { hostname } = new URL("http://책방.test/");
  assert.match(hostname, /^xn--/);
  assert.ok(isSame("canonical", `http://${hostname}/a`, "http://책방.test/a"));
});

test("a score counts the pages that declare a field, and no others", () => {
  /** @param {Partial<Record<Field, string[]>>} declared */
  const truth = (declared) =>
    /** @type {Record<Field, string[]>} */ (
      Object.fromEntries(FIELDS.map((field) => [field, declared[field] ?? []]))
    );
  const scores = scoreOf([
    { truth: truth({ title: ["A", "B"] }), values: { title: "b", author: "Nobody declared it" } },
    { truth: truth({ title: ["A"] }), values: { title: "C" } },
    { truth: truth({ title: ["A"] }), values: { title: null } },
    { truth: truth({}), values: { title: "A" } },
  ]);
  assert.deepEqual(scores.title, { declared: 3, found: 2, right: 1 });
  assert.deepEqual(scores.author, { declared: 0, found: 0, right: 0 });
});
