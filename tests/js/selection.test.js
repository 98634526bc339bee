import assert from "node:assert/strict";
import { test } from "node:test";
import { Doings } from "../../extension/js/core/doings.js";
import { pieces } from "../../extension/js/core/marks.js";
import { touched } from "../../extension/js/core/marquee.js";
import { beforeWhich, stepped } from "../../extension/js/core/place.js";
import {
  choose,
  chosenIds,
  countChosen,
  EVERYTHING,
  extend,
  isChosen,
  NOTHING,
  toggle,
  within,
} from "../../extension/js/core/selection.js";

const ORDER = ["a", "b", "c", "d", "e", "f"];
/** @param {import("../../extension/js/core/selection.js").Selection} selection */
const chosen = (selection) => ORDER.filter((id) => isChosen(selection, id)).join("");

test("a link is chosen and let go", () => {
  const one = toggle(NOTHING, "b");
  assert.equal(chosen(one), "b");
  assert.equal(chosen(toggle(one, "d")), "bd");
  assert.equal(chosen(toggle(one, "b")), "");
  assert.equal(countChosen(one, 6), 1);
});

test("a range begins at what was chosen last, and turns about it", () => {
  const start = toggle(NOTHING, "c");
  const down = extend(start, ORDER, "e");
  assert.equal(chosen(down), "cde");
  assert.equal(chosen(extend(down, ORDER, "a")), "abc");
});

test("a range leaves what was chosen before it", () => {
  const before = toggle(toggle(NOTHING, "a"), "d");
  const range = extend(before, ORDER, "f");
  assert.equal(chosen(range), "adef");
  assert.equal(chosen(extend(range, ORDER, "e")), "ade");
});

test("a range without a beginning begins where it is said to, or is one link", () => {
  assert.equal(chosen(extend(NOTHING, ORDER, "d", "b")), "bcd");
  assert.equal(chosen(extend(NOTHING, ORDER, "d")), "d");
  const gone = toggle(NOTHING, "z");
  assert.equal(chosen(extend(gone, ORDER, "b")), "b");
  assert.equal(chosen(extend(toggle(NOTHING, "a"), ORDER, "z")), "a");
});

test("all but some: what is let go is what is kept", () => {
  assert.equal(countChosen(EVERYTHING, 100_000), 100_000);
  const but = toggle(toggle(EVERYTHING, "b"), "c");
  assert.equal(chosen(but), "adef");
  assert.equal(countChosen(but, 6), 4);
  assert.equal(chosen(choose(but, ["c"])), "acdef");
  assert.equal(chosen(extend(but, ORDER, "a", "b")), "abcdef", "a range chooses again");
  assert.deepEqual(chosenIds(but, ORDER), ["a", "d", "e", "f"]);
});

test("ids come in the order of the view", () => {
  const two = toggle(toggle(NOTHING, "e"), "b");
  assert.deepEqual(chosenIds(two, ORDER), ["b", "e"]);
  assert.deepEqual(chosenIds(two, undefined), ["e", "b"]);
});

const CELLS = { total: 7, columns: 3, width: 100, height: 50, gap: 10 };

test("a rectangle touches the cells under it, whichever corner came first", () => {
  assert.deepEqual(touched({ x: 50, y: 25 }, { x: 120, y: 70 }, CELLS), [0, 1, 3, 4]);
  assert.deepEqual(touched({ x: 120, y: 70 }, { x: 50, y: 25 }, CELLS), [0, 1, 3, 4]);
  assert.deepEqual(touched({ x: -20, y: -20 }, { x: 999, y: 999 }, CELLS), [0, 1, 2, 3, 4, 5, 6]);
});

test("a rectangle between cells, or beside them, touches none", () => {
  assert.deepEqual(touched({ x: 102, y: 5 }, { x: 108, y: 20 }, CELLS), []);
  assert.deepEqual(touched({ x: 400, y: 5 }, { x: 500, y: 20 }, CELLS), []);
  assert.deepEqual(touched({ x: 5, y: -30 }, { x: 50, y: -5 }, CELLS), []);
  assert.deepEqual(
    touched({ x: 230, y: 125 }, { x: 280, y: 140 }, CELLS),
    [],
    "the row is not full",
  );
});

test("what was found is cut out, also where it overlaps or reaches too far", () => {
  const cut = (/** @type {string} */ text, /** @type {[number, number][]} */ ...found) =>
    pieces(text, found)
      .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
      .join("");
  assert.equal(cut("abcdef"), "abcdef");
  assert.equal(cut("abcdef", [4, 6], [0, 2]), "[ab]cd[ef]");
  assert.equal(cut("abcdef", [1, 4], [2, 5]), "a[bcd][e]f");
  assert.equal(cut("abc", [2, 9], [5, 6], [1, 1]), "ab[c]");
  assert.equal(cut("", [0, 1]), "");
});

test("before which entry something goes", () => {
  assert.equal(beforeWhich(ORDER, "b", false), "b");
  assert.equal(beforeWhich(ORDER, "b", true), "c");
  assert.equal(beforeWhich(ORDER, "f", true), undefined);
  assert.equal(beforeWhich(ORDER, "z", false), undefined);
  assert.deepEqual(stepped(ORDER, "b", -1), { before: "a" });
  assert.deepEqual(stepped(ORDER, "b", 1), { before: "d" });
  assert.deepEqual(stepped(ORDER, "e", 1), { before: undefined });
  assert.equal(stepped(ORDER, "f", 1), undefined);
  assert.equal(stepped(ORDER, "a", -1), undefined);
});

test("what was done is taken back, last first, and done again until something else is done", () => {
  const doings = /** @type {Doings<string>} */ (new Doings());
  doings.did("one");
  doings.did("two");
  assert.equal(doings.takeBack(), "two");
  doings.tookBack("two back");
  assert.equal(doings.takeAgain(), "two back");
  doings.didAgain("two again");
  assert.equal(doings.takeBack(), "two again");
  doings.tookBack("two back again");
  doings.did("three");
  assert.equal(doings.takeAgain(), undefined);
  doings.forget((change) => change === "three");
  assert.equal(doings.takeBack(), "one");
  assert.equal(doings.takeBack(), undefined);
});

test("what is gone is not chosen any more", () => {
  const some = choose(NOTHING, ["a", "c", "gone"]);
  assert.equal(countChosen(within(some, ORDER), 6), 2);
  assert.equal(chosen(within(some, ORDER)), "ac");
  const but = toggle(toggle(EVERYTHING, "b"), "gone");
  assert.equal(countChosen(within(but, ORDER), 6), 5);
  assert.equal(within(EVERYTHING, ORDER), EVERYTHING);
  const whole = choose(NOTHING, ORDER);
  assert.equal(within(whole, ORDER), whole);
});
