import { t } from "../core/i18n.js";
import { isWeb } from "../core/text.js";
import { isAllowed } from "../data/grants.js";
import { library } from "../data/library.js";
import { send } from "../platform/messages.js";
import { currentTab, windowTabs } from "../platform/tabs.js";
import { acceptedSummary } from "../ui/summary.js";
import { target } from "./popup-place.js";
import { state, working } from "./popup-state.js";
import { saveEntries } from "./save-entries.js";

/** @import {SavedPlace} from '../../wasm/urlink.js' */
/** @import {OpenPage} from '../platform/tabs.js' */

export async function learnPage() {
  const [page, tabs, areKnown] = await Promise.all([currentTab(), windowTabs(), isAllowed("tabs")]);
  state.set({ page, tabs: areKnown ? tabs.filter(({ url }) => isWeb(url)) : undefined });
  await learnSaved();
}

/** Whether the page is in the library already, and where. */
async function learnSaved() {
  const { page } = state.get();
  const saved = page && isWeb(page.url) ? await send("findSaved", page.url) : undefined;
  state.set({ saved });
  return saved;
}

/** @param {SavedPlace | undefined} saved */
export function savedPlace(saved) {
  if (!saved || saved.deleted) return undefined;
  const found = library.get().categories?.categories.find(({ id }) => id === saved.category);
  return { place: found?.name ?? t("unsorted"), created: saved.created };
}

export function saveTab() {
  const { page } = state.get();
  if (!page) return;
  void working(async () => {
    const { category, name } = await target();
    const job = await saveEntries([page], category);
    const saved = await learnSaved();
    const before = job.total === 0 ? savedPlace(saved)?.place : undefined;
    const text = before ? t("already_in", { place: before }) : acceptedSummary(job, name);
    const kind = job.total > 0 || before ? "good" : "problem";
    const isElsewhere = before && saved && (saved.category ?? null) !== category;
    const action = isElsewhere && {
      label: t("move_to", { place: name }),
      run: () => moveHere(saved.id, category, name),
    };
    state.set({ status: { kind, text, ...(action && { action }) } });
  });
}

/**
 * Moves the page, which is saved elsewhere, to the place that was chosen.
 * @param {string} link
 * @param {string | null} category
 * @param {string} name
 */
function moveHere(link, category, name) {
  void working(async () => {
    const { links: count } = await send("moveLinks", { links: [link] }, category);
    await learnSaved();
    state.set({ status: { kind: "good", text: t("moved", { count, place: name }) } });
    document.getElementById("place")?.focus();
  });
}

/** Those that are chosen at the tab strip; one always is. */
export function chosenTabs() {
  return state.get().tabs?.filter(({ chosen }) => chosen) ?? [];
}

/** @param {OpenPage[]} pages */
export function saveSeveral(pages) {
  void working(async () => {
    const { category, name } = await target();
    const job = await saveEntries(pages, category);
    state.set({ status: { kind: "good", text: acceptedSummary(job, name) } });
    await learnSaved();
  });
}
