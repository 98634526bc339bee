import { tabHeads } from "../platform/tab-heads.js";
import { openCore } from "./core.js";
import { resumeJobs } from "./jobs.js";
import { fetchPicture } from "./pictures.js";

/** @import {CategoryList, Category, Job, LinkPage, LinkQuery, LinkView, Language, SaveOptions, SavedPlace, SaveReport, Settings} from "../../wasm/urlink.js" */

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

  fetchPicture,

  /** @returns {Promise<Settings>} */
  getSettings: async () => (await openCore()).getSettings(),

  /**
   * @param {Settings} settings
   * @returns {Promise<Settings>}
   */
  setSettings: async (settings) => (await openCore()).setSettings(settings),
};

/** @typedef {typeof handlers} Handlers */
