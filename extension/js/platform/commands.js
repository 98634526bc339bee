/**
 * Calls back with the name of a keyboard command of the manifest.
 * @param {(command: string, tab: chrome.tabs.Tab | undefined) => void} callback
 */
export function onCommand(callback) {
  chrome.commands.onCommand.addListener(callback);
}
