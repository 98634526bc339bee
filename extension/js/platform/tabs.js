/** @typedef {{url: string, title: string, tab?: number, icon?: string}} OpenPage */

/**
 * The page that the user looks at.
 * @returns {Promise<OpenPage | undefined>}
 */
export async function currentTab() {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return tab && openPage(tab);
}

/**
 * Every page of the window that the user looks at, in the order of its tabs.
 * @returns {Promise<OpenPage[]>}
 */
export async function windowTabs() {
  const tabs = await chrome.tabs.query({ lastFocusedWindow: true });
  return tabs.map(openPage);
}

/**
 * Opens pages of the web: one is shown, several wait beside what is shown.
 * @param {string[]} urls
 */
export async function openPages(urls) {
  const web = urls.filter((url) => /^https?:/iu.test(url));
  for (const url of web) await chrome.tabs.create({ url, active: web.length === 1 });
}

/**
 * Shows the manager: the tab that has it, or a new one.
 * @param {string} [hash] what to show in it, as `#category=...`
 */
export async function openManager(hash = "") {
  const url = chrome.runtime.getURL("manager.html");
  const [tab] = await chrome.tabs.query({ url: `${url}*` });
  if (tab?.id === undefined) {
    await chrome.tabs.create({ url: url + hash });
    return;
  }
  await chrome.tabs.update(tab.id, { active: true, ...(hash && { url: url + hash }) });
  await chrome.windows.update(tab.windowId, { focused: true });
}

/**
 * @param {chrome.tabs.Tab} tab
 * @returns {OpenPage}
 */
function openPage(tab) {
  return {
    url: tab.url || tab.pendingUrl || "",
    title: tab.title ?? "",
    ...(tab.id !== undefined && { tab: tab.id }),
    ...(tab.favIconUrl && { icon: tab.favIconUrl }),
  };
}
