/** @import {Sort} from '../../wasm/urlink.js' */

/** The views that are no category, in the order of the sidebar. */
export const VIEWS = /** @type {const} */ (["all", "unsorted", "favourites", "problems", "trash"]);

/**
 * Which links are shown, and how.
 * @typedef {object} ViewQuery
 * @property {string} category  One of `VIEWS`, or a category's id.
 * @property {Sort} [sort]
 * @property {string} [search]
 * @property {string} [tag]
 */

/** @param {string} view */
export function isCategory(view) {
  return !VIEWS.some((own) => own === view);
}

/**
 * What the manager shows: one of `VIEWS` or a category's id, as the page's hash says it.
 * @param {string} hash
 */
export function viewOf(hash) {
  const name = hash.replace(/^#/u, "");
  if (!isCategory(name)) return name;
  const category = new URLSearchParams(name).get("category");
  return category || "all";
}

/**
 * The hash that shows a view.
 * @param {string} view
 */
export function hashOf(view) {
  return isCategory(view) ? `#${new URLSearchParams({ category: view })}` : `#${view}`;
}
