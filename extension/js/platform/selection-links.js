/**
 * The links inside what is selected in a tab, with their words; none where the page must not be read.
 * @param {number} tabId
 * @param {number} [frameId]
 * @returns {Promise<{ url: string, title: string }[]>}
 */
export async function selectionLinks(tabId, frameId = 0) {
  try {
    const [read] = await chrome.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: readLinks,
    });
    return read?.result ?? [];
  } catch {
    // Chrome lets nobody read its own pages and its store.
    return [];
  }
}

/** Runs in the page, apart from its scripts. */
function readLinks() {
  const selection = getSelection();
  const links = [];
  for (const link of document.links) {
    if (!selection?.containsNode(link, true)) continue;
    links.push({ url: link.href, title: (link.textContent ?? "").replace(/\s+/gu, " ").trim() });
  }
  return links;
}
