import { readPage } from "../../../extension/wasm/urlink.js";

/** @import {Page} from "../pages.js" */

/** @typedef {{page: Page, stop: number}} Known how many bytes ours reads of a page */

/**
 * The pages that can be served from another address than their own: those that name another one
 * as the real page would send whoever saves them there.
 * @param {Page[]} pages
 * @returns {Known[]}
 */
export function servable(pages) {
  return pages.flatMap((page) => {
    const { next, pulled } = readPage(page.bytes, page.url, page.contentType, false);
    return next ? [] : { page, stop: pulled };
  });
}
