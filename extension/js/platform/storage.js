import { forget, keep, kept } from "./derived.js";
import { writeWhole } from "./torn-log.js";

/** @import {LibraryStore} from "../../wasm/urlink.js" */

const area = chrome.storage.local;

/**
 * `chrome.storage.local` as the core uses it, and what it keeps beside.
 * @type {LibraryStore}
 */
export const libraryStore = {
  get: (keys) => /** @type {Promise<Record<string, string>>} */ (area.get(keys)),
  keys: () => area.getKeys(),
  set: (entries) => writeWhole(() => area.set(entries)),
  remove: (keys) => writeWhole(() => area.remove(keys)),
  kept,
  keep,
  forget,
};

/**
 * Calls back with the keys that any context has changed.
 * @param {(keys: string[]) => void} callback
 * @returns {() => void} stops it
 */
export function onChanged(callback) {
  /** @param {Record<string, chrome.storage.StorageChange>} changes */
  const listener = (changes) => callback(Object.keys(changes));
  area.onChanged.addListener(listener);
  return () => area.onChanged.removeListener(listener);
}
