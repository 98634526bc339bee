import { forget, keep, kept } from "./derived.js";
import { ReadAhead } from "./read-ahead.js";
import { lookForTear, writeWhole } from "./torn-log.js";

/** @import {LibraryStore} from "../../wasm/urlink.js" */

const area = chrome.storage.local;

const readAhead = new ReadAhead(area, chrome.storage.session);

/**
 * `chrome.storage.local` as the core uses it, and what it keeps beside.
 * @type {LibraryStore}
 */
export const libraryStore = {
  get: (keys) => readAhead.get(keys),
  keys: () => area.getKeys(),
  set: (entries) => write(() => area.set(entries)),
  remove: (keys) => write(() => area.remove(keys)),
  kept,
  keep,
  forget,
};

/** @param {() => Promise<void>} change */
function write(change) {
  readAhead.forget();
  return writeWhole(change);
}

/**
 * Asks for what opening the library waits for, while the core is being loaded.
 * @template T
 * @param {() => Promise<T>} open  Loads the core, and opens the library.
 * @returns {Promise<T>}
 */
export async function whileReadingAhead(open) {
  readAhead.begin();
  lookForTear();
  try {
    return await open();
  } finally {
    readAhead.end().catch(console.error);
  }
}

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
