import { t } from "../core/i18n.js";
import { sentence } from "../data/library.js";
import { send } from "../platform/messages.js";
import { deed, done } from "./manager-say.js";
import { state } from "./manager-state.js";

/** @import {LinkView} from '../../wasm/urlink.js' */
/** @import {Editing} from '../ui/card-form.js' */

/**
 * Turns a card into a form. What was being edited elsewhere is kept first.
 * @param {LinkView} link
 */
export async function startEditing(link) {
  if (state.get().view === "trash") return;
  if (state.get().editing && !(await saveEditing())) return;
  const original = {
    title: link.ownTitle ?? link.title,
    memo: link.memo ?? "",
    tags: link.tags,
  };
  const editing = /** @type {Editing} */ ({
    ...original,
    known: [],
    problem: undefined,
    change,
    save: () => void saveEditing(),
    cancel: stopEditing,
  });
  state.set({ editing: { id: link.id, original, form: editing } });
  try {
    const known = (await send("listTags")).map(({ tag }) => tag);
    patch({ known });
  } catch {
    // Then no tags are offered.
  }
}

/** @param {Partial<Editing>} part */
function patch(part) {
  const { editing } = state.get();
  if (editing) state.set({ editing: { ...editing, form: { ...editing.form, ...part } } });
}

/** @param {{ title?: string, memo?: string, tags?: string[] }} part */
function change(part) {
  patch(part);
}

export function stopEditing() {
  state.set({ editing: undefined });
}

/**
 * Keeps what was typed. An empty title gives the page's back.
 * @returns {Promise<boolean>} Whether that went well.
 */
export async function saveEditing() {
  let isKept = false;
  await deed(async () => {
    isKept = await keep();
  });
  return isKept;
}

/** @returns {Promise<boolean>} */
async function keep() {
  const { editing } = state.get();
  if (!editing) return true;
  const { id, original, form } = editing;
  const title = form.title.trim();
  const memo = form.memo.trim();
  const edit = {
    ...(title !== original.title && { title: title || null }),
    ...(memo !== original.memo && { memo: memo || null }),
    ...(form.tags.join("\n") !== original.tags.join("\n") && { tags: form.tags }),
  };
  try {
    if (Object.keys(edit).length > 0) done(await send("editLink", id, edit), t("link_edited"));
    if (state.get().editing?.id === id) stopEditing();
    return true;
  } catch (error) {
    patch({ problem: sentence(error) });
    return false;
  }
}

/**
 * A press elsewhere keeps what was typed.
 * @param {Event} event
 */
export function leaveEditing(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (state.get().editing && !target.closest(".card.editing")) void saveEditing();
}
