/** Chrome stops a worker after 30 s without a call of its API; requests under way do not count. */
const INTERVAL = 20_000;

/**
 * Keeps the worker alive until the work has settled, and no longer.
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function keepAlive(work) {
  const timer = setInterval(() => void chrome.runtime.getPlatformInfo(), INTERVAL);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
