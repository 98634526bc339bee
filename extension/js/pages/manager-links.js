import { isCategory } from "../core/route.js";
import { firstLinks, keepFirstLinks } from "../data/first-links.js";
import { library, sentence } from "../data/library.js";
import { LinkPages } from "../data/link-pages.js";
import { preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { state } from "./manager-state.js";

/** @import {ViewQuery} from '../core/route.js' */

/** The links of what is shown. */
export const links = new LinkPages(
  {
    queryLinks: (query) => send("queryLinks", query),
    getLinks: (ids, language) => send("getLinks", ids, language),
    queryIds: (query) => send("queryIds", query),
    lastKnown: firstLinks,
    keep: keepFirstLinks,
  },
  (error) => {
    state.set({
      problem: error === undefined ? undefined : sentence(error),
      drawn: state.get().drawn + 1,
    });
  },
);

/**
 * What is asked for: the view, or, while something is looked for, the place where it is looked for.
 * @returns {ViewQuery}
 */
export function viewQuery() {
  const { view, search, here, tag } = state.get();
  const { sort } = preferences.get().settings;
  const words = search.trim();
  return {
    category: words && !here && view !== "trash" ? "all" : view,
    ...(sort && { sort }),
    ...(words && { search: words }),
    ...(tag && { tag }),
  };
}

/** Shows what is asked for now. */
export function showLinks() {
  links.show(viewQuery(), preferences.get().language);
}

/** The category that is shown, if it is one. */
export function shownCategory() {
  const { view } = state.get();
  return isCategory(view) ? categoryOf(view) : undefined;
}

/** @param {string | undefined} id */
export function categoryOf(id) {
  return library.get().categories?.categories.find((category) => category.id === id);
}
