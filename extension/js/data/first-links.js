import { copyOf, forgetCopy, keepCopy } from "./copies.js";

/** @import {Language, LinkPage} from '../../wasm/urlink.js' */
/** @import {ViewQuery} from '../core/route.js' */

/**
 * A copy of the first links of all, in the order in which they were shown last, so that the manager shows them before
 * the worker is awake and the library open. What is done with them is the worker's to judge.
 */
const COPY = "first-links";

/** More cards than this are in sight on no screen. */
const COUNT = 60;

/** @type {(() => void) | undefined} */
let waiting;

/**
 * The first links as they were last known.
 * @param {ViewQuery} query
 * @param {Language} language
 * @returns {LinkPage | undefined}
 */
export function firstLinks(query, language) {
  const copy = isFirst(query) ? copyOf(COPY) : undefined;
  return copy?.of === nameOf(query, language) ? copy.page : undefined;
}

/**
 * Keeps the first links of what the manager opens with; of nothing else, for nothing else is seen first.
 * @param {ViewQuery} query
 * @param {Language} language
 * @param {LinkPage} page
 */
export function keepFirstLinks(query, language, { total, links }) {
  if (!isFirst(query)) return;
  const planned = waiting !== undefined;
  waiting = () => {
    const page = { total, links: links.slice(0, COUNT) };
    keepCopy(COPY, { of: nameOf(query, language), page });
  };
  if (!planned) requestIdleCallback(keepNow, { timeout: 1_000 });
}

/** Also where the page is about to go: what was deleted last is not to be shown again. */
export function keepNow() {
  waiting?.();
  waiting = undefined;
}

export function forgetFirstLinks() {
  waiting = undefined;
  forgetCopy(COPY);
}

/** @param {ViewQuery} query */
function isFirst({ category, search, tag }) {
  return category === "all" && !search && !tag;
}

/**
 * @param {ViewQuery} query
 * @param {Language} language
 */
function nameOf({ sort = "newest" }, language) {
  return `${sort} ${language}`;
}
