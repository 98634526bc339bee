// What runs in the browser: each function is sent there as text, and has nothing but its argument.

/** @typedef {{milliseconds: number, failed: number}} Outcome */

/**
 * @typedef {object} Saved
 * @property {number} milliseconds until the last page is read and stored
 * @property {number} accepted milliseconds until every link is stored
 * @property {import("../../../extension/wasm/urlink.js").JobCounts} counts
 */

/**
 * Saves as the manager does, in a page of the extension.
 * @param {string[]} urls
 * @returns {Promise<Saved>}
 */
export async function save(urls) {
  /** @typedef {import("../../../extension/wasm/urlink.js").Job} Job */
  /** @type {Map<string, Job>} */
  const over = new Map();
  let look = () => {};
  /** @param {Record<string, chrome.storage.StorageChange>} changes */
  const listener = (changes) => {
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (!/^j:[^:]{10,}$/.test(key) || newValue === undefined) continue;
      const job = JSON.parse(/** @type {string} */ (newValue));
      if (job.state === "done") over.set(job.id, job);
    }
    look();
  };
  chrome.storage.local.onChanged.addListener(listener);
  const start = performance.now();
  const answer = await chrome.runtime.sendMessage({
    name: "save",
    args: [{ text: urls.join("\n") }, {}],
  });
  const accepted = performance.now() - start;
  if (!answer?.ok) throw new Error(answer?.message ?? "the worker did not answer");
  while (!over.has(answer.value.id)) await new Promise((resolve) => (look = () => resolve(null)));
  const milliseconds = performance.now() - start;
  chrome.storage.local.onChanged.removeListener(listener);
  const { counts } = /** @type {Job} */ (over.get(answer.value.id));
  return { milliseconds, accepted, counts };
}

/**
 * The least that a browser can do: `fetch`, and `cancel` where nothing better can come. In the
 * worker.
 * @param {{pages: {url: string, stop: number}[], atOnce: number}} course how many bytes to read
 * @returns {Promise<Outcome>}
 */
export async function fetchOnly({ pages, atOnce }) {
  const rest = pages.values();
  let failed = 0;

  /** @param {{url: string, stop: number}} page */
  async function read({ url, stop }) {
    const end = new AbortController();
    const answer = await fetch(url, {
      cache: "no-store",
      credentials: "omit",
      headers: { Accept: "text/html,application/xhtml+xml,*/*;q=0.1" },
      referrerPolicy: "no-referrer",
      signal: end.signal,
    });
    const reader = answer.body?.getReader();
    for (let length = 0; reader && length < stop; ) {
      const { done, value } = await reader.read();
      if (done) return;
      length += value.length;
    }
    await reader?.cancel();
  }

  async function lane() {
    for (const page of rest) {
      await read(page).catch(() => {
        failed += 1;
      });
    }
  }

  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, lane));
  return { milliseconds: performance.now() - start, failed };
}

/**
 * Saves as the manager does, in the manager.
 * @param {string[]} urls
 * @returns {Promise<{job: string, accepted: number, firstCard: number}>}
 */
export async function arrive(urls) {
  const start = performance.now();
  /** @type {Promise<number>} */
  const shown = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(".card:not(.unknown)")) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - start));
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  const answer = await chrome.runtime.sendMessage({
    name: "save",
    args: [{ text: urls.join("\n") }, {}],
  });
  const accepted = performance.now() - start;
  if (!answer?.ok) throw new Error(answer?.message ?? "the worker did not answer");
  return { job: answer.value.id, accepted, firstCard: await shown };
}
