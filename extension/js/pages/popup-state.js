import { t } from "../core/i18n.js";
import { createStore } from "../core/store.js";
import { sentence } from "../data/library.js";

/** @import {SavedPlace} from '../../wasm/urlink.js' */
/** @import {OpenPage} from '../platform/tabs.js' */
/** @import {Status} from '../ui/popup-view.js' */

/**
 * @typedef {object} State
 * @property {OpenPage | undefined} page
 * @property {OpenPage[] | undefined} tabs  Those of the window that can be saved; undefined: they must not be known.
 * @property {SavedPlace | undefined} saved
 * @property {string} typed
 * @property {string | undefined} chosen  A choice's id; undefined: the first.
 * @property {'tab' | 'list'} view
 * @property {number} lines
 * @property {boolean} busy
 * @property {Status | undefined} status
 */
export const state = createStore(
  /** @type {State} */ ({
    page: undefined,
    tabs: [],
    saved: undefined,
    typed: "",
    chosen: undefined,
    view: "tab",
    lines: 0,
    busy: false,
    status: undefined,
  }),
);

/**
 * One thing at a time; what goes wrong is said.
 * @param {() => Promise<unknown>} work
 */
export async function working(work) {
  if (state.get().busy) return;
  state.set({ busy: true, status: { kind: "busy", text: t("saving") } });
  try {
    await work();
  } catch (error) {
    complain(error);
  } finally {
    state.set({ busy: false });
  }
}

/** @param {unknown} error */
export function complain(error) {
  state.set({ status: { kind: "problem", text: sentence(error) } });
}
