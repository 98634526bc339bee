/**
 * The event and what `fetch` gives come by different ways, in either order; where much goes on, far
 * apart.
 */
const PATIENCE = 1_000;

/** What nobody asks for is forgotten, oldest first. */
const REMEMBERED = 512;

/** @type {chrome.webRequest.RequestFilter} */
const OWN_REQUESTS = { urls: ["http://*/*", "https://*/*"], tabId: -1, types: ["xmlhttprequest"] };

/** @typedef {[first: string, last: string]} Way IP addresses */

/** Requests that were redirected. @type {Map<string, {asked: string, ip: string, target: string}>} */
const redirected = new Map();

/**
 * What events tell, kept until it is asked for, by the address that was asked.
 * @template T
 */
class News {
  /** @type {Map<string, T>} */
  #known = new Map();

  /** @type {Map<string, (news: T) => void>} */
  #waiting = new Map();

  /**
   * @param {string} address
   * @param {T} news
   */
  tell(address, news) {
    const resolve = this.#waiting.get(address);
    if (resolve) resolve(news);
    else remember(this.#known, address, news);
  }

  /**
   * @param {string} address
   * @returns {Promise<T | undefined>}
   */
  async of(address) {
    const news = this.#known.get(address) ?? (await this.#soon(address));
    this.#known.delete(address);
    return news;
  }

  clear() {
    this.#known.clear();
  }

  /**
   * @param {string} address
   * @returns {Promise<T | undefined>}
   */
  #soon(address) {
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(undefined), PATIENCE);
      /** @param {T | undefined} news */
      const settle = (news) => {
        clearTimeout(timer);
        this.#waiting.delete(address);
        resolve(news);
      };
      this.#waiting.set(address, settle);
    });
  }
}

/** @type {News<{error: string, url: string}>} */
const errors = new News();

/** @type {News<Way>} */
const ways = new News();

/** @param {chrome.webRequest.OnBeforeRedirectDetails} details */
function onRedirect({ requestId, url, ip = "", redirectUrl }) {
  const { asked = url, ip: first = ip } = redirected.get(requestId) ?? {};
  remember(redirected, requestId, { asked, ip: first, target: redirectUrl });
}

/** @param {chrome.webRequest.OnResponseStartedDetails} details */
function onResponse({ requestId, url, ip = "" }) {
  const { asked = url, ip: first = ip } = redirected.get(requestId) ?? {};
  ways.tell(asked, [first, ip]);
}

/** @param {chrome.webRequest.OnErrorOccurredDetails} details */
function onError({ requestId, url, error }) {
  const { asked = url, target = url } = redirected.get(requestId) ?? {};
  if (!/^https?:/i.test(target)) errors.tell(asked, { error: "net::ERR_UNSAFE_REDIRECT", url });
  // Any other that ends so, we ended ourselves.
  else if (error !== "net::ERR_ABORTED") errors.tell(asked, { error, url: target });
}

/**
 * @template T
 * @param {Map<string, T>} map
 * @param {string} key
 * @param {T} value
 */
function remember(map, key, value) {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > REMEMBERED && oldest !== undefined) map.delete(oldest);
}

/** Done only while a job runs: each event that every request fires costs some 5 % of the request. */
export function listenToRequests() {
  chrome.webRequest.onBeforeRedirect.addListener(onRedirect, OWN_REQUESTS);
  chrome.webRequest.onResponseStarted.addListener(onResponse, OWN_REQUESTS);
  chrome.webRequest.onErrorOccurred.addListener(onError, OWN_REQUESTS);
}

export function stopListening() {
  chrome.webRequest.onBeforeRedirect.removeListener(onRedirect);
  chrome.webRequest.onResponseStarted.removeListener(onResponse);
  chrome.webRequest.onErrorOccurred.removeListener(onError);
  errors.clear();
  ways.clear();
  redirected.clear();
}

/**
 * The name of the error of a request that failed.
 * @param {string} url
 * @returns {Promise<string | undefined>}
 */
export async function errorOf(url) {
  const told = await errors.of(withoutFragment(url));
  const named = told !== undefined && told.error !== "net::ERR_FAILED";
  if (!named && !(await mayRead(told?.url ?? url))) return "permission-withheld";
  return told?.error;
}

/**
 * The IP addresses of the servers that were asked first and last.
 * @param {string} url
 * @returns {Promise<Way | undefined>}
 */
export const wayOf = (url) => ways.of(withoutFragment(url));

/** @param {string} url */
function mayRead(url) {
  const { protocol, hostname } = new URL(url);
  return chrome.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/** @param {string} url */
function withoutFragment(url) {
  return url.split("#", 1)[0] ?? url;
}
