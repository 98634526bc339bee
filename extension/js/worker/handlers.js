import { tabHeads } from "../platform/tab-heads.js";
import { loadCore, openCore } from "./core.js";
import { exportLibrary } from "./export.js";
import { resumeJobs } from "./jobs.js";
import { fetchPicture } from "./pictures.js";

/** @import {CategoryList, Category, Job, LinkPage, LinkQuery, LinkSelection, LinkView, Language, OfferedUrl, ProblemView, SaveOptions, SavedPlace, SaveReport, Settings} from "../../wasm/urlink.js" */

/**
 * `tabs`: the tabs that show the urls, to be read as they stand.
 * @typedef {{urls: string[], tabs?: (number | undefined)[]} | {text: string}} SaveRequest
 */

/**
 * What pages may ask of the worker: this table is the protocol.
 */
export const handlers = {
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

  /** @returns {Promise<CategoryList>} */
  listCategories: async () => (await openCore()).listCategories(),

  /**
   * @param {string} name
   * @returns {Promise<Category>}
   */
  createCategory: async (name) => (await openCore()).createCategory(name),

  /**
   * @param {string} category
   * @param {boolean} favourite
   * @returns {Promise<Category>}
   */
  starCategory: async (category, favourite) => (await openCore()).starCategory(category, favourite),

  /**
   * @param {LinkQuery} query
   * @returns {Promise<LinkPage>}
   */
  queryLinks: async (query) => (await openCore()).queryLinks(query),

  /** A search is likely to follow. */
  prepareSearch: async () => (await openCore()).prepareSearch(),

  /**
   * @param {string[]} ids
   * @param {Language} [language]
   * @returns {Promise<LinkView[]>}
   */
  getLinks: async (ids, language) => (await openCore()).getLinks(ids, language),

  /**
   * @param {string} url
   * @returns {Promise<SavedPlace | undefined>}
   */
  findSaved: async (url) => (await openCore()).findSaved(url),

  /**
   * @param {string[]} urls
   * @returns {Promise<(SavedPlace | null)[]>}
   */
  async savedPlaces(urls) {
    const core = await openCore();
    return Promise.all(urls.map(async (url) => (await core.findSaved(url)) ?? null));
  },

  /**
   * @param {string[]} urls
   * @returns {Promise<(OfferedUrl | null)[]>}
   */
  offeredUrls: async (urls) => (await loadCore()).offeredUrls(urls),

  exportLibrary,

  fetchPicture,

  /** @returns {Promise<Settings>} */
  getSettings: async () => (await openCore()).getSettings(),

  /**
   * @param {Settings} settings
   * @returns {Promise<Settings>}
   */
  setSettings: async (settings) => (await openCore()).setSettings(settings),
};

/**
 * There is something to read.
 * @param {Promise<Job>} changed
 */
async function going(changed) {
  const job = await changed;
  resumeJobs();
  return job;
}

/** @typedef {typeof handlers} Handlers */
