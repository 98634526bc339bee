import { guard } from "../../vendor/lit/directives/guard.js";
import { ref } from "../../vendor/lit/directives/ref.js";
import { repeat } from "../../vendor/lit/directives/repeat.js";
import { html } from "../../vendor/lit/lit-html.js";
import { rove } from "../core/roving.js";
import { scrollFor, visible } from "../core/viewport.js";
import { card, placeholder } from "./card.js";
import { cssVars } from "./css-vars.js";

/** @import {LinkView} from '../../wasm/urlink.js' */
/** @import {PictureOf} from './card.js' */

/** Placeholders while nothing is known, not even how many links there are. */
const UNKNOWN = 12;

/**
 * @typedef {object} GridContent
 * @property {string} label
 * @property {string} language
 * @property {number | undefined} total
 * @property {(index: number) => LinkView | undefined} at
 * @property {(id: string) => boolean} settled
 * @property {number} now
 * @property {PictureOf} pictureOf
 * @property {(link: LinkView) => void} retry  Reads its page anew.
 */

/**
 * The cards, of which only those in sight exist. How many stand in a row and how high they are is settled by the
 * style sheet alone, and read from it here.
 */
export class Grid {
  /** @type {HTMLElement | undefined} */
  #grid;
  /** @type {HTMLElement | undefined} */
  #cards;
  /** @type {HTMLElement | undefined} */
  #scroller;
  #columns = 4;
  #rowHeight = 372;
  #top = 0;
  #height = 900;
  #total = 0;
  #active = 0;
  #moving = false;
  /** @type {() => void} */
  #redraw;

  /** @param {() => void} redraw  Asks for a new drawing; never draws at once. */
  constructor(redraw) {
    this.#redraw = redraw;
  }

  /**
   * Follows the scrolling and the size of the element that scrolls.
   * @param {HTMLElement} scroller
   */
  attach(scroller) {
    this.#scroller = scroller;
    scroller.addEventListener("scroll", this.#redraw, { passive: true });
    new ResizeObserver(() => this.#resized()).observe(scroller);
  }

  /** To the beginning, as when another view is shown. */
  reset() {
    this.#active = 0;
    this.#scroller?.scrollTo(0, 0);
  }

  /** The cells that are drawn: from `first` up to and without `last`. */
  get range() {
    const { first, last } = visible(this.#geometry());
    return { first, last };
  }

  /** Whether the first cards are well out of sight. */
  get isDown() {
    return this.#top > this.#height / 2;
  }

  /** Back to the first card, and the focus with it. */
  toTop() {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#active = 0;
    this.#scroller?.scrollTo({ top: 0, behavior: calm ? "instant" : "smooth" });
    this.#grid?.focus({ preventScroll: true });
  }

  /** Focuses the card that was focused last. */
  focus() {
    this.#focusActive();
  }

  /** @param {GridContent} content */
  template(content) {
    this.#total = content.total ?? UNKNOWN;
    this.#active = Math.min(this.#active, Math.max(0, this.#total - 1));
    this.#measure();
    const { first, last, offset, length } = visible(this.#geometry());
    const tabbable = this.#active >= first && this.#active < last ? this.#active : first;
    const cells = [];
    for (let index = first; index < last; index++) cells.push({ index, link: content.at(index) });
    return html`<div
      class="grid"
      role="grid"
      tabindex="-1"
      aria-label=${content.label}
      aria-rowcount=${content.total ?? -1}
      aria-colcount="1"
      @keydown=${this.#keydown}
      @focusin=${this.#focusin}
      ${ref((element) => {
        this.#grid = /** @type {HTMLElement | undefined} */ (element);
      })}
    >
      <div class="grid-space" role="presentation" ${cssVars({ "--length": `${length}px` })}>
        <div
          class="cards"
          role="presentation"
          ${cssVars({ "--offset": `${offset}px` })}
          ${ref((element) => {
            this.#cards = /** @type {HTMLElement | undefined} */ (element);
          })}
        >
          ${repeat(
            cells,
            ({ index, link }) => link?.id ?? index,
            ({ index, link }) => this.#cell(index, link, index === tabbable, content),
          )}
        </div>
      </div>
    </div>`;
  }

  /** To be called after each drawing: gives the focus back if its card has gone out of sight. */
  drawn() {
    if (!this.#grid) return;
    if (this.#moving) this.#focusActive();
    else if (this.#hadFocus && document.activeElement === document.body) {
      this.#grid.focus({ preventScroll: true });
    }
    this.#hadFocus = this.#grid.contains(document.activeElement);
  }

  #hadFocus = false;

  /**
   * @param {number} index
   * @param {LinkView | undefined} link
   * @param {boolean} tabbable
   * @param {GridContent} content
   */
  #cell(index, link, tabbable, { settled, now, language, pictureOf, retry }) {
    if (!link) return guard([index, language], () => placeholder(index));
    const isSettled = settled(link.id);
    const minute = Math.floor(now / 60_000);
    return guard([link, index, tabbable, isSettled, language, minute], () =>
      card(link, { index, tabbable, settled: isSettled, now, pictureOf, retry }),
    );
  }

  #geometry() {
    return {
      total: this.#total,
      columns: this.#columns,
      rowHeight: this.#rowHeight,
      top: this.#top,
      height: this.#height,
    };
  }

  #measure() {
    if (!this.#cards || !this.#grid || !this.#scroller) return;
    const style = getComputedStyle(this.#cards);
    this.#columns = Math.max(1, style.gridTemplateColumns.split(" ").length);
    this.#rowHeight =
      (Number.parseFloat(style.gridAutoRows) || 348) + (Number.parseFloat(style.rowGap) || 0);
    const view = this.#scroller.getBoundingClientRect();
    this.#top = view.top - this.#grid.getBoundingClientRect().top;
    this.#height = view.height;
  }

  /** The card that stood at the top stays at the top when the columns become more or fewer. */
  #resized() {
    const before = this.#columns;
    const index = Math.round(Math.max(0, this.#top) / this.#rowHeight) * before;
    const inside = this.#top > 0;
    this.#measure();
    if (inside && this.#columns !== before && this.#scroller) {
      this.#scroller.scrollTop += Math.floor(index / this.#columns) * this.#rowHeight - this.#top;
    }
    this.#redraw();
  }

  #keydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(this.#height / this.#rowHeight)) * this.#columns;
    const next = rove(event.key, this.#active, this.#total, { columns: this.#columns, page });
    if (next === undefined) return;
    event.preventDefault();
    this.#active = next;
    this.#moving = true;
    this.#measure();
    const top = scrollFor(next, this.#geometry());
    if (top !== undefined && this.#scroller) this.#scroller.scrollTop += top - this.#top;
    this.#redraw();
  };

  #focusin = (/** @type {FocusEvent} */ event) => {
    const cell = /** @type {HTMLElement} */ (event.target).closest("[data-index]");
    const index = Number(cell?.getAttribute("data-index") ?? Number.NaN);
    if (Number.isNaN(index) || index === this.#active) return;
    this.#active = index;
    this.#redraw();
  };

  #focusActive() {
    const cell = this.#grid?.querySelector(`[data-index="${this.#active}"]`);
    const target = /** @type {HTMLElement | null | undefined} */ (
      cell?.querySelector(".open") ?? cell
    );
    target?.focus({ preventScroll: true });
    // A placeholder keeps the focus only until its card is there.
    this.#moving = !cell || cell.classList.contains("unknown");
  }
}
