import { fold } from "./text.js";

/** @import {Category, CategoryList} from '../../wasm/urlink.js' */

/**
 * A place to save to: a category, the unsorted links, or a category that is not there yet.
 * @typedef {{ kind: 'category', id: string, category: Category }
 *   | { kind: 'unsorted', id: '', count: number }
 *   | { kind: 'new', id: '+', name: string }} Choice
 */

/**
 * The places to offer for what was typed. The place that was used last stands first; a name that does not exist yet
 * is offered for creation, below what resembles it.
 * @param {CategoryList} list
 * @param {string} typed
 * @param {string} unsortedName  What the unsorted links are called, to find them by.
 * @returns {Choice[]}
 */
export function choices(list, typed, unsortedName) {
  const wanted = fold(typed);
  /** @type {Choice} */
  const unsorted = { kind: "unsorted", id: "", count: list.unsorted };
  const places = list.categories.map(
    (category) => /** @type {Choice} */ ({ kind: "category", id: category.id, category }),
  );
  const lastAt = places.findIndex((place) => place.id === list.last);
  const last = lastAt < 0 ? [] : places.splice(lastAt, 1);
  const all = [...last, unsorted, ...places];
  if (!wanted) return all;
  const nameOf = (/** @type {Choice} */ choice) =>
    fold(choice.kind === "category" ? choice.category.name : unsortedName);
  const found = all.filter((choice) => nameOf(choice).includes(wanted));
  found.sort((one, other) => rank(nameOf(one), wanted) - rank(nameOf(other), wanted));
  if (all.some((choice) => nameOf(choice) === wanted)) return found;
  return [...found, { kind: "new", id: "+", name: typed.trim() }];
}

/**
 * @param {string} name
 * @param {string} wanted
 */
function rank(name, wanted) {
  if (name === wanted) return 0;
  return name.startsWith(wanted) ? 1 : 2;
}
