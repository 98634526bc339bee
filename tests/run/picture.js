import { ask } from "./save.js";

/** @import {Page} from "@playwright/test" */
/** @import {LinkPage} from "../../extension/wasm/urlink.js" */

/** More cards than are in sight. */
const CARDS = 24;

/** Milliseconds to wait for pictures, of hosts that may never answer. */
const PATIENCE = 20_000;

/**
 * Takes a picture of one of the extension's pages once the images in sight are there.
 * @param {Page} page
 * @param {string} path
 */
export async function takePicture(page, path) {
  await Promise.race([
    fetchPictures(page),
    new Promise((resolve) => setTimeout(resolve, PATIENCE).unref()),
  ]);
  await page.screenshot({ path });
}

/**
 * Asks for the pictures of the newest links, as their cards do: who asks later waits with who asked
 * first. Then the cards have them too, and show them when they are decoded.
 * @param {Page} page
 */
async function fetchPictures(page) {
  const query = { category: "all", offset: 0, limit: CARDS };
  const { links } = /** @type {LinkPage} */ (await ask(page, "queryLinks", query));
  await Promise.all(
    links.flatMap(({ url, image, icon }) => [
      image && ask(page, "fetchPicture", "card", image.url, url),
      icon?.startsWith("http") && ask(page, "fetchPicture", "icon", icon, url),
    ]),
  );
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    /** How many images are shown. */
    const shown = () => document.querySelectorAll("img[src]").length;
    for (let before = -1, quiet = 0; quiet < 10; quiet = before === shown() ? quiet + 1 : 0) {
      before = shown();
      await frame();
    }
    await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => {})));
  });
}
