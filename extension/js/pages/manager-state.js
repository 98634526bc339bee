import { createStore } from "../core/store.js";
import { sidebarWidth } from "../data/sidebar.js";

/** @import {SaveReport} from '../../wasm/urlink.js' */
/** @import {Toast} from '../ui/toast.js' */

/**
 * What the manager itself knows, beside the library.
 * @typedef {object} ManagerState
 * @property {string} view  See `core/route.js`.
 * @property {string | undefined} problem  Why the links could not be read.
 * @property {number} width  Of the sidebar.
 * @property {boolean} sheet  The sidebar lies over a narrow page.
 * @property {boolean} naming
 * @property {string | undefined} namingProblem
 * @property {{ place: string, lines: number, busy: boolean, problem: string | undefined } | undefined} add
 * @property {{ report: SaveReport | undefined, shown: number } | undefined} report
 * @property {boolean} shortcuts
 * @property {string | undefined} panel  Which panel is open at the right: see `manager-panels.js`.
 * @property {string[]} clearing  Jobs that are about to be put away.
 * @property {{ category: string, count: number } | undefined} refreshing  Whether to read a view anew is being asked.
 * @property {Toast[]} toasts
 */
export const state = createStore(
  /** @type {ManagerState} */ ({
    view: "all",
    problem: undefined,
    width: sidebarWidth(),
    sheet: false,
    naming: false,
    namingProblem: undefined,
    add: undefined,
    report: undefined,
    shortcuts: false,
    panel: undefined,
    clearing: [],
    refreshing: undefined,
    toasts: [],
  }),
);
