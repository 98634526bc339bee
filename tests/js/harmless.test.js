import assert from "node:assert/strict";
import { test } from "node:test";
import { isHarmless } from "../../extension/js/core/harmless.js";

const SVG = "image/svg+xml; charset=utf-8";

/** @param {string} text */
const drawing = (text) => isHarmless(SVG, new TextEncoder().encode(`<svg>${text}</svg>`));

/**
 * @param {string} head
 * @param {number[]} bytes
 */
const picture = (head, ...bytes) =>
  isHarmless("image/any", Uint8Array.from([...Buffer.from(head, "latin1"), ...bytes]));

/** Groups, each of which uses the one before it some times. */
const groups = (/** @type {number} */ levels, /** @type {number} */ times) =>
  Array.from(
    { length: levels },
    (_, level) => `<g id="g${level + 1}">${`<use href="#g${level}"/>`.repeat(times)}</g>`,
  ).join("");

test("drawings as sites have them are shown", () => {
  assert.ok(drawing('<path d="M0 0h9v9z"/>'));
  assert.ok(drawing(`<g id="g0"><path d="${"M0 0h9v9z".repeat(500)}"/></g>${groups(2, 3)}`));
  assert.ok(drawing('<image href="data:image/png;base64,AAAA"/>'));
  assert.ok(drawing(" ".repeat(250_000)));
});

test("drawings that write themselves out without end are not", () => {
  for (const bomb of [
    groups(6, 10),
    groups(12, 3),
    groups(6, 10).replaceAll("<use", "<s:use"),
    '<marker id="m"/>',
    "<foreignObject/>",
    '<image href="data:image/svg+xml,x"/>',
    `<g id="g0">${"<path/>".repeat(30_000)}</g>${groups(6, 3)}`,
  ])
    assert.ok(!drawing(bomb), bomb.slice(0, 60));
  const text = '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>';
  assert.ok(!isHarmless("image/svg+xml", new TextEncoder().encode(text)));
});

test("pictures of more pixels than a screen could ever show are not", () => {
  const png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  const large = [0, 0, 0x4e, 0x20];
  assert.ok(picture(png, 0, 0, 2, 0, 0, 0, 2, 0));
  assert.ok(!picture(png, ...large, ...large));
  assert.ok(!picture("GIF89a", 0x20, 0x4e, 0x20, 0x4e));
  assert.ok(
    !picture(`BM${"\0".repeat(16)}`, 0x20, 0x4e, 0, 0, 0xe0, 0xb1, 0xff, 0xff),
    "upside down",
  );
  const jpeg = "\xff\xd8\xff\xe0\0\x04ab\xff\xc4\0\x02\xff\xc2\0\x11\b";
  assert.ok(picture(jpeg, 4, 0, 4, 0));
  assert.ok(!picture(jpeg, 0xff, 0xff, 0xff, 0xff));
  assert.ok(!picture(`RIFF\0\0\0\0WEBPVP8X${"\0".repeat(8)}`, 0x1f, 0x4e, 0, 0x1f, 0x4e, 0));
  assert.ok(!picture("RIFF\0\0\0\0WEBPVP8L\0\0\0\0/", 0xff, 0xff, 0xff, 0x0f));
  assert.ok(!picture(`RIFF\0\0\0\0WEBPVP8 ${"\0".repeat(10)}`, 0xff, 0x3f, 0xff, 0x3f));
  const avif = "\0\0\0\x1cftypavif\0\0\0\0\0\0\0\x14ispe\0\0\0\0";
  assert.ok(picture(avif, 0, 0, 4, 0, 0, 0, 4, 0));
  assert.ok(!picture(avif, ...large, ...large));
});

test("what is cut off, or of another kind, is left to the browser", () => {
  for (const head of [
    "",
    "\x89PNG",
    "\xff\xd8\xff",
    "RIFF\0\0\0\0WEBPVP8X",
    "\0\0\x01\0icon",
    "<html>",
  ])
    assert.ok(picture(head), head);
});
