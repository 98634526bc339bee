/** More of a page says nothing about it. */
const LIMIT_IN_CHARACTERS = 512 * 1024;

/**
 * What tabs show of themselves, as HTML: the head, and the structured data of the body. Null for
 * a tab that sleeps, or that must not be read.
 * @param {(number | undefined)[]} tabs their ids
 * @returns {Promise<(string | null)[]>}
 */
export function tabHeads(tabs) {
  return Promise.all(tabs.map((tab) => (tab === undefined ? null : tabHead(tab))));
}

/** @param {number} tabId */
async function tabHead(tabId) {
  try {
    const { discarded, status } = await chrome.tabs.get(tabId);
    if (discarded || status !== "complete") return null;
    const [shown] = await chrome.scripting.executeScript({
      target: { tabId },
      func: readHead,
      args: [LIMIT_IN_CHARACTERS],
    });
    return shown?.result ?? null;
  } catch {
    // Chrome lets nobody read its own pages and its store; the page is asked for instead.
    return null;
  }
}

/**
 * Runs in the page, apart from its scripts.
 * @param {number} limit
 */
function readHead(limit) {
  if (document.contentType !== "text/html" && document.contentType !== "application/xhtml+xml") {
    return null;
  }
  const root = /** @type {HTMLElement} */ (document.documentElement.cloneNode(false));
  const head = /** @type {HTMLElement} */ (document.head.cloneNode(true));
  for (const bulk of head.querySelectorAll("style, noscript, script:not([type*='ld+json' i])")) {
    bulk.remove();
  }
  for (const data of document.body?.querySelectorAll("script[type*='ld+json' i]") ?? []) {
    head.append(data.cloneNode(true));
  }
  root.append(head);
  const html = root.outerHTML;
  return html.length > limit ? null : html;
}
