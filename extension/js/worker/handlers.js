import { openCore } from "./core.js";
import { exportLibrary } from "./export.js";
import { jobHandlers } from "./job-handlers.js";
import { libraryHandlers } from "./library-handlers.js";
import { fetchPicture } from "./pictures.js";
import { reminderHandlers } from "./reminder-handlers.js";
import { exportToBookmarks } from "./to-bookmarks.js";
import { viewHandlers } from "./view-handlers.js";

/** @import {Settings} from "../../wasm/urlink.js" */

/**
 * What pages may ask of the worker: this table is the protocol.
 */
export const handlers = {
  ...jobHandlers,
  ...libraryHandlers,
  ...viewHandlers,
  ...reminderHandlers,

  exportLibrary,

  exportToBookmarks,

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
