import { version } from "../platform/version.js";

/**
 * Copies of what the worker said last, so that a page shows something before the worker is awake and the library open.
 * What another version kept may have another shape: it is not read.
 */

/**
 * @param {string} name
 * @param {unknown} value
 */
export function keepCopy(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify({ version: version(), value }));
  } catch {
    // There is no room for it, and one that is out of date helps nobody.
    forgetCopy(name);
  }
}

/**
 * @param {string} name
 * @returns {any}  `undefined` where there is none that can be read.
 */
export function copyOf(name) {
  try {
    const copy = JSON.parse(localStorage.getItem(name) ?? "{}");
    return copy.version === version() ? copy.value : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} name */
export function forgetCopy(name) {
  localStorage.removeItem(name);
}
