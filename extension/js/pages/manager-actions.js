import { t } from "../core/i18n.js";
import { hashOf } from "../core/route.js";
import { coalesce } from "../core/schedule.js";
import { countLines } from "../core/text.js";
import { library, sentence } from "../data/library.js";
import { preferences, changeSettings as storeSettings } from "../data/settings.js";
import { keepSidebarWidth } from "../data/sidebar.js";
import { send } from "../platform/messages.js";
import { NEW_CATEGORY } from "../ui/add-dialog.js";
import { REPORT_STEP } from "../ui/report-dialog.js";
import { acceptedSummary } from "../ui/summary.js";
import { toggleActivity, togglePanel } from "./manager-slot.js";
import { state } from "./manager-state.js";

/** @import {Category, Settings} from '../../wasm/urlink.js' */
/** @import {Grid} from '../ui/grid.js' */

/** How long a message stays. */
export const TOAST_TIME = 6000;

let lastToast = 0;

/**
 * @param {'good' | 'problem'} kind
 * @param {string} text
 * @param {{ label: string, run: () => void }} [action]  What may still be done.
 */
export function say(kind, text, action) {
  const id = ++lastToast;
  const toast = { id, kind, text, ...(action && { action }) };
  state.set({ toasts: [...state.get().toasts.slice(-2), toast] });
  setTimeout(() => dismissToast(id), TOAST_TIME);
}

/** @param {number} id */
export function dismissToast(id) {
  state.set({ toasts: state.get().toasts.filter((toast) => toast.id !== id) });
}

/** @param {Category} category */
export async function toggleStar(category) {
  try {
    await send("starCategory", category.id, !category.favourite);
  } catch (error) {
    say("problem", sentence(error));
  }
}

/** @param {number} width */
export function resizeSidebar(width) {
  keepSidebarWidth(width);
  state.set({ width });
}

export function startNaming() {
  state.set({ naming: true, namingProblem: undefined });
}

export function stopNaming() {
  state.set({ naming: false, namingProblem: undefined });
}

/** @param {string} name */
export async function createNamed(name) {
  try {
    const category = await send("createCategory", name);
    stopNaming();
    location.hash = hashOf(category.id);
    say("good", t("category_created", { name: category.name }));
  } catch (error) {
    state.set({ namingProblem: sentence(error) });
  }
}

/** @param {Settings} settings */
export async function changeSettings(settings) {
  try {
    await storeSettings(settings);
  } catch (error) {
    say("problem", sentence(error));
  }
}

/** The list that is being pasted: kept out of the state, since it may be megabytes. */
let pasted = "";
let newName = "";

export function openAdd() {
  const { view } = state.get();
  const known = library.get().categories?.categories.some(({ id }) => id === view);
  pasted = "";
  newName = "";
  state.set({
    add: { place: known ? view : "", lines: 0, busy: false, problem: undefined },
    sheet: false,
  });
}

export function closeAdd() {
  pasted = "";
  state.set({ add: undefined });
}

const count = coalesce(() => {
  const { add } = state.get();
  if (add) state.set({ add: { ...add, lines: countLines(pasted), problem: undefined } });
}, requestAnimationFrame);

/** @param {string} text */
export function countList(text) {
  pasted = text;
  count();
}

/** @param {string} place */
export function choosePlace(place) {
  const { add } = state.get();
  if (add) state.set({ add: { ...add, place } });
}

/** @param {string} name */
export function nameNew(name) {
  newName = name;
}

export async function saveList() {
  const { add } = state.get();
  if (!add || add.busy || countLines(pasted) === 0) return;
  state.set({ add: { ...add, busy: true, problem: undefined } });
  try {
    const { category, name } = await placeOf(add.place);
    const { language } = preferences.get();
    const job = await send("save", { text: pasted }, { category, language });
    document.querySelector("dialog")?.close();
    if (category && state.get().view !== "all") location.hash = hashOf(category);
    say(job.total > 0 ? "good" : "problem", acceptedSummary(job, name));
  } catch (error) {
    const now = state.get().add;
    if (now) state.set({ add: { ...now, busy: false, problem: sentence(error) } });
  }
}

/** @param {string} place */
async function placeOf(place) {
  if (place === NEW_CATEGORY) {
    const category = await send("createCategory", newName);
    const { add } = state.get();
    if (add) state.set({ add: { ...add, place: category.id } });
    return { category: category.id, name: category.name };
  }
  const known = library.get().categories?.categories.find(({ id }) => id === place);
  return { category: known?.id ?? null, name: known?.name ?? t("unsorted") };
}

/** @param {string} job */
export async function openReport(job) {
  state.set({ report: { report: undefined, shown: REPORT_STEP } });
  try {
    const report = await send("report", job, preferences.get().language);
    if (state.get().report) state.set({ report: { report, shown: REPORT_STEP } });
  } catch (error) {
    closeReport();
    say("problem", sentence(error));
  }
}

export function moreLines() {
  const { report } = state.get();
  if (report) state.set({ report: { ...report, shown: report.shown + 5 * REPORT_STEP } });
}

export function closeReport() {
  state.set({ report: undefined });
}

/** @param {{ category: string, count: number } | undefined} refreshing */
export function askToRefresh(refreshing) {
  state.set({ refreshing });
}

export function openShortcuts() {
  document.getElementById("settings")?.hidePopover();
  state.set({ shortcuts: true });
}

export function closeShortcuts() {
  state.set({ shortcuts: false });
}

/**
 * The keys that work everywhere on the page, unless something is being typed or a dialog is open.
 * @param {KeyboardEvent} event
 * @param {Grid} grid
 */
export function shortcut(event, grid) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (target.closest("input, textarea, select, dialog")) return;
  const action = {
    "?": openShortcuts,
    a: openAdd,
    n: startNaming,
    g: () => grid.focus(),
    h: () => togglePanel("history"),
    t: () => togglePanel("tabs"),
    b: () => togglePanel("bookmarks"),
    j: toggleActivity,
    s: focusSidebar,
  }[event.key.toLowerCase()];
  if (!action) return;
  event.preventDefault();
  action();
}

function focusSidebar() {
  const row = document.querySelector('.row-link[tabindex="0"]');
  if (row instanceof HTMLElement) row.focus();
  else state.set({ sheet: true });
}
