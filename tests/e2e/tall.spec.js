import { ask, follow } from "../run/save.js";
import { expect, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */
/** @import {Job} from "../../extension/wasm/urlink.js" */
/** @import {Extension} from "./fixtures.js" */

/** In one column higher than Chrome lays anything out at this zoom: each pixel of the page is four of the screen. */
const LINKS = 28_000;
const ZOOM = 4;

/** Wide enough for whole cards, and for one of them. */
const WIDTH = 562;

/**
 * Links whose pages are not read.
 * @param {Extension} extension
 * @param {Page} manager
 * @param {number} count
 */
async function fill({ context }, manager, count) {
  await context.setOffline(true);
  const urls = Array.from({ length: count }, (_, index) => `https://shelf.example/${index}`);
  const job = /** @type {Job} */ (await ask(manager, "save", { urls }, {}));
  await ask(manager, "cancelJob", job.id);
  await follow(manager, job.id);
}

/** @param {Page} page @param {number} index */
const cardAt = (page, index) => page.locator(`.card[data-index="${index}"]`);

test("the very last of more cards than Chrome lays out can be reached, by key and by scroll bar", async ({
  extension,
}) => {
  test.setTimeout(120_000);
  const manager = await extension.openManager();
  await fill(extension, manager, LINKS);
  await expect(manager.locator(".view-count")).toHaveText(words("links_other", { count: LINKS }));
  await manager.setViewportSize({ width: WIDTH * ZOOM, height: 700 * ZOOM });
  await manager.evaluate((zoom) => chrome.tabs.setZoom(zoom), ZOOM);
  await manager.waitForFunction((zoom) => devicePixelRatio === zoom, ZOOM);
  const scroll = manager.locator(".scroll");
  await expect(cardAt(manager, 0).getByRole("link")).toBeVisible();
  const height = await cardAt(manager, 0).evaluate((card) => card.clientHeight);
  expect(height * LINKS * ZOOM, "higher than Chrome can").toBeGreaterThan(2 ** 25);
  const last = cardAt(manager, LINKS - 1);

  await cardAt(manager, 0).getByRole("link").focus();
  await manager.keyboard.press("End");
  await expect(last.getByRole("link", { name: "shelf.example/0", exact: true })).toBeFocused();
  await expect(last).toBeInViewport({ ratio: 1 });
  await manager.keyboard.press("ArrowUp");
  await expect(cardAt(manager, LINKS - 2).getByRole("link")).toBeFocused();
  await expect(cardAt(manager, LINKS - 2)).toBeInViewport({ ratio: 1 });

  await scroll.evaluate((element) => element.scrollTo(0, 0));
  await expect(cardAt(manager, 0)).toBeInViewport({ ratio: 1 });
  // As a scroll bar that is drawn to its end.
  await scroll.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(last).toBeInViewport({ ratio: 1 });
  const room = () =>
    last.evaluate((card) => {
      const view = /** @type {Element} */ (card.closest(".scroll")).getBoundingClientRect();
      return view.bottom - card.getBoundingClientRect().bottom;
    });
  await expect.poll(room, "no more below it than below a short list").toBeLessThan(80);

  // In the middle the cards stand where the pointer expects them, and a step is a step.
  await scroll.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  const middle = cardAt(manager, LINKS / 2);
  await expect(middle).toBeInViewport();
  await middle.getByRole("link").focus();
  await manager.keyboard.press("ArrowDown");
  await expect(cardAt(manager, LINKS / 2 + 1).getByRole("link")).toBeFocused();
  await expect(cardAt(manager, LINKS / 2 + 1)).toBeInViewport({ ratio: 1 });
});

test("a key leads to its card though the columns have just become fewer", async ({ extension }) => {
  const manager = await extension.openManager();
  await fill(extension, manager, 60);
  await cardAt(manager, 0).getByRole("link").focus();
  // Before the page is told of its new size.
  await manager.evaluate(() => {
    const scroll = /** @type {HTMLElement} */ (document.querySelector(".scroll"));
    scroll.style.inlineSize = "300px";
    const end = { key: "End", bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", end));
  });
  await expect(cardAt(manager, 59).getByRole("link")).toBeFocused();
  await expect(cardAt(manager, 59)).toBeInViewport({ ratio: 1 });
});

test("what rushes past is not made anew at each frame, and stands as soon as one rests", async ({
  extension,
}) => {
  const manager = await extension.openManager();
  await fill(extension, manager, 60);
  const scroll = manager.locator(".scroll");
  const places = await scroll.evaluate(({ clientHeight }) => [4 * clientHeight, 0]);
  for (const [at, index] of [24, 0].entries()) {
    await scroll.evaluate((element, top) => element.scrollTo(0, top), places[at] ?? 0);
    await expect(cardAt(manager, index).getByRole("link")).toBeInViewport();
  }

  const drawn = await scroll.evaluate(async (element, tops) => {
    /** @type {number[]} */
    const counts = [];
    for (let frame = 0; frame < 12; frame += 1) {
      await new Promise(requestAnimationFrame);
      counts.push(element.querySelectorAll(".card:not(.unknown)").length);
      element.scrollTo(0, tops[frame % tops.length] ?? 0);
    }
    return counts;
  }, places);
  expect(drawn[0]).toBeGreaterThan(0);
  expect(drawn.slice(4)).toEqual(Array(8).fill(0));
  await expect(cardAt(manager, 0).getByRole("link")).toBeInViewport();
  await expect(manager.locator(".unknown")).toHaveCount(0);
});
