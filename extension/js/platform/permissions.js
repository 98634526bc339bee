/** What may be asked for where it was not granted at install. @typedef {'bookmarks' | 'favicon' | 'history' | 'notifications' | 'tabGroups' | 'tabs'} Permission */

/** Permissions that are asked for together. @typedef {{ permissions?: Permission[], origins?: string[] }} Grant */

/** To read pages of the web. @type {Grant} */
export const SITES = { origins: ["http://*/*", "https://*/*"] };

/** @param {Grant} grant */
export function isGranted(grant) {
  return chrome.permissions.contains(grant);
}

/**
 * Whether it belongs to the extension as it was installed, and cannot be taken back.
 * @param {Grant} grant
 */
export function isFixed({ permissions = [], origins = [] }) {
  const manifest = chrome.runtime.getManifest();
  /** @type {readonly string[]} */
  const granted = [...(manifest.permissions ?? []), ...(manifest.host_permissions ?? [])];
  return [...permissions, ...origins].every((name) => granted.includes(name));
}

/**
 * Asks the user; to be called in the handler of a press, by a page that stays open meanwhile.
 * @param {Grant} grant
 * @returns {Promise<boolean>} whether it is granted
 */
export function ask(grant) {
  return chrome.permissions.request(grant);
}

/** @param {Grant} grant */
export function giveBack(grant) {
  return chrome.permissions.remove(grant);
}

/**
 * Calls back when permissions came or went.
 * @param {() => void} callback
 */
export function onPermissions(callback) {
  chrome.permissions.onAdded.addListener(callback);
  chrome.permissions.onRemoved.addListener(callback);
}
