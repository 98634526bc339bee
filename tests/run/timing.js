/** @import {Page} from "@playwright/test" */

/**
 * Listens to the requests of the extension itself, and gives a function that tells how many
 * milliseconds a page took: from its dispatch to its end, redirects counted, the last attempt.
 * @param {Page} page one of the extension's
 * @returns {Promise<() => Promise<Map<string, number>>>}
 */
export async function watchRequests(page) {
  const watch = await page.evaluateHandle(() => {
    /** @type {Map<string, {url: string, start: number}>} */
    const started = new Map();
    /** @type {Record<string, number>} */
    const took = {};
    const own = { urls: ["http://*/*", "https://*/*"], tabId: -1 };
    chrome.webRequest.onBeforeRequest.addListener((request) => {
      if (started.has(request.requestId)) return undefined;
      started.set(request.requestId, { url: request.url, start: request.timeStamp });
      return undefined;
    }, own);
    /** @param {{requestId: string, timeStamp: number}} request */
    const end = ({ requestId, timeStamp }) => {
      const request = started.get(requestId);
      started.delete(requestId);
      if (request) took[request.url] = Math.round(timeStamp - request.start);
    };
    chrome.webRequest.onCompleted.addListener(end, own);
    chrome.webRequest.onErrorOccurred.addListener(end, own);
    return took;
  });
  return async () => new Map(Object.entries(await watch.jsonValue()));
}
