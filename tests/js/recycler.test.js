import assert from "node:assert/strict";
import { test } from "node:test";
import { Recycler } from "../../extension/js/core/recycler.js";

/**
 * @param {Recycler} recycler
 * @param {string} links  Each a letter.
 * @param {string} [held]
 */
function drawn(recycler, links, held = "") {
  const cards = recycler.assign([...links], [...held]);
  return [...links].map((link) => cards.get(link));
}

test("a new link takes over the card of one that has gone", () => {
  const recycler = new Recycler();
  const before = drawn(recycler, "abc");
  assert.equal(new Set(before).size, 3);
  assert.deepEqual(drawn(recycler, "xyz"), before, "in their order: nothing has to move");
});

test("a link that stays keeps its card", () => {
  const recycler = new Recycler();
  const [a, b, c] = drawn(recycler, "abc");
  assert.deepEqual(drawn(recycler, "cxb"), [c, a, b]);
});

test("a card that nobody needs is gone for good", () => {
  const recycler = new Recycler();
  const [a, b, c] = drawn(recycler, "abc");
  assert.deepEqual(drawn(recycler, "a"), [a]);
  const [, after] = drawn(recycler, "ab");
  assert.ok(after !== b && after !== c);
});

test("a card in someone's hands becomes no other link's", () => {
  const recycler = new Recycler();
  const [a, b] = drawn(recycler, "ab");
  const [x, y] = drawn(recycler, "xy", "a");
  assert.equal(x, b);
  assert.ok(y !== a && y !== b);
});
