import { NOTHING } from "../core/selection.js";
import { createStore } from "../core/store.js";
import { sidebarWidth } from "../data/sidebar.js";

/** @import {SaveReport} from '../../wasm/urlink.js' */
/** @import {Selection} from '../core/selection.js' */
/** @import {Editing} from '../ui/card-form.js' */
/** @import {MenuState} from '../ui/menu.js' */
/** @import {Toast} from '../ui/toast.js' */
/** @import {Target} from './manager-choice.js' */
/** @import {Reminding} from './manager-remind.js' */

/**
 * What is asked before something big is done.
 * @typedef {{ title: string, text: string, go: string, danger?: boolean, wary?: boolean, run: () => unknown }} Question
 */

/**
 * What the manager itself knows, beside the library.
 * @typedef {object} ManagerState
 * @property {string} view  See `core/route.js`.
 * @property {string} search  As it is typed.
 * @property {boolean} here  It is looked for in what is shown only.
 * @property {string | undefined} tag  Only links with it are shown.
 * @property {Selection} selection
 * @property {{ id: string, original: { title: string, memo: string, tags: string[] }, form: Editing } | undefined} editing
 * @property {{ target: Target, typed: string, place: string | undefined } | undefined} moving  Where to is being asked.
 * @property {{ target: Target, before: string[], tags: string[], known: string[] } | undefined} tagging
 * @property {Reminding | undefined} reminding
 * @property {MenuState | undefined} menu
 * @property {Question | undefined} question
 * @property {'ids' | 'category' | undefined} dragging  What is dragged out of this page.
 * @property {string} heard  What a screen reader hears of what was done.
 * @property {string | undefined} problem  Why the links could not be read.
 * @property {number} drawn  Counts what there was to draw anew.
 * @property {number} width  Of the sidebar.
 * @property {boolean} sheet  The sidebar lies over a narrow page.
 * @property {{ id?: string, problem?: string } | undefined} naming  A new category, or the one that is renamed.
 * @property {{ place: string, lines: number, busy: boolean, problem: string | undefined } | undefined} add
 * @property {{ report: SaveReport | undefined, shown: number } | undefined} report
 * @property {boolean} shortcuts
 * @property {string | undefined} panel  Which panel is open at the right: see `manager-panels.js`.
 * @property {string[]} clearing  Jobs that are about to be put away.
 * @property {Toast[]} toasts
 */
export const state = createStore(
  /** @type {ManagerState} */ ({
    view: "all",
    search: "",
    here: false,
    tag: undefined,
    selection: NOTHING,
    editing: undefined,
    moving: undefined,
    tagging: undefined,
    reminding: undefined,
    menu: undefined,
    question: undefined,
    dragging: undefined,
    heard: "",
    problem: undefined,
    drawn: 0,
    width: sidebarWidth(),
    sheet: false,
    naming: undefined,
    add: undefined,
    report: undefined,
    shortcuts: false,
    panel: undefined,
    clearing: [],
    toasts: [],
  }),
);
