/** @typedef {'page' | 'link' | 'image' | 'selection' | 'tabs' | 'side'} MenuSubject */

/**
 * A line of the menus that a press of the other button opens. A line with `parent` stands below that one.
 * @typedef {{ id: string, parent?: string, title: string, contexts: ('page' | 'link' | 'image' | 'selection' | 'video' | 'audio' | 'action')[],
 *   pages: boolean }} MenuItem  `pages`: only over pages of the web.
 */

/** @typedef {chrome.contextMenus.OnClickData} Click */

const WEB = ["http://*/*", "https://*/*"];

/**
 * Makes the menus these.
 * @param {MenuItem[]} items  Each after its parent.
 */
export async function setMenus(items) {
  await chrome.contextMenus.removeAll();
  for (const { id, parent, title, contexts, pages } of items) {
    const [first = "page", ...rest] = contexts;
    // Who is told of an error has not thrown it; the next change of the menus makes them anew.
    chrome.contextMenus.create(
      {
        id,
        title,
        contexts: [first, ...rest],
        ...(parent && { parentId: parent }),
        ...(pages && { documentUrlPatterns: WEB }),
      },
      () => chrome.runtime.lastError,
    );
  }
}

/** @param {(click: Click, tab: chrome.tabs.Tab | undefined) => void} callback */
export function onMenu(callback) {
  chrome.contextMenus.onClicked.addListener(callback);
}
