/**
 * Opens the side panel of a window; to be called in the handler of a press.
 * @param {number} windowId
 */
export function openSidePanel(windowId) {
  return chrome.sidePanel.open({ windowId });
}
