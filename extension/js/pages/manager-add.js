import { t } from "../core/i18n.js";
import { hashOf } from "../core/route.js";
import { coalesce } from "../core/schedule.js";
import { countLines } from "../core/text.js";
import { sentence } from "../data/library.js";
import { preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { NEW_CATEGORY } from "../ui/add-dialog.js";
import { categoryOf, shownCategory } from "./manager-links.js";
import { saySaved } from "./manager-saved.js";
import { state } from "./manager-state.js";

/** The list that is being pasted: kept out of the state, since it may be megabytes. */
let pasted = "";
let newName = "";

export function openAdd() {
  pasted = "";
  newName = "";
  state.set({
    add: { place: shownCategory()?.id ?? "", lines: 0, busy: false, problem: undefined },
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
    await saySaved(job, category, name);
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
  const known = categoryOf(place);
  return { category: known?.id ?? null, name: known?.name ?? t("unsorted") };
}
