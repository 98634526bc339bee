import { t } from "../core/i18n.js";
import { library } from "../data/library.js";
import { preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { sorts, viewHead } from "../ui/view-head.js";
import { changeSettings } from "./manager-actions.js";
import { remove, startRenaming, toggleStar } from "./manager-categories.js";
import { chooseAll } from "./manager-choice.js";
import { refresh } from "./manager-jobs.js";
import { links, shownCategory, viewQuery } from "./manager-links.js";
import { doing } from "./manager-say.js";
import { state } from "./manager-state.js";

/** @import {MenuItem} from '../ui/menu.js' */

/** The name of what is shown. */
export function viewName() {
  const { view, search } = state.get();
  if (search.trim()) return t("found_for", { words: search.trim() });
  return placeName(view);
}

/** @param {string} view */
function placeName(view) {
  if (view === "unsorted") return t("unsorted");
  if (view === "problems") return t("problems");
  if (view === "favourites") return t("favourite_links");
  if (view === "trash") return t("trash");
  return shownCategory()?.name ?? t("all_links");
}

/** What is shown, in which order, and how. @param {string} name */
export function head(name) {
  const { view, search, here, tag } = state.get();
  const { settings } = preferences.get();
  const finding = search.trim() !== "";
  return viewHead(
    {
      name,
      total: links.total,
      category: shownCategory(),
      finding: finding
        ? { here, place: ["all", "trash"].includes(view) ? undefined : placeName(view) }
        : undefined,
      tag,
      trashed: view === "trash" && links.total !== 0,
      sort: settings.sort ?? "newest",
      layout: settings.layout ?? "cards",
    },
    {
      toggleStar,
      look: (only) => state.set({ here: only }),
      anyTag: () => state.set({ tag: undefined }),
      sort: openSortMenu,
      lay: (layout) => void changeSettings({ layout }),
      more: openViewMenu,
    },
  );
}

/** @param {HTMLElement} opener */
function openSortMenu(opener) {
  const { settings } = preferences.get();
  const items = sorts().map(({ sort, label }) => ({
    label,
    checked: (settings.sort ?? "newest") === sort,
    run: () => void changeSettings({ sort }),
  }));
  state.set({ menu: { label: t("sort"), items, opener } });
}

/** @param {HTMLElement} opener */
function openViewMenu(opener) {
  const category = shownCategory();
  const { view } = state.get();
  const total = links.total ?? 0;
  /** @type {(MenuItem | null)[]} */
  const items = [];
  if (total > 0)
    items.push({ label: t("choose_every"), icon: "check", key: "Ctrl A", run: chooseAll });
  if (view === "trash") {
    if (total > 0)
      items.push(null, { label: t("empty_trash"), icon: "trash", danger: true, run: askToEmpty });
  } else {
    if (total > 0) items.push({ label: t("refresh_view"), icon: "again", run: askToRefresh });
    if (category) {
      items.push(
        null,
        { label: t("rename"), icon: "edit", run: () => startRenaming(category) },
        { label: t("delete_category"), icon: "trash", danger: true, run: () => remove(category) },
      );
    }
  }
  if (items.length === 0)
    items.push({ label: t("all_links"), icon: "all", run: () => (location.hash = "#all") });
  state.set({ menu: { label: t("more_of", { title: viewName() }), items, opener } });
}

function askToRefresh() {
  const { sort: _, ...selection } = viewQuery();
  state.set({
    question: {
      title: t("refresh_title", { count: links.total ?? 0 }),
      text: t("refresh_text"),
      go: t("refresh_go"),
      run: () => refresh(selection),
    },
  });
}

function askToEmpty() {
  const count = library.get().categories?.trash ?? 0;
  state.set({
    question: {
      title: t("empty_trash_title", { count }),
      text: t("erase_text"),
      go: t("empty_trash"),
      danger: true,
      run: () => doing(() => send("emptyTrash")),
    },
  });
}

/** What was found, for a screen reader. */
export function foundText() {
  const { search, tag } = state.get();
  if ((!search.trim() && !tag) || links.total === undefined) return "";
  return t("found", { count: links.total });
}
