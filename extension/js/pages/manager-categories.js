import { t } from "../core/i18n.js";
import { beforeWhich, stepped } from "../core/place.js";
import { hashOf } from "../core/route.js";
import { turns } from "../core/turns.js";
import { library, refreshCategories, sentence } from "../data/library.js";
import { keepSidebarWidth } from "../data/sidebar.js";
import { send } from "../platform/messages.js";
import { focusNext } from "./manager-focus.js";
import { categoryOf } from "./manager-links.js";
import { deed, doing, done, say } from "./manager-say.js";
import { state } from "./manager-state.js";

/** @import {Category} from '../../wasm/urlink.js' */

/** @param {Category} category */
export function toggleStar({ id, favourite }) {
  void doing(async () => {
    await send("starCategory", id, !favourite);
    await refreshCategories();
    // Its row is another now, in the other section.
    focusMoved(id);
  });
}

/** @param {number} width */
export function resizeSidebar(width) {
  keepSidebarWidth(width);
  state.set({ width });
}

export function startNaming() {
  state.set({ naming: {}, sheet: state.get().sheet || isNarrow() });
}

/** Without a sidebar beside the cards, its sheet is opened. */
function isNarrow() {
  return document.querySelector(".aside") === null;
}

/** @param {Category} category */
export function startRenaming({ id }) {
  state.set({ naming: { id }, sheet: state.get().sheet || isNarrow() });
}

export function stopNaming() {
  const id = state.get().naming?.id;
  const typing = document.activeElement?.id === "category-name";
  state.set({ naming: undefined });
  if (id) focusRow(id);
  else if (typing) focusNext(".new-category");
}

/** @param {string} id */
function focusRow(id) {
  focusNext(`.row-link[data-view="${id}"]`);
}

/** @param {string} name */
export async function createNamed(name) {
  try {
    const category = await send("createCategory", name);
    stopNaming();
    await refreshCategories();
    location.hash = hashOf(category.id);
    focusMoved(category.id);
    say("good", t("category_created", { name: category.name }));
  } catch (error) {
    state.set({ naming: { problem: sentence(error) } });
  }
}

/**
 * @param {Category} category
 * @param {string} name
 */
export async function rename({ id, name: old }, name) {
  if (name.trim() === old) {
    stopNaming();
    return;
  }
  try {
    await send("renameCategory", id, name);
    stopNaming();
  } catch (error) {
    state.set({ naming: { id, problem: sentence(error) } });
  }
}

/**
 * With its links, to the trash; it can be taken back.
 * @param {Category} category
 */
export function remove(category) {
  void deed(async () => {
    const next = neighbourOf(category.id);
    const change = await send("deleteCategory", category.id);
    if (state.get().view === category.id) location.hash = hashOf(next ?? "all");
    focusMoved(next ?? "all");
    const { name } = category;
    // Over a narrow page it would hide the way back.
    state.set({ sheet: false });
    done(change, t("category_deleted", { name, count: change.links }));
  });
}

/** @param {string} id */
function neighbourOf(id) {
  const ids = (library.get().categories?.categories ?? []).map((category) => category.id);
  const at = ids.indexOf(id);
  return ids[at + 1] ?? ids[at - 1];
}

/** The ids of a section, in their order. @param {boolean} favourite */
function section(favourite) {
  const all = library.get().categories?.categories ?? [];
  return all.filter((category) => category.favourite === favourite).map(({ id }) => id);
}

/**
 * A step up or down; at the end of its section it goes into the other.
 * @param {Category} category
 * @param {-1 | 1} step
 */
export function shift({ id }, step) {
  moving(async () => {
    const category = categoryOf(id);
    if (!category) return;
    const { favourite } = category;
    const within = stepped(section(favourite), id, step);
    if (within) await place(id, favourite, within.before);
    else if (favourite && step > 0) await place(id, false, section(false)[0]);
    else if (!favourite && step < 0) await place(id, true, undefined);
  });
}

const inTurn = turns();

/**
 * Moves categories one after the other: each goes on from where the one before led.
 * @param {() => Promise<void>} work
 */
function moving(work) {
  void inTurn(() => doing(work));
}

/**
 * @param {string} id
 * @param {Category} over  The category that it was dropped on.
 * @param {boolean} behind  On the latter half of it.
 */
export function dropOn(id, over, behind) {
  if (id === over.id) return;
  moving(() => {
    const others = section(over.favourite).filter((one) => one !== id);
    return place(id, over.favourite, beforeWhich(others, over.id, behind));
  });
}

/**
 * Last of a section.
 * @param {string} id
 * @param {boolean} favourite
 */
export function dropLast(id, favourite) {
  moving(() => place(id, favourite, undefined));
}

/**
 * @param {string} id
 * @param {boolean} favourite
 * @param {string | undefined} before
 */
async function place(id, favourite, before) {
  const categories = await send("moveCategory", id, favourite, before);
  library.set({ categories });
  const there = categories.categories.filter((one) => one.favourite === favourite);
  const moved = there.find((one) => one.id === id);
  const at = there.findIndex((one) => one.id === id) + 1;
  if (moved) {
    state.set({ heard: t("category_moved", { name: moved.name, at, count: there.length }) });
  }
  focusMoved(id);
}

/** Moving a row takes the focus from it. @param {string} id */
function focusMoved(id) {
  const { activeElement } = document;
  if (activeElement === document.body || activeElement?.closest(".sidebar")) focusRow(id);
}

/**
 * What can be done with a category.
 * @param {Category} category
 * @param {HTMLElement} opener
 */
export function openCategoryMenu(category, opener) {
  const items = [
    {
      label: t("rename"),
      icon: /** @type {const} */ ("edit"),
      key: "F2",
      run: () => startRenaming(category),
    },
    {
      label: category.favourite ? t("unstar") : t("star"),
      icon: /** @type {const} */ ("star"),
      key: "F",
      run: () => toggleStar(category),
    },
    {
      label: t("move_up"),
      icon: /** @type {const} */ ("up"),
      key: "Alt ↑",
      run: () => shift(category, -1),
    },
    {
      label: t("move_down"),
      icon: /** @type {const} */ ("lower"),
      key: "Alt ↓",
      run: () => shift(category, 1),
    },
    null,
    {
      label: t("delete"),
      icon: /** @type {const} */ ("trash"),
      key: "Del",
      danger: true,
      run: () => remove(category),
    },
  ];
  state.set({ menu: { label: t("more_of", { title: category.name }), items, opener } });
}
