import { ref } from "../../vendor/lit/directives/ref.js";
import { repeat } from "../../vendor/lit/directives/repeat.js";
import { html } from "../../vendor/lit/lit-html.js";
import { rove } from "../core/roving.js";
import { scrollFor, visible } from "../core/viewport.js";
import { cssVars } from "./css-vars.js";
import { KeptFocus } from "./kept-focus.js";
import { linkRow, sectionRow } from "./link-row.js";

/** @import {Entry, Row, Section} from '../core/outline.js' */

/** Pixels; `link-rows.css` has the same. */
const ROW = 48;

/**
 * @typedef {object} LinkListContent
 * @property {string} label
 * @property {Row[]} rows
 * @property {string} language
 * @property {number} now
 * @property {(entry: Entry) => boolean} isChosen
 * @property {(section: Section) => 'true' | 'mixed' | 'false'} share  How much of a section is chosen.
 * @property {(section: Section) => number} count
 * @property {(entry: Entry) => string | undefined} savedIn  The name of the place that it is saved in.
 */

/**
 * @typedef {object} LinkListActions
 * @property {(entry: Entry, how: { range: boolean }) => void} choose
 * @property {(section: Section) => void} chooseSection
 * @property {() => void} chooseAll
 * @property {() => boolean} leave  Escape; whether there was something to leave.
 * @property {(section: Section) => void} fold
 * @property {(entry: Entry) => void} open
 * @property {(entry?: Entry) => void} copy  Without one: what is chosen.
 * @property {(event: DragEvent, entry: Entry) => void} drag
 * @property {() => void} more  The end is near.
 */

/** Links under headings, of which only those in sight exist. One row has the focus; the arrows move it. */
export class LinkList {
  /** @type {HTMLElement | undefined} */
  #list;
  /** @type {KeptFocus} */
  #focus;
  /** @type {Row[]} */
  #rows = [];
  /** @type {() => void} */
  #redraw;
  /** @type {LinkListActions} */
  #actions;

  /**
   * @param {() => void} redraw  Asks for a new drawing; never draws at once.
   * @param {LinkListActions} actions
   */
  constructor(redraw, actions) {
    this.#redraw = redraw;
    this.#actions = actions;
    this.#focus = new KeptFocus({ root: () => this.#list, target: (row) => row }, redraw);
  }

  /** To the beginning, as when other links are shown. */
  reset() {
    this.#focus.active = 0;
    this.#list?.closest(".panel-scroll")?.scrollTo(0, 0);
  }

  /** Whether the first rows are well out of sight. */
  get isDown() {
    const { top, height } = this.#geometry();
    return top > height / 2;
  }

  /** Back to the first row, and the focus with it. */
  toTop() {
    this.reset();
    this.#focus.moveTo(0);
    this.#redraw();
  }

  /** The rows that are drawn: from `first` up to and without `last`. */
  get range() {
    const { first, last } = visible(this.#geometry());
    return { first, last };
  }

  /** @param {LinkListContent} content */
  template(content) {
    this.#rows = content.rows;
    this.#focus.within(this.#rows.length);
    const { first, last, offset, length } = visible(this.#geometry());
    const tabbable = this.#focus.tabbable(first, last);
    const shown = this.#rows.slice(first, last).map((row, at) => ({ row, index: first + at }));
    return html`<div
      class="link-list"
      role="treegrid"
      aria-label=${content.label}
      aria-multiselectable="true"
      aria-rowcount=${this.#rows.length}
      ${cssVars({ "--length": `${length}px`, "--offset": `${offset}px` })}
      @keydown=${this.#keydown}
      @focusin=${this.#focus.focusin}
      ${ref((element) => {
        this.#list = /** @type {HTMLElement | undefined} */ (element);
      })}
    >
      ${repeat(
        shown,
        ({ row }) => (row.kind === "section" ? `section ${row.section.id}` : row.entry.key),
        ({ row, index }) => this.#row(row, { index, tabbable: index === tabbable }, content),
      )}
    </div>`;
  }

  /** To be called after each drawing: gives the focus back if its row has gone, and asks for more near the end. */
  drawn() {
    if (!this.#list?.isConnected) return;
    this.#focus.drawn();
    const { top, height } = this.#geometry();
    if (top + 3 * height > this.#rows.length * ROW) this.#actions.more();
  }

  /**
   * @param {Row} row
   * @param {{ index: number, tabbable: boolean }} place
   * @param {LinkListContent} content
   */
  #row(row, place, { language, now, isChosen, share, count, savedIn }) {
    const { level } = row;
    if (row.kind === "section") {
      const { section, closed } = row;
      return sectionRow(
        { section, closed, level, language, now, share: share(section), count: count(section) },
        place,
        { choose: this.#actions.chooseSection, fold: this.#actions.fold },
      );
    }
    const { entry, section } = row;
    return linkRow(
      { entry, section, level, language, now, chosen: isChosen(entry), savedIn: savedIn(entry) },
      place,
      {
        choose: this.#actions.choose,
        open: this.#actions.open,
        copy: this.#actions.copy,
        drag: this.#actions.drag,
      },
    );
  }

  #geometry() {
    const scroller = this.#list?.closest(".panel-scroll")?.getBoundingClientRect();
    const list = this.#list?.getBoundingClientRect();
    return {
      total: this.#rows.length,
      columns: 1,
      rowHeight: ROW,
      top: scroller && list ? scroller.top - list.top : 0,
      height: scroller?.height ?? 800,
    };
  }

  #keydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.altKey || event.isComposing) return;
    const row = this.#rows[this.#focus.active];
    if (!row) return;
    const done =
      event.ctrlKey || event.metaKey
        ? this.#withControl(event)
        : this.#sideways(event, row) || this.#does(event, row) || this.#moves(event);
    if (done) event.preventDefault();
  };

  /** @param {KeyboardEvent} event */
  #withControl(event) {
    const key = event.key.toLowerCase();
    if (key === "a") this.#actions.chooseAll();
    else if (key === "c" && getSelection()?.isCollapsed) this.#actions.copy();
    else return false;
    return true;
  }

  /**
   * Into the buttons of a row and back; opens and closes sections.
   * @param {KeyboardEvent} event
   * @param {Row} row
   */
  #sideways(event, row) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return false;
    const right = event.key === "ArrowRight";
    if (row.kind === "section") {
      if (row.closed === right) this.#actions.fold(row.section);
      return true;
    }
    const line = this.#focus.row;
    const stops = [line, ...(line?.querySelectorAll("button") ?? [])];
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    stops[at + (right ? 1 : -1)]?.focus();
    return true;
  }

  /**
   * @param {KeyboardEvent} event
   * @param {Row} row
   */
  #does(event, row) {
    if (event.key === "Escape") return this.#actions.leave();
    // A button that has the focus does its own.
    if (document.activeElement !== this.#focus.row) return false;
    if (event.key === " ") {
      if (row.kind === "section") this.#actions.chooseSection(row.section);
      else this.#actions.choose(row.entry, { range: event.shiftKey });
    } else if (event.key === "Enter") {
      if (row.kind === "section") this.#actions.fold(row.section);
      else this.#actions.open(row.entry);
    } else return false;
    return true;
  }

  /** @param {KeyboardEvent} event */
  #moves(event) {
    const page = Math.max(1, Math.floor(this.#geometry().height / ROW) - 1);
    const next = rove(event.key, this.#focus.active, this.#rows.length, { page });
    if (next === undefined) return false;
    const from = this.#rows[this.#focus.active];
    const to = this.#rows[next];
    if (event.shiftKey && from?.kind === "entry") {
      this.#actions.choose(from.entry, { range: true });
      if (to?.kind === "entry") this.#actions.choose(to.entry, { range: true });
    }
    this.#focus.moveTo(next);
    const geometry = this.#geometry();
    const top = scrollFor(next, geometry);
    const scroller = this.#list?.closest(".panel-scroll");
    if (top !== undefined && scroller) scroller.scrollTop += top - geometry.top;
    this.#redraw();
    return true;
  }
}
