import { loadCore, openCore } from "./core.js";

/** @import {Language, LinkPage, LinkQuery, LinkView, OfferedUrl, SavedPlace, TagCount} from "../../wasm/urlink.js" */

/** What is looked at. */
export const viewHandlers = {
  /** @returns {Promise<TagCount[]>} */
  listTags: async () => (await openCore()).listTags(),

  /**
   * @param {Omit<LinkQuery, "offset" | "limit">} query
   * @returns {Promise<string[]>}
   */
  queryIds: async (query) => (await openCore()).queryIds(query),

  /**
   * @param {string[]} urls
   * @returns {Promise<(SavedPlace | null)[]>}
   */
  savedPlaces: async (urls) => (await openCore()).savedPlaces(urls),

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
   * @returns {Promise<(OfferedUrl | null)[]>}
   */
  offeredUrls: async (urls) => (await loadCore()).offeredUrls(urls),
};
