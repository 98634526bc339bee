import assert from "node:assert/strict";
import { test } from "node:test";
import { highest, scrolledTo, topAt, trackLength } from "../../extension/js/core/track.js";

const limit = highest(1);
const height = 800;
const short = { length: 25_000, height, limit };
const long = { length: 340_000_000, height, limit };

/** What Chrome lays out at most, in pixels of the screen. */
const CHROME = 2 ** 25;

test("what may be laid out is a track like itself", () => {
  assert.equal(trackLength(short), 25_000);
  for (const top of [-40, 0, 1, 12_000, 24_200, 24_260]) {
    assert.equal(topAt(top, short), top);
    assert.equal(scrolledTo(top, short), top);
  }
});

test("what is shorter than the view stays where it is", () => {
  const tiny = { length: 100, height, limit };
  assert.equal(topAt(-4, tiny), -4);
  assert.equal(topAt(30, tiny), 30);
});

test("no track is too high to lay out, also where a page's pixel is several of the screen", () => {
  for (const ratio of [0.5, 1, 1.25, 2, 3]) {
    const track = { ...long, limit: highest(ratio) };
    assert.ok(trackLength(track) * ratio < CHROME - 2000, `${ratio}`);
    assert.ok(trackLength(track) * ratio >= 0.49 * CHROME, `${ratio}`);
  }
});

test("both ends of a long track are the ends of what scrolls", () => {
  const last = trackLength(long) - height;
  assert.equal(topAt(0, long), 0);
  assert.equal(topAt(last, long), long.length - height);
  assert.equal(topAt(-4, long), -4, "above the first");
  assert.equal(topAt(last + 48, long), long.length - height + 48, "below the last");
});

test("on a long track more is always further, and the way back leads back", () => {
  let before = Number.NEGATIVE_INFINITY;
  for (let scrolled = -50; scrolled < trackLength(long); scrolled += 97_531) {
    const top = topAt(scrolled, long);
    assert.ok(top > before, `${scrolled}`);
    assert.ok(Math.abs(scrolledTo(top, long) - scrolled) < 0.001, `${scrolled}`);
    before = top;
  }
});
