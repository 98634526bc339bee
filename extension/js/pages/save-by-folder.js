import { t } from "../core/i18n.js";
import { fold } from "../core/text.js";
import { library } from "../data/library.js";
import { send } from "../platform/messages.js";
import { saveEntries } from "./save-entries.js";

/** @import {Entry} from '../core/outline.js' */

/** A category's name has so many characters at most. */
const LONGEST_NAME = 100;

/**
 * Saves bookmarks into categories that are called as their folders are; those in no folder stay unsorted.
 * @param {Entry[]} entries
 * @returns {Promise<string>} what came of it
 */
export async function saveByFolder(entries) {
  /** @type {Map<string, Entry[]>} */
  const folders = new Map();
  for (const entry of entries) {
    const name = nameOf(entry.folder ?? "");
    const some = folders.get(name);
    if (some) some.push(entry);
    else folders.set(name, [entry]);
  }
  let saved = 0;
  let known = 0;
  for (const [name, some] of folders) {
    const job = await saveEntries(some, name ? await categoryNamed(name) : null);
    saved += job.total;
    known += job.duplicates;
  }
  const sentences = [t("saved_by_folder", { count: saved })];
  if (known > 0) sentences.push(t("were_duplicates", { count: known }));
  return sentences.join(" ");
}

/** @param {string} name */
async function categoryNamed(name) {
  const { categories = [] } = library.get().categories ?? {};
  const found = categories.find((category) => fold(category.name) === fold(name));
  return (found ?? (await send("createCategory", name))).id;
}

/** @param {string} folder */
function nameOf(folder) {
  return [...folder.trim()].slice(0, LONGEST_NAME).join("").trim();
}
