import assert from "node:assert/strict";
import { test } from "node:test";
import { drawing } from "../../extension/js/core/drawing.js";

test("draws once a frame, and with the answer that is awaited unless it is late", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let now = 0;
  context.mock.method(performance, "now", () => now);
  const pass = () => {
    now += 1000;
    context.mock.timers.tick(1000);
  };
  let drawn = 0;
  let awaited = false;
  /** @type {(() => void)[]} */
  const frames = [];
  const redraw = drawing(
    () => drawn++,
    () => awaited,
    (draw) => frames.push(draw),
  );
  const frame = () => {
    for (const draw of frames.splice(0)) draw();
    return drawn;
  };
  redraw();
  redraw();
  assert.equal(frame(), 1, "a burst is one drawing");

  awaited = true;
  redraw();
  redraw();
  assert.equal(frame(), 1, "it waits for the answer");
  awaited = false;
  redraw();
  assert.equal(frame(), 2);
  pass();
  assert.equal(frame(), 2, "what waited was drawn with it");

  awaited = true;
  redraw();
  assert.equal(frame(), 2);
  pass();
  assert.equal(frame(), 3, "the answer is late");
});
