import assert from "node:assert/strict";
import { test } from "node:test";
import { isCommand, keyOf, keySign } from "../../extension/js/core/keys.js";
import { hashOf, isCategory, VIEWS, viewOf } from "../../extension/js/core/route.js";

test("a letter is itself, whatever the case, and wherever the keyboard has it", () => {
  assert.equal(keyOf({ key: "e", code: "KeyE" }), "e");
  assert.equal(keyOf({ key: "E", code: "KeyE" }), "e");
  assert.equal(keyOf({ key: "e", code: "KeyD" }), "e", "Dvorak");
});

test("while Hangul is written, a key is the letter that stands on it", () => {
  assert.equal(keyOf({ key: "ㄷ", code: "KeyE" }), "e");
  assert.equal(keyOf({ key: "ㅃ", code: "KeyQ" }), "q");
  assert.equal(keyOf({ key: "Process", code: "KeyF" }), "f");
});

test("other keys keep their names", () => {
  for (const key of ["/", "?", " ", "Escape", "ArrowDown", "1", "가"]) {
    assert.equal(keyOf({ key, code: "Slash" }), key);
  }
});

test("Control or Command commands", () => {
  assert.ok(isCommand({ ctrlKey: true, metaKey: false }));
  assert.ok(isCommand({ ctrlKey: false, metaKey: true }));
  assert.ok(!isCommand({ ctrlKey: false, metaKey: false }));
});

test("keys are written as the keyboard writes them", () => {
  assert.equal(keySign("Ctrl", false), "Ctrl");
  assert.equal(keySign("Ctrl", true), "⌘");
  assert.equal(keySign("Alt", true), "⌥");
  for (const isMac of [false, true]) assert.equal(keySign("A", isMac), "A");
});

test("every view has a hash of its own, and is no category", () => {
  for (const view of VIEWS) {
    assert.equal(viewOf(hashOf(view)), view);
    assert.ok(!isCategory(view));
  }
  assert.ok(isCategory("0190b5a2"));
});
