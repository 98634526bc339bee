import { ask } from "../run/save.js";

/** @import {Page} from "@playwright/test" */
/** @import {Job, LinkPage, LinkView} from "../../extension/wasm/urlink.js" */

/**
 * Every link of the library, newest first.
 * @param {Page} page one of the extension's
 * @returns {Promise<LinkView[]>}
 */
export async function allLinks(page) {
  const query = { category: "all", offset: 0, limit: 100_000 };
  return /** @type {LinkPage} */ (await ask(page, "queryLinks", query)).links;
}

/**
 * The job that was accepted last.
 * @param {Page} page one of the extension's
 */
export async function newestJob(page) {
  const [job] = /** @type {Job[]} */ (await ask(page, "listJobs"));
  if (!job) throw new Error("there is no job");
  return job;
}
