import { tabHeads } from "../platform/tab-heads.js";
import { openCore } from "./core.js";
import { going, resumeJobs } from "./jobs.js";

/** @import {Job, Language, LinkSelection, ProblemView, SaveOptions, SaveReport} from "../../wasm/urlink.js" */

/**
 * `tabs`: the tabs that show the urls, to be read as they stand.
 * @typedef {{urls: string[], tabs?: (number | undefined)[]} | {text: string}} SaveRequest
 */

/** Saving, and what is under way of it. */
export const jobHandlers = {
  /**
   * Stores the links, answers, and reads their pages afterwards.
   * @param {SaveRequest} request
   * @param {SaveOptions} [options]
   * @returns {Promise<Job>}
   */
  async save(request, options) {
    const core = await openCore();
    const job = await ("text" in request
      ? core.acceptText(request.text, options)
      : core.acceptUrls(request.urls, { ...options, pages: await tabHeads(request.tabs ?? []) }));
    resumeJobs();
    return job;
  },

  /**
   * @param {string} job
   * @returns {Promise<Job>}
   */
  pauseJob: async (job) => (await openCore()).pauseJob(job),

  /**
   * @param {string} job
   * @returns {Promise<Job>}
   */
  resumeJob: async (job) => going((await openCore()).resumeJob(job)),

  /**
   * @param {string} job
   * @returns {Promise<Job>}
   */
  cancelJob: async (job) => (await openCore()).cancelJob(job),

  /**
   * @param {string} job
   * @param {string} [problem] only the links with this one
   * @returns {Promise<Job>}
   */
  retryJob: async (job, problem) => going((await openCore()).retryJob(job, problem)),

  /**
   * @param {string} job
   * @param {string} link
   * @returns {Promise<Job>}
   */
  retryLink: async (job, link) => going((await openCore()).retryLink(job, link)),

  /**
   * @param {LinkSelection} selection
   * @returns {Promise<Job>}
   */
  refreshLinks: async (selection) => going((await openCore()).refreshLinks(selection)),

  /**
   * @param {string} [job] only this one, of those that are over
   * @returns {Promise<void>}
   */
  clearJobs: async (job) => (await openCore()).clearJobs(job),

  /**
   * @param {string} job
   * @param {string} problem
   * @returns {Promise<string[]>} ids of links
   */
  problemLinks: async (job, problem) => (await openCore()).problemLinks(job, problem),

  /**
   * @param {Language} [language]
   * @returns {Promise<ProblemView[]>}
   */
  listProblems: async (language) => (await openCore()).listProblems(language),

  /** @returns {Promise<Job[]>} */
  listJobs: async () => (await openCore()).listJobs(),

  /**
   * @param {string} job
   * @param {Language} [language]
   * @returns {Promise<SaveReport>}
   */
  report: async (job, language) => (await openCore()).report(job, language),
};
