/**
 * Calls back when the user lets the extension read more sites.
 * @param {() => void} callback
 */
export function onSitesAllowed(callback) {
  chrome.permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length > 0) callback();
  });
}
