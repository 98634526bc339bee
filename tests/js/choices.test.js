import assert from "node:assert/strict";
import { test } from "node:test";
import { choices } from "../../extension/js/core/choices.js";

const list = {
  categories: ["공부", "Reading list", "Spreadsheets", "Work"].map((name, index) => ({
    id: `c${index}`,
    name,
    favourite: index < 2,
    count: index,
    created: 0,
  })),
  all: 6,
  unsorted: 2,
  problems: 0,
  favourites: 0,
  trash: 0,
  last: "c3",
};

/** @param {string} typed */
const ids = (typed) => choices(list, typed, "Unsorted").map(({ id }) => id);

test("the place that was used last stands first, then the unsorted, then the rest in order", () => {
  assert.deepEqual(ids(""), ["c3", "", "c0", "c1", "c2"]);
  const { last, ...fresh } = list;
  assert.equal(last, "c3");
  assert.deepEqual(
    choices(fresh, "", "Unsorted").map(({ id }) => id),
    ["", "c0", "c1", "c2", "c3"],
  );
});

test("what begins with the word stands before what holds it, and a new name can be created", () => {
  assert.deepEqual(ids("rea"), ["c1", "c2", "+"]);
  assert.deepEqual(ids("unsorted"), [""]);
  assert.deepEqual(choices(list, "  New  one ", "Unsorted"), [
    { kind: "new", id: "+", name: "New  one" },
  ]);
});

test("a name that exists is not offered for creation, however it is written", () => {
  assert.deepEqual(ids("WORK"), ["c3"]);
  assert.deepEqual(ids("공부".normalize("NFD")), ["c0"]);
});
