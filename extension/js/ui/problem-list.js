import { ref } from "../../vendor/lit/directives/ref.js";
import { repeat } from "../../vendor/lit/directives/repeat.js";
import { html, nothing } from "../../vendor/lit/lit-html.js";
import { rove } from "../core/roving.js";
import { languageOf, says } from "../core/text.js";
import { scrollFor, visible } from "../core/viewport.js";
import { again } from "./again.js";
import { cssVars } from "./css-vars.js";
import { KeptFocus } from "./kept-focus.js";

/** @import {LinkView} from '../../wasm/urlink.js' */

/** Pixels; `problems.css` has the same. */
const ROW = 52;

/** Rows while it is not known how many there are. */
const UNKNOWN = 3;

/**
 * @typedef {object} ListContent
 * @property {string} label
 * @property {number | undefined} total
 * @property {(index: number) => LinkView | undefined} at
 * @property {(link: LinkView) => void} retry
 */

/** Links of one problem, of which only those in sight exist. One row has the focus; the arrows move it. */
export class ProblemList {
  /** @type {HTMLElement | undefined} */
  #list;
  /** @type {KeptFocus} */
  #focus;
  #total = 0;
  /** @type {() => void} */
  #redraw;

  /** @param {() => void} redraw  Asks for a new drawing; never draws at once. */
  constructor(redraw) {
    this.#redraw = redraw;
    this.#focus = new KeptFocus(
      { root: () => this.#list, target: (row) => row.querySelector(".problem-open") },
      redraw,
    );
  }

  /** To the beginning, as when other links are shown. */
  reset() {
    this.#focus.forget();
    this.#list = undefined;
  }

  /** The rows that are drawn: from `first` up to and without `last`. */
  get range() {
    const { first, last } = visible(this.#geometry());
    return { first, last };
  }

  /** @param {ListContent} content */
  template({ label, total, at, retry }) {
    this.#total = total ?? UNKNOWN;
    this.#focus.within(this.#total);
    const { first, last, offset, length } = visible(this.#geometry());
    const tabbable = this.#focus.tabbable(first, last);
    const rows = [];
    for (let index = first; index < last; index++) rows.push({ index, link: at(index) });
    return html`<ul
      class="problem-list"
      aria-label=${label}
      aria-busy=${total === undefined ? "true" : nothing}
      ${cssVars({ "--length": `${length}px`, "--offset": `${offset}px` })}
      @keydown=${this.#keydown}
      @focusin=${this.#focus.focusin}
      ${ref(this.#drawnIn)}
    >
      ${repeat(
        rows,
        ({ index, link }) => link?.id ?? index,
        ({ index, link }) => this.#row(index, link, index === tabbable, retry),
      )}
    </ul>`;
  }

  // Always the same function: one for each drawing would hear of the element of the last one, that it is gone.
  #drawnIn = (/** @type {Element | undefined} */ element) => {
    this.#list = /** @type {HTMLElement | undefined} */ (element);
  };

  /** To be called after each drawing: gives the focus back if its row has gone. */
  drawn() {
    this.#focus.drawn();
  }

  /**
   * @param {number} index
   * @param {LinkView | undefined} link
   * @param {boolean} tabbable
   * @param {(link: LinkView) => void} retry
   */
  #row(index, link, tabbable, retry) {
    if (!link) return html`<li class="problem-row" aria-busy="true" data-index=${index}></li>`;
    const untitled = says(link.url, link.title);
    return html`<li
      class="problem-row"
      aria-setsize=${this.#total}
      aria-posinset=${index + 1}
      data-index=${index}
    >
      <a
        class="problem-open ${untitled ? "alone" : ""}"
        href=${link.href ?? nothing}
        target="_blank"
        rel="noreferrer noopener"
        tabindex=${tabbable ? 0 : -1}
        role=${link.href ? nothing : "link"}
      >
        ${
          untitled
            ? nothing
            : html`<span class="problem-title" lang=${languageOf(link.title, link.page?.language) ?? nothing}
                >${link.title}</span
              >`
        }
        <span class="problem-url">${link.url}</span>
      </a>
      ${again(link, retry, { tabbable })}
    </li>`;
  }

  #geometry() {
    const scroller = this.#list?.closest(".panel-scroll")?.getBoundingClientRect();
    const list = this.#list?.getBoundingClientRect();
    return {
      total: this.#total,
      columns: 1,
      rowHeight: ROW,
      top: scroller && list ? scroller.top - list.top : 0,
      height: scroller?.height ?? 800,
    };
  }

  #keydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = /** @type {HTMLElement} */ (event.target).closest(".problem-row");
    const beside = { ArrowRight: ".icon-button", ArrowLeft: ".problem-open" }[event.key];
    if (beside) {
      /** @type {HTMLElement | null | undefined} */ (row?.querySelector(beside))?.focus();
      event.preventDefault();
      return;
    }
    const page = Math.max(1, Math.floor(this.#geometry().height / ROW) - 1);
    const next = rove(event.key, this.#focus.active, this.#total, { page });
    if (next === undefined) return;
    event.preventDefault();
    this.#focus.moveTo(next);
    const geometry = this.#geometry();
    const top = scrollFor(next, geometry);
    const scroller = this.#list?.closest(".panel-scroll");
    if (top !== undefined && scroller) scroller.scrollTop += top - geometry.top;
    this.#redraw();
  };
}
