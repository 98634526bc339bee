/** @import {Category, CategoryList, Job} from '../../wasm/urlink.js' */

/** So many categories are offered where there is little room. */
const RECENT = 5;

/**
 * The categories that were saved to lately, the last one first; then others, favourites first.
 * @param {CategoryList} list
 * @param {Job[]} jobs  Newest first.
 * @returns {Category[]}
 */
export function recentCategories({ categories, last }, jobs) {
  const used = jobs.flatMap(({ category, refresh }) => (category && !refresh ? [category] : []));
  const order = new Set([...(last ? [last] : []), ...used, ...categories.map(({ id }) => id)]);
  const byId = new Map(categories.map((category) => [category.id, category]));
  return [...order].flatMap((id) => byId.get(id) ?? []).slice(0, RECENT);
}
