/** @import {Page} from "@playwright/test" */
/** @import {Job, Language, LinkView, SaveReport} from "../../extension/wasm/urlink.js" */

/** Links asked for at once. */
const PAGE = 200;

/**
 * Asks the worker, as the extension's own pages do.
 * @template T
 * @param {Page} page one of the extension's
 * @param {string} name
 * @param {...unknown} args
 * @returns {Promise<T>}
 */
export async function ask(page, name, ...args) {
  const answer = await page.evaluate((message) => chrome.runtime.sendMessage(message), {
    name,
    args,
  });
  if (!answer?.ok) throw new Error(`${name}: ${answer?.message ?? "no answer"}`);
  return answer.value;
}

/**
 * Calls back whenever a job has moved, and ends when it is done.
 * @param {Page} page one of the extension's
 * @param {string} id
 * @param {(job: Job) => void} [onProgress]
 * @returns {Promise<Job>}
 */
export async function follow(page, id, onProgress) {
  const changes = await watchJobs(page);
  try {
    for (;;) {
      const job = await findJob(page, id);
      onProgress?.(job);
      if (job.state === "done" || job.state === "cancelled") return job;
      await changes.evaluate((watch) => watch.next());
    }
  } finally {
    await changes.evaluate((watch) => watch.stop());
    await changes.dispose();
  }
}

/**
 * @param {Page} page
 * @param {string} id
 */
async function findJob(page, id) {
  const jobs = /** @type {Job[]} */ (await ask(page, "listJobs"));
  const job = jobs.find((one) => one.id === id);
  if (!job) throw new Error(`the job ${id} is gone`);
  return job;
}

/**
 * Counts the changes of jobs in the page, so that none between two questions is missed.
 * @param {Page} page
 */
function watchJobs(page) {
  return page.evaluateHandle(() => {
    let changed = false;
    let wake = () => {};
    /** @param {Record<string, chrome.storage.StorageChange>} changes */
    const listener = (changes) => {
      if (!Object.keys(changes).some((key) => key.startsWith("j:"))) return;
      changed = true;
      wake();
    };
    chrome.storage.local.onChanged.addListener(listener);
    return {
      /** Ends when a job has changed since the last call. */
      async next() {
        if (!changed) await new Promise((resolve) => (wake = () => resolve(undefined)));
        changed = false;
      },
      stop: () => chrome.storage.local.onChanged.removeListener(listener),
    };
  });
}

/**
 * What became of every line, and the links that were stored.
 * @param {Page} page
 * @param {string} job
 * @param {Language} language
 */
export async function readOutcome(page, job, language) {
  const report = /** @type {SaveReport} */ (await ask(page, "report", job, language));
  const entries = Object.values(report).flat();
  const ids = [...new Set(entries.flatMap(({ id }) => id ?? []))];
  /** @type {Map<string, LinkView>} */
  const links = new Map();
  for (let start = 0; start < ids.length; start += PAGE) {
    const some = ids.slice(start, start + PAGE);
    const views = /** @type {LinkView[]} */ (await ask(page, "getLinks", some, language));
    for (const link of views) links.set(link.id, link);
  }
  return { report, links };
}
