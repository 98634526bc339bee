import { recordFrames, scrollBack, scrollLength, settled, stopFrames } from "./in-browser.js";

/** @import {Page} from "@playwright/test" */

/** How fast one scrolls who looks at the cards, in pixels a second, and for how long. */
const READING = { speed: 3000, seconds: 4 };

/** Who wants to see the end is there after so long, in seconds. */
const ALL = 6;

/** Frames are counted over so long, in milliseconds. */
const WINDOW = 1000;

/**
 * Scrolls the manager with the wheel: first as one does who looks, then through everything.
 * @param {Page} manager
 * @returns {Promise<{reading: number, all: number, late: number}>} frames in the worst second; milliseconds until
 *   the cards at the end are there
 */
export async function measureFrames(manager) {
  const reading = await wheel(manager, READING.speed * READING.seconds, READING.seconds);
  const all = await wheel(manager, await manager.evaluate(scrollLength), ALL);
  const late = await manager.evaluate(settled);
  await manager.evaluate(scrollBack);
  await manager.evaluate(settled);
  return { reading, all, late };
}

/**
 * @param {Page} manager
 * @param {number} pixels
 * @param {number} seconds
 */
async function wheel(manager, pixels, seconds) {
  const session = await manager.context().newCDPSession(manager);
  const recording = manager.evaluate(recordFrames);
  await session.send("Input.synthesizeScrollGesture", {
    x: 700,
    y: 500,
    yDistance: -Math.round(pixels),
    speed: Math.round(pixels / seconds),
    gestureSourceType: "mouse",
  });
  await manager.evaluate(stopFrames);
  await session.detach();
  return worstSecond((await recording).frames);
}

/**
 * The fewest frames within a second; of less than a second, as many as there would be in one.
 * @param {number[]} times of the frames, in milliseconds
 */
export function worstSecond(times) {
  let worst = Number.POSITIVE_INFINITY;
  let first = 0;
  for (const [at, time] of times.entries()) {
    while (time - (times[first] ?? time) > WINDOW) first += 1;
    const start = times[first - 1];
    if (start !== undefined) worst = Math.min(worst, at - first + 1);
  }
  if (worst !== Number.POSITIVE_INFINITY) return worst;
  const [start = 0, end = start] = [times[0], times.at(-1)];
  return ((times.length - 1) * WINDOW) / Math.max(1, end - start);
}
