/** What may be asked for where it was not granted at install. @typedef {'bookmarks' | 'history' | 'tabGroups' | 'tabs'} Permission */

/** @param {Permission[]} permissions */
export function isGranted(permissions) {
  return chrome.permissions.contains({ permissions });
}

/**
 * Asks the user; to be called in the handler of a press, by a page that stays open meanwhile.
 * @param {Permission[]} permissions
 * @returns {Promise<boolean>} whether they are granted
 */
export function ask(permissions) {
  return chrome.permissions.request({ permissions });
}

/** @param {Permission[]} permissions */
export function giveBack(permissions) {
  return chrome.permissions.remove({ permissions });
}

/**
 * Calls back when permissions came or went.
 * @param {() => void} callback
 */
export function onPermissions(callback) {
  chrome.permissions.onAdded.addListener(callback);
  chrome.permissions.onRemoved.addListener(callback);
}
