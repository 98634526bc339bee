import { choices } from "../core/choices.js";
import { t } from "../core/i18n.js";
import { library } from "../data/library.js";
import { send } from "../platform/messages.js";
import { nameOf } from "../ui/place-picker.js";
import { complain, state, working } from "./popup-state.js";

/** @import {Category} from '../../wasm/urlink.js' */
/** @import {Choice} from '../core/choices.js' */

/** @returns {Choice[]} */
export function offeredChoices() {
  const { categories } = library.get();
  return categories ? choices(categories, state.get().typed, t("unsorted")) : [];
}

/** @param {Choice[]} offered */
export function chosenOf(offered) {
  return offered.find((choice) => choice.id === state.get().chosen) ?? offered[0];
}

/** @param {Choice | undefined} choice */
export function targetName(choice) {
  if (!choice) return t("unsorted");
  return choice.kind === "new" ? choice.name : nameOf(choice);
}

/** @param {string} typed */
export function type(typed) {
  state.set({ typed, chosen: undefined });
}

/** @param {Choice} choice */
export function choose(choice) {
  if (choice.kind === "new") void working(() => create(choice.name));
  else state.set({ chosen: choice.id });
}

/** @param {Category} category */
export async function toggleStar(category) {
  try {
    await send("starCategory", category.id, !category.favourite);
  } catch (error) {
    complain(error);
  }
}

/** @param {string} name */
async function create(name) {
  const category = await send("createCategory", name);
  state.set({
    typed: "",
    chosen: category.id,
    status: { kind: "good", text: t("category_created", { name: category.name }) },
  });
  return category;
}

/** Where to save to, created if it is new. */
export async function target() {
  const choice = chosenOf(offeredChoices());
  if (choice?.kind === "new") {
    const category = await create(choice.name);
    return { category: category.id, name: category.name };
  }
  return { category: choice?.kind === "category" ? choice.id : null, name: targetName(choice) };
}
