import { onCommand } from "../platform/commands.js";
import { openSidePanel } from "../platform/side-panel.js";
import { openManager } from "../platform/tabs.js";
import { lastCategory, savePages, saveTabs } from "./save-anywhere.js";

/** Answers the keyboard commands of the manifest. */
export function followCommands() {
  onCommand((command, tab) => {
    if (command === "open-side-panel" && tab) void openSidePanel(tab.windowId);
    else void does(command, tab);
  });
}

/**
 * @param {string} command
 * @param {chrome.tabs.Tab | undefined} tab
 */
async function does(command, tab) {
  if (command === "open-manager") await openManager();
  else if (command === "save-all-tabs") await saveTabs(await lastCategory());
  else if (command === "save-tab" && tab?.url) {
    const { url, title = "", id } = tab;
    await savePages([{ url, title, ...(id !== undefined && { tab: id }) }], await lastCategory());
  }
}
