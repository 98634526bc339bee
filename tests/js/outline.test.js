import assert from "node:assert/strict";
import { test } from "node:test";
import { Chosen } from "../../extension/js/core/chosen.js";
import { bySite, entriesIn, filtered, rowsOf } from "../../extension/js/core/outline.js";

/** @import {Entry, Section} from "../../extension/js/core/outline.js" */

/** @param {string} key @returns {Entry} */
const entry = (key, host = "a.example") => ({
  key,
  url: `https://${host}/${key}`,
  title: key,
  host,
});

/**
 * @param {string} id
 * @param {number} depth
 * @param {...string} keys
 * @returns {Section}
 */
const section = (id, depth, ...keys) => ({
  id,
  depth,
  name: () => id,
  entries: keys.map((key) => entry(key)),
});

const TREE = [
  section("bar", 0, "1"),
  section("in bar", 1),
  section("deep", 2, "2", "3"),
  section("beside", 1, "4"),
  section("other", 0, "5"),
];

/** @param {Section[]} sections @param {string[]} [closed] */
const shown = (sections, closed = []) =>
  rowsOf(sections, new Set(closed)).map((row) =>
    row.kind === "section" ? `${"-".repeat(row.level)}${row.section.id}` : row.entry.key,
  );

test("a closed section hides all that is in it, and no more", () => {
  assert.deepEqual(shown(TREE), [
    "-bar",
    "1",
    "--in bar",
    "---deep",
    "2",
    "3",
    "--beside",
    "4",
    "-other",
    "5",
  ]);
  assert.deepEqual(shown(TREE, ["in bar"]), [
    "-bar",
    "1",
    "--in bar",
    "--beside",
    "4",
    "-other",
    "5",
  ]);
  assert.deepEqual(shown(TREE, ["bar", "deep"]), ["-bar", "-other", "5"]);
});

test("what is in a section is also what is in those inside it", () => {
  const keysIn = (/** @type {number} */ at) => {
    const one = TREE[at];
    return one ? entriesIn(TREE, one).map(({ key }) => key) : [];
  };
  assert.deepEqual(keysIn(0), ["1", "2", "3", "4"]);
  assert.deepEqual(keysIn(1), ["2", "3"]);
  assert.deepEqual(keysIn(4), ["5"]);
});

test("a search keeps the sections around what it found", () => {
  const kept = filtered(TREE, ({ key }) => key === "3" || key === "5");
  assert.deepEqual(shown(kept), ["-bar", "--in bar", "---deep", "3", "-other", "5"]);
  assert.deepEqual(
    filtered(TREE, () => false),
    [],
  );
});

test("the pages of a site are of several days, which each has to say", () => {
  const [row] = rowsOf(bySite([{ ...section("day", 0), entries: [entry("1", "b")] }]), new Set());
  assert.equal(row?.section.manyDays, true);
});

test("sites with most pages come first", () => {
  const one = {
    ...section("day", 0),
    entries: [entry("1", "b"), entry("2", "a"), entry("3", "c")],
  };
  const two = { ...section("before", 0), entries: [entry("4", "c")] };
  assert.deepEqual(shown(bySite([one, two])), [
    "-site:c",
    "3",
    "4",
    "-site:a",
    "2",
    "-site:b",
    "1",
  ]);
});

test("entries are chosen one by one, in ranges and all at once", () => {
  const order = ["1", "2", "3", "4", "5"].map((key) => entry(key));
  const [first, second, third, fourth] = order;
  assert.ok(first && second && third && fourth);
  const chosen = new Chosen();
  const keys = () =>
    chosen.entries
      .map(({ key }) => key)
      .sort()
      .join("");
  chosen.toggle(second);
  chosen.extend(order, fourth);
  assert.equal(keys(), "234");
  chosen.toggle(third);
  assert.equal(keys(), "24");
  chosen.extend(order, first);
  assert.equal(keys(), "1234", "from the one that was touched last");
  assert.equal(chosen.share([first, second]), "true");
  assert.equal(chosen.share(order), "mixed");
  chosen.toggleAll(order);
  assert.equal(keys(), "12345");
  chosen.toggleAll(order);
  assert.equal(chosen.share(order), "false");
});
