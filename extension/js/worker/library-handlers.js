import { openCore } from "./core.js";
import { going } from "./jobs.js";
import { eraseEverything, sweepLater } from "./trash.js";

/** @import {Category, CategoryList, Change, LinkEdit, LinkSelection, TagEdit} from "../../wasm/urlink.js" */

/** What changes categories and links. */
export const libraryHandlers = {
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
   * @param {string} category
   * @param {string} name
   * @returns {Promise<Category>}
   */
  renameCategory: async (category, name) => (await openCore()).renameCategory(category, name),

  /**
   * @param {string} category
   * @param {boolean} favourite
   * @param {string} [before] absent: last of its section
   * @returns {Promise<CategoryList>}
   */
  moveCategory: async (category, favourite, before) =>
    (await openCore()).moveCategory(category, favourite, before),

  /**
   * @param {string} category
   * @returns {Promise<Change>}
   */
  deleteCategory: async (category) => deleted((await openCore()).deleteCategory(category)),

  /**
   * @param {string} link
   * @param {LinkEdit} edit
   * @returns {Promise<Change>}
   */
  editLink: async (link, edit) => (await openCore()).editLink(link, edit),

  /**
   * @param {LinkSelection} selection
   * @param {boolean} favourite
   * @returns {Promise<Change>}
   */
  favouriteLinks: async (selection, favourite) =>
    (await openCore()).favouriteLinks(selection, favourite),

  /**
   * @param {LinkSelection} selection
   * @param {string | null} category
   * @returns {Promise<Change>}
   */
  moveLinks: async (selection, category) => (await openCore()).moveLinks(selection, category),

  /**
   * @param {LinkSelection} selection
   * @param {TagEdit} tags
   * @returns {Promise<Change>}
   */
  tagLinks: async (selection, tags) => (await openCore()).tagLinks(selection, tags),

  /**
   * @param {string[]} ids
   * @param {string | null | undefined} before
   * @param {string} category as in a query
   * @returns {Promise<Change>}
   */
  placeLinks: async (ids, before, category) => (await openCore()).placeLinks(ids, before, category),

  /**
   * @param {LinkSelection} selection
   * @returns {Promise<Change>}
   */
  trashLinks: async (selection) => deleted((await openCore()).trashLinks(selection)),

  /**
   * @param {LinkSelection} selection
   * @returns {Promise<Change>}
   */
  restoreLinks: async (selection) => going((await openCore()).restoreLinks(selection)),

  /**
   * @param {LinkSelection} selection
   * @returns {Promise<number>}
   */
  eraseLinks: async (selection) => (await openCore()).eraseLinks(selection),

  /** @returns {Promise<number>} */
  emptyTrash: async () => (await openCore()).emptyTrash(),

  /**
   * @param {string} change
   * @returns {Promise<Change>}
   */
  undo: async (change) => going((await openCore()).undo(change)),

  eraseEverything,
};

/**
 * There is something in the trash.
 * @param {Promise<Change>} changed
 */
async function deleted(changed) {
  const change = await changed;
  await sweepLater();
  return change;
}
