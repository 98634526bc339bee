/** @typedef {{url: string, title: string, tab?: number, icon?: string, chosen?: true}} OpenPage  `chosen`: at the tab strip. */

/**
 * The page that the user looks at.
 * @returns {Promise<OpenPage | undefined>}
 */
export async function currentTab() {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return tab && openPage(tab);
}

/**
 * The pages that show, one in each window.
 * @returns {Promise<OpenPage[]>}
 */
export async function shownTabs() {
  return (await chrome.tabs.query({ active: true })).map(openPage);
}

/**
 * Calls back when another page shows.
 * @param {() => void} callback
 */
export function onShownTabs(callback) {
  chrome.tabs.onActivated.addListener(callback);
  chrome.tabs.onUpdated.addListener((_, { url, status }, { active }) => {
    if (active && (url !== undefined || status === "complete")) callback();
  });
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
 * A tab as it stands, so that it can be opened again where it stood.
 * @typedef {{ tab: number, url: string, title: string, window: number, index: number, pinned: boolean, group: number }} PlacedTab
 */

/** @typedef {{ id: number, tabs: PlacedTab[], isCurrent: boolean }} TabWindow */

/**
 * The windows and their tabs, the window that asks first.
 * @returns {Promise<TabWindow[]>}
 */
export async function allWindows() {
  const [windows, current] = await Promise.all([
    chrome.windows.getAll({ populate: true, windowTypes: ["normal"] }),
    chrome.windows.getCurrent(),
  ]);
  const found = windows.map(({ id = -1, tabs = [] }) => ({
    id,
    isCurrent: id === current.id,
    tabs: tabs.flatMap(placedTab),
  }));
  return found.sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}

/**
 * @param {chrome.tabs.Tab} tab
 * @returns {PlacedTab[]}
 */
function placedTab({ id, url = "", title = "", windowId, index, pinned, groupId }) {
  return id === undefined
    ? []
    : [{ tab: id, url, title, window: windowId, index, pinned, group: groupId }];
}

/**
 * The names of the groups of tabs, by their ids; none where they may not be asked for.
 * @returns {Promise<Map<number, string>>}
 */
export async function groupNames() {
  const groups = chrome.tabGroups ? await chrome.tabGroups.query({}) : [];
  return new Map(groups.map(({ id, title = "" }) => [id, title]));
}

/**
 * Calls back when tabs came, went, moved or show something else.
 * @param {() => void} callback
 * @returns {() => void} stops it
 */
export function onTabs(callback) {
  const { onCreated, onUpdated, onRemoved, onMoved, onAttached, onReplaced } = chrome.tabs;
  const events = [onCreated, onUpdated, onRemoved, onMoved, onAttached, onReplaced];
  for (const event of events) event.addListener(callback);
  chrome.tabGroups?.onUpdated.addListener(callback);
  return () => {
    for (const event of events) event.removeListener(callback);
    chrome.tabGroups?.onUpdated.removeListener(callback);
  };
}

/** @param {number} tab */
export async function showTab(tab) {
  const { windowId } = (await chrome.tabs.update(tab, { active: true })) ?? {};
  if (windowId !== undefined) await chrome.windows.update(windowId, { focused: true });
}

/** @param {number[]} tabs */
export function closeTabs(tabs) {
  return chrome.tabs.remove(tabs);
}

/**
 * Opens tabs again where they stood; where their window is gone, in one of their own.
 * @param {PlacedTab[]} closed
 */
export async function reopenTabs(closed) {
  const windows = new Set((await chrome.windows.getAll()).map(({ id }) => id));
  const groups = await groupNames();
  /** @type {Map<number, number>} */
  const made = new Map();
  for (const { url, window: old, index, pinned, group } of [...closed].sort(byPlace)) {
    const window = windows.has(old) ? old : made.get(old);
    if (window === undefined) {
      const { id } = (await chrome.windows.create({ url, focused: false })) ?? {};
      if (id !== undefined) made.set(old, id);
      continue;
    }
    const tab = await chrome.tabs.create({ url, windowId: window, index, pinned, active: false });
    if (tab.id !== undefined && groups.has(group))
      await chrome.tabs.group({ groupId: group, tabIds: [tab.id] });
  }
}

/**
 * @param {PlacedTab} one
 * @param {PlacedTab} other
 */
function byPlace(one, other) {
  return one.window - other.window || one.index - other.index;
}

/**
 * Shows the manager: the tab that has it, or a new one; in a window of its own where there is none.
 * @param {string} [hash] what to show in it, as `#category=...`
 */
export async function openManager(hash = "") {
  const url = chrome.runtime.getURL("manager.html");
  // Not a query of tabs: without their permission that would give any tab.
  const pages = await chrome.runtime.getContexts({ contextTypes: ["TAB"] });
  const page = pages.find(({ documentUrl }) => documentUrl?.startsWith(url));
  if (!page) {
    const tab = await chrome.tabs.create({ url: url + hash }).catch(() => undefined);
    if (tab) await chrome.windows.update(tab.windowId, { focused: true });
    else await chrome.windows.create({ url: url + hash, focused: true });
    return;
  }
  await chrome.tabs.update(page.tabId, { active: true, ...(hash && { url: url + hash }) });
  await chrome.windows.update(page.windowId, { focused: true });
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
    ...(tab.highlighted && { chosen: true }),
  };
}
