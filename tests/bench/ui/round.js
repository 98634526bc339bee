import { ask, follow } from "../../run/save.js";
import { killWorker, startChromium } from "../save/chromium.js";
import { lettersOf, TYPED } from "../typed.js";
import { measureFrames } from "./frames.js";
import * as there from "./in-browser.js";
import { memoryOf } from "./memory.js";

/** @import {Page} from "@playwright/test" */
/** @import {CategoryList, Settings} from "../../../extension/wasm/urlink.js" */
/** @import {PageServer} from "../../server/page-server.js" */
/** @import {Chromium} from "../save/chromium.js" */
/** @import {Metric} from "./metrics.js" */

/** Told of every figure. @typedef {(metric: Metric, value: number) => void} Tell */

/** How often each thing is opened, and a link saved: of few, one in twenty would be the worst. */
const TIMES = 12;

/** A mark of each page: what stands there when it is of use. */
const USABLE = {
  "popup.html": "#places .place",
  "manager.html": ".card:not(.unknown)",
  "manifest.json": "pre",
};

/** More links than this are too many to be moved at once: a category of a tenth of them is. */
const MANY = 10_000;

/**
 * Everything once, in a browser that has just started.
 * @param {{browser: string, profile: string, links: number, server: PageServer}} course
 * @param {Tell} tell
 */
export async function measureRound({ browser, profile, links, server }, tell) {
  const chromium = await startChromium(browser, profile);
  try {
    await chromium.context.addInitScript(there.prepare);
    const categories = /** @type {CategoryList} */ (await ask(chromium.page, "listCategories"));
    if (categories.all !== links) throw new Error("the library is not what was made up");
    await measureScan(chromium, tell);
    await useManager(chromium, categories, tell);
    await measureOpenings(chromium, tell);
    await measureSaves(chromium, server, tell);
  } finally {
    await chromium.close();
  }
}

/**
 * Chrome's own look at all that is stored, when something is to be written first.
 * @param {Chromium} chromium
 * @param {Tell} tell
 */
async function measureScan({ page }, tell) {
  const first = await page.evaluate(there.write);
  tell("scan", first - (await page.evaluate(there.write)));
  await page.evaluate(there.unwrite);
}

/**
 * @param {Chromium} chromium
 * @param {CategoryList} categories
 * @param {Tell} tell
 */
async function useManager(chromium, { all, categories }, tell) {
  const { manager } = await open(chromium, "manager.html");
  await collectGarbage(manager);
  await tellMemory(chromium, "memory opened", tell);
  for (const layout of /** @type {const} */ (["cards", "list"])) {
    await change(manager, { layout });
    const { reading, all: through, late } = await measureFrames(manager);
    tell(`${layout} read`, reading.shown);
    tell(`${layout} read drawn`, reading.drawn);
    tell(`${layout} all`, through.shown);
    tell(`${layout} all drawn`, through.drawn);
    tell(`${layout} late`, late);
  }
  await change(manager, { layout: "cards" });
  await measureKeystrokes(manager, tell);
  await tellMemory(chromium, "memory most", tell);
  await collectGarbage(manager);
  await tellMemory(chromium, "memory used", tell);

  const [first, second] = categories.toReversed();
  await manager.evaluate(there.show, all > MANY ? `category=${first?.id}` : "all");
  await manager.evaluate(there.settled);
  tell("choose", await manager.evaluate(there.chooseAll));
  const names = { move: "Move", category: second?.name ?? "" };
  const { move, undo } = await manager.evaluate(there.moveAndBack, names);
  tell("move disk", move.disk);
  tell("move screen", move.screen);
  tell("undo disk", undo.disk);
  tell("undo screen", undo.screen);
  await manager.close();
}

/**
 * @param {Page} manager
 * @param {Tell} tell
 */
async function measureKeystrokes(manager, tell) {
  await manager.focus("#find");
  await ask(manager, "prepareSearch");
  for (const words of Object.values(TYPED)) {
    for (const word of words) {
      const states = lettersOf(word).filter((state) => !state.endsWith(" "));
      for (const { shown, frame } of await manager.evaluate(there.type, states)) {
        tell("keystroke", shown);
        tell("keystroke frame", frame);
      }
      for (const time of await manager.evaluate(there.find, states)) tell("keystroke core", time);
      await manager.evaluate(there.type, [""]);
    }
  }
}

/**
 * @param {Chromium} chromium
 * @param {Tell} tell
 */
async function measureOpenings(chromium, tell) {
  for (const name of /** @type {const} */ (["popup", "manager"])) {
    for (const worker of /** @type {const} */ (["asleep", "awake"])) {
      for (let count = 0; count < TIMES; count += 1) {
        if (worker === "asleep") await killWorker(chromium.page);
        const { manager, milliseconds } = await open(chromium, `${name}.html`);
        tell(`${name} ${worker}`, milliseconds);
        if (name === "manager")
          tell(`confirmed ${worker}`, await manager.evaluate(there.confirmed));
        await manager.close();
      }
    }
  }
  for (let count = 0; count < TIMES; count += 1) {
    const { manager, milliseconds } = await open(chromium, "manifest.json");
    tell("floor", milliseconds);
    await manager.close();
  }
  await change(chromium.page, { sort: "title" });
  await killWorker(chromium.page);
  const { manager, milliseconds } = await open(chromium, "manager.html");
  tell("by title", milliseconds);
  await manager.close();
  await change(chromium.page, { sort: "newest" });
}

/**
 * @param {Chromium} chromium
 * @param {PageServer} server
 * @param {Tell} tell
 */
async function measureSaves({ page }, server, tell) {
  for (let count = 0; count < TIMES; count += 1) {
    await killWorker(page);
    const { milliseconds, job } = await page.evaluate(there.saveOne, server.url(`/one/${count}`));
    tell("save", milliseconds);
    await follow(page, job);
  }
}

/**
 * @param {Chromium} chromium
 * @param {keyof typeof USABLE} name
 */
async function open({ context, origin }, name) {
  const manager = await context.newPage();
  await manager.goto(`${origin}/${name}`, { waitUntil: "commit" });
  return { manager, milliseconds: await manager.evaluate(there.opened, USABLE[name]) };
}

/**
 * @param {Chromium} chromium
 * @param {"memory opened" | "memory most" | "memory used"} metric
 * @param {Tell} tell
 */
async function tellMemory({ process }, metric, tell) {
  const bytes = await memoryOf(process);
  if (bytes !== undefined) tell(metric, bytes / 1e6);
}

/**
 * A busy machine leaves the garbage for later, and another one does not.
 * @param {Page} manager
 */
async function collectGarbage(manager) {
  const session = await manager.context().newCDPSession(manager);
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
}

/**
 * @param {Page} page
 * @param {Partial<Settings>} some
 */
async function change(page, some) {
  const settings = /** @type {Settings} */ (await ask(page, "getSettings"));
  await ask(page, "setSettings", { ...settings, ...some });
}
