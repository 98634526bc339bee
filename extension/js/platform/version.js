/** Which version of the extension runs. */
export function version() {
  return chrome.runtime.getManifest().version;
}
