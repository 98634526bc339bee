/** @import {NetworkReport} from "../../wasm/urlink.js" */

/** The event and the rejection of `fetch` come by different ways, in either order. */
const PATIENCE = 150;

/** What nobody asks for is forgotten, oldest first. */
const REMEMBERED = 512;

/** @type {chrome.webRequest.RequestFilter} */
const OWN_REQUESTS = { urls: ["http://*/*", "https://*/*"], tabId: -1, types: ["xmlhttprequest"] };

/** @type {Map<string, string>} error by the address that was asked */
const errors = new Map();

/** @type {Map<string, string>} the address that was asked, by request, once it was redirected */
const asked = new Map();

/** @type {Map<string, (error: string) => void>} */
const waiting = new Map();

/** @param {chrome.webRequest.OnBeforeRedirectDetails} details */
function onRedirect({ requestId, url }) {
  if (!asked.has(requestId)) remember(asked, requestId, url);
}

/** @param {chrome.webRequest.OnErrorOccurredDetails} details */
function onError({ requestId, url, error }) {
  const address = asked.get(requestId) ?? url;
  // We ended it ourselves.
  if (error === "net::ERR_ABORTED") return;
  const resolve = waiting.get(address);
  if (resolve) resolve(error);
  else remember(errors, address, error);
}

/**
 * @param {Map<string, string>} map
 * @param {string} key
 * @param {string} value
 */
function remember(map, key, value) {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > REMEMBERED && oldest !== undefined) map.delete(oldest);
}

/**
 * Done only while a job runs. No event that every request fires is listened to: each would cost
 * some 5 % of the request.
 */
export function listenForErrors() {
  chrome.webRequest.onBeforeRedirect.addListener(onRedirect, OWN_REQUESTS);
  chrome.webRequest.onErrorOccurred.addListener(onError, OWN_REQUESTS);
}

export function stopListening() {
  chrome.webRequest.onBeforeRedirect.removeListener(onRedirect);
  chrome.webRequest.onErrorOccurred.removeListener(onError);
  errors.clear();
  asked.clear();
}

/**
 * What `chrome.webRequest` says of a request that failed.
 * @type {NetworkReport}
 */
export const networkReport = {
  async errorOf(url) {
    const address = withoutFragment(url);
    const error = errors.get(address) ?? (await soon(address));
    errors.delete(address);
    const named = error !== undefined && error !== "net::ERR_FAILED";
    if (!named && !(await mayRead(url))) return "permission-withheld";
    return error;
  },
};

/**
 * @param {string} address
 * @returns {Promise<string | undefined>}
 */
function soon(address) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(undefined), PATIENCE);
    /** @param {string | undefined} error */
    const settle = (error) => {
      clearTimeout(timer);
      waiting.delete(address);
      resolve(error);
    };
    waiting.set(address, settle);
  });
}

/** @param {string} url */
function mayRead(url) {
  const { protocol, hostname } = new URL(url);
  return chrome.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/** @param {string} url */
function withoutFragment(url) {
  return url.split("#", 1)[0] ?? url;
}
