/**
 * How pages are opened: in tabs; in a group of tabs; in tabs that are loaded when they are looked at.
 * @typedef {'tabs' | 'group' | 'sleeping'} TabsAs
 */

/**
 * Shows a page to somebody who may be looking elsewhere: in a tab, or in a window where there is none.
 * @param {string} url
 */
export async function openPage(url) {
  if (!/^https?:\/\//iu.test(url)) return;
  const tab = await chrome.tabs.create({ url }).catch(() => undefined);
  if (tab) await chrome.windows.update(tab.windowId, { focused: true });
  else await chrome.windows.create({ url, focused: true });
}

/** So many tabs are opened at a time, so that the browser keeps up. */
const BATCH = 8;

/**
 * Opens pages, each in a tab of this window, in their order.
 * @param {string[]} urls  Those of the web only: nothing else is opened.
 * @param {TabsAs} [as]
 */
export async function openInTabs(urls, as = "tabs") {
  const web = urls.filter((url) => /^https?:\/\//iu.test(url));
  const [single] = web;
  if (web.length === 1 && single && as === "tabs") {
    await chrome.tabs.create({ url: single });
    return;
  }
  const opened = [];
  for (let start = 0; start < web.length; start += BATCH) {
    const batch = web.slice(start, start + BATCH);
    const tabs = await Promise.all(batch.map((url) => chrome.tabs.create({ url, active: false })));
    opened.push(...tabs.flatMap(({ id }) => id ?? []));
    if (as === "sleeping") await Promise.all(tabs.map(({ id }) => sleep(id)));
  }
  const [first, ...others] = opened;
  if (as === "group" && first !== undefined)
    await chrome.tabs.group({ tabIds: [first, ...others] });
}

/** A tab knows where it leads as soon as its page begins to answer; before, it would sleep as an empty one. */
const PATIENCE = 5000;

/** @param {number | undefined} id */
async function sleep(id) {
  if (id === undefined) return;
  await /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        chrome.tabs.onUpdated.removeListener(listen);
        resolve();
      };
      /** @type {(tab: number, change: {url?: string}) => void} */
      const listen = (tab, { url }) => {
        if (tab === id && url) end();
      };
      const timer = setTimeout(end, PATIENCE);
      chrome.tabs.onUpdated.addListener(listen);
      void chrome.tabs.get(id).then(({ url }) => url && end(), end);
    })
  );
  // It may have been closed, or looked at.
  await chrome.tabs.discard(id).catch(() => undefined);
}
