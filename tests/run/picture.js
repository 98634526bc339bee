/** @import {Page} from "@playwright/test" */

/**
 * Takes a picture of a page once every image in sight is there.
 * @param {Page} page
 * @param {string} path
 */
export async function takePicture(page, path) {
  await page.evaluate(async () => {
    const images = [...document.images].filter((image) => image.checkVisibility());
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
  });
  await page.screenshot({ path });
}
