import { t } from "../core/i18n.js";
import { isCategory } from "../core/route.js";
import { createStore } from "../core/store.js";
import { onAnnounced, STOPPED, send } from "../platform/messages.js";
import { follow } from "./changes.js";
import { copyOf, keepCopy } from "./copies.js";

/** @import {CategoryList, Job, LinkView} from '../../wasm/urlink.js' */
/** @import {ViewQuery} from '../core/route.js' */

/**
 * What every page shows of the library. `undefined`: not known yet.
 * @typedef {{ categories: CategoryList | undefined, problem: string | undefined }} Library
 */
export const library = createStore(
  /** @type {Library} */ ({ categories: undefined, problem: undefined }),
);

/** What is done with the categories of the copy is the worker's to judge. */
const COPY = "categories";

/** The worker has said what there is. */
let confirmed = false;

/** @type {{ jobs: Job[] }} */
const noJobs = { jobs: [] };
export const activity = createStore(noJobs);

/** Takes up the categories as they were last known, then as they are, and follows them. */
export async function openCategories() {
  library.set({ categories: copyOf(COPY) });
  follow((key) => key === "c:categories", refreshCategories);
  await refreshCategories();
}

/** Takes up the jobs and follows them. */
export async function openJobs() {
  follow((key) => key.startsWith("j:") && !key.includes(":", 2), refreshJobs);
  onAnnounced((what) => what === "jobs" && refreshJobs());
  await refreshJobs();
}

export async function refreshCategories() {
  try {
    const categories = await send("listCategories");
    confirmed = true;
    keepCopy(COPY, categories);
    library.set({ categories, problem: undefined });
  } catch (error) {
    // Of a library that does not open nothing is shown as if it did.
    const { categories } = confirmed ? library.get() : { categories: undefined };
    library.set({ categories, problem: sentence(error) });
  }
}

export async function refreshJobs() {
  try {
    activity.set({ jobs: await send("listJobs") });
  } catch (error) {
    library.set({ problem: sentence(error) });
  }
}

/**
 * What an error says to a person. What the core reports comes as a sentence; anything else is a fault of ours, whose
 * details go where developers look.
 * @param {unknown} error
 */
export function sentence(error) {
  const code = /** @type {{ code?: unknown }} */ (error).code;
  if (code === STOPPED) return t("worker_stopped");
  if (error instanceof Error && code && code !== "unexpected") return error.message;
  console.error(error);
  return t("unexpected");
}

/**
 * The links whose records are among some storage keys.
 * @param {string[]} keys
 */
export function changedLinks(keys) {
  return keys.filter((key) => key.startsWith("l:")).map((key) => key.slice(2));
}

/**
 * Whether the links that are shown, or their order, may be others after some storage keys changed. In the usual order of a
 * category or of all links only the indexes count; what is sorted or chosen by what links say depends on each of them.
 * @param {ViewQuery} query
 * @param {string[]} keys
 */
export function reorders({ category, sort = "newest", search, tag }, keys) {
  const plain = category === "all" || category === "unsorted" || isCategory(category);
  if (!plain || search || tag || sort === "title" || sort === "site") return keys.length > 0;
  const prefix = category === "all" ? "i:" : `i:${category === "unsorted" ? "-" : category}:`;
  return keys.some((key) => key.startsWith(prefix));
}

/** Links asked for at once. */
const AT_ONCE = 200;

/**
 * What there is to see of links, in their order: what is known of them, or else what the worker says.
 * @param {{ count: number, known: LinkView[], ids: () => Promise<string[]> }} some
 */
export async function viewsOf({ count, known, ids }) {
  if (count === 1 && known.length === 1) return known;
  const all = await ids();
  const views = [];
  for (let start = 0; start < all.length; start += AT_ONCE)
    views.push(...(await send("getLinks", all.slice(start, start + AT_ONCE))));
  return views;
}
