import { choices } from "../core/choices.js";
import { t } from "../core/i18n.js";
import { library, sentence } from "../data/library.js";
import { send } from "../platform/messages.js";
import { nameOf } from "../ui/place-picker.js";
import { toggleStar } from "./manager-categories.js";
import { focusNext } from "./manager-focus.js";
import { saySaved } from "./manager-saved.js";
import { saveEntries } from "./save-entries.js";

/** @import {Chosen} from '../core/chosen.js' */
/** @import {Choice} from '../core/choices.js' */
/** @import {Entry} from '../core/outline.js' */
/** @import {Picking, Way} from '../ui/link-panel.js' */
/** @import {PickerActions} from '../ui/place-picker.js' */

/** @typedef {Way & { saved?: (entries: Entry[]) => unknown }} SavingWay */

/**
 * @typedef {object} Picked
 * @property {SavingWay} way
 * @property {string} typed
 * @property {string | undefined} place  A choice's id; undefined: the first.
 * @property {boolean} busy
 * @property {string | undefined} problem
 */

/** Where the chosen links of a panel go. */
export class LinkPicking {
  #chosen;
  #redraw;
  /** @type {Picked | undefined} */
  #now;

  /** @type {PickerActions} */
  actions = {
    type: (typed) => this.#change({ typed, place: undefined }),
    choose: ({ id }) => this.#change({ place: id }),
    confirm: (choice) => void this.#save(choice),
    toggleStar,
  };

  /**
   * @param {Chosen} chosen
   * @param {() => void} redraw
   */
  constructor(chosen, redraw) {
    this.#chosen = chosen;
    this.#redraw = redraw;
  }

  /** @param {SavingWay} way */
  begin(way) {
    this.#now = { way, typed: "", place: undefined, busy: false, problem: undefined };
    focusNext("#place");
    this.#redraw();
  }

  stop() {
    this.#now = undefined;
    this.#redraw();
  }

  /** @returns {Picking | undefined} */
  get state() {
    const now = this.#now;
    const { categories } = library.get();
    if (!now || !categories) return undefined;
    const offered = choices(categories, now.typed, t("unsorted"));
    const count = categories.categories.length;
    return {
      way: now.way,
      choices: offered,
      chosen: offered.find(({ id }) => id === now.place) ?? offered[0],
      typed: now.typed,
      few: count < 3,
      first: count === 0,
      busy: now.busy,
      problem: now.problem,
    };
  }

  /** @param {Partial<Picked>} patch */
  #change(patch) {
    if (!this.#now) return;
    this.#now = { ...this.#now, ...patch };
    this.#redraw();
  }

  /** @param {Choice} choice */
  async #save(choice) {
    const now = this.#now;
    if (!now || now.busy) return;
    this.#change({ busy: true, problem: undefined });
    const entries = this.#chosen.entries;
    try {
      const made = choice.kind === "new" ? await send("createCategory", choice.name) : undefined;
      const category = made?.id ?? (choice.kind === "category" ? choice.id : null);
      const job = await saveEntries(entries, category);
      await saySaved(job, category, made?.name ?? nameOf(choice));
      this.#chosen.clear();
      this.stop();
      await now.way.saved?.(entries);
    } catch (error) {
      this.#change({ busy: false, problem: sentence(error) });
    }
  }
}
