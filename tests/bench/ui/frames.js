import { recordFrames, scrollBack, scrollLength, settled, stopFrames } from "./in-browser.js";

/** @import {CDPSession, Page} from "@playwright/test" */

/** How fast one scrolls who looks at the cards, in pixels a second, and for how long. */
const READING = { speed: 3000, seconds: 4 };

/** Who wants to see the end is there after so long, in seconds. */
const ALL = 6;

/** Frames are counted over so long, in milliseconds. */
const WINDOW = 1000;

/** What Chromium tells of each frame that it has put on the screen. */
const SHOWN = {
  category: "disabled-by-default-display.framedisplayed",
  name: "Display::FrameDisplayed",
};

/**
 * Frames in the worst second: those on the screen, and those in which the page could draw cards.
 * @typedef {{shown: number, drawn: number}} Frames
 */

/**
 * Scrolls the manager with the wheel: first as one does who looks, then through everything.
 * @param {Page} manager
 * @returns {Promise<{reading: Frames, all: Frames, late: number}>} `late`: milliseconds until the cards at the end
 *   are there
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
 * @returns {Promise<Frames>}
 */
async function wheel(manager, pixels, seconds) {
  const session = await manager.context().newCDPSession(manager);
  const endTrace = await traceFrames(session);
  const recording = manager.evaluate(recordFrames);
  await session.send("Input.synthesizeScrollGesture", {
    x: 700,
    y: 500,
    yDistance: -Math.round(pixels),
    speed: Math.round(pixels / seconds),
    gestureSourceType: "mouse",
  });
  await manager.evaluate(stopFrames);
  const shown = worstSecond(await endTrace());
  await session.detach();
  return { shown, drawn: worstSecond(await recording) };
}

/**
 * Notes each frame that comes to the screen: a page is scrolled without its script, so that cannot count them.
 * @param {CDPSession} session
 * @returns {Promise<() => Promise<number[]>>} ends it: their times, in milliseconds
 */
async function traceFrames(session) {
  /** @type {number[]} */
  const times = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const { name, ts } of /** @type {any[]} */ (value))
      if (name === SHOWN.name) times.push(ts / 1000);
  });
  const traceConfig = { includedCategories: [SHOWN.category] };
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig });
  return async () => {
    const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
    await session.send("Tracing.end");
    await complete;
    return times.sort((one, other) => one - other);
  };
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
