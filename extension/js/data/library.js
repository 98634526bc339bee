import { t } from "../core/i18n.js";
import { createStore } from "../core/store.js";
import { onAnnounced, STOPPED, send } from "../platform/messages.js";
import { follow } from "./changes.js";

/** @import {CategoryList, Job} from '../../wasm/urlink.js' */

/**
 * What every page shows of the library. `undefined`: not known yet.
 * @typedef {{ categories: CategoryList | undefined, problem: string | undefined }} Library
 */
export const library = createStore(
  /** @type {Library} */ ({ categories: undefined, problem: undefined }),
);

/** @type {{ jobs: Job[] }} */
const noJobs = { jobs: [] };
export const activity = createStore(noJobs);

/** Takes up the categories and follows them. */
export async function openCategories() {
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
    library.set({ categories: await send("listCategories"), problem: undefined });
  } catch (error) {
    library.set({ problem: sentence(error) });
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
 * Whether the order of a view's links may be another after some storage keys changed.
 * @param {string} view
 * @param {string[]} keys
 */
export function reorders(view, keys) {
  if (view === "problems") return keys.some((key) => key.startsWith("i:") || key.startsWith("l:"));
  const prefix = view === "all" ? "i:" : `i:${view === "unsorted" ? "-" : view}:`;
  return keys.some((key) => key.startsWith(prefix));
}
