import { guard } from "../../vendor/lit/directives/guard.js";
import { ref } from "../../vendor/lit/directives/ref.js";
import { repeat } from "../../vendor/lit/directives/repeat.js";
import { html } from "../../vendor/lit/lit-html.js";
import { keyOf } from "../core/keys.js";
import { Recycler } from "../core/recycler.js";
import { rove } from "../core/roving.js";
import { card, placeholder } from "./card.js";
import { cssVars } from "./css-vars.js";
import { clicked, pressed } from "./grid-events.js";
import { GridView } from "./grid-view.js";
import { KeptFocus } from "./kept-focus.js";
import { Marquee } from "./marquee.js";
import { rowIndex } from "./row-index.js";

/** @import {Layout, LinkView} from '../../wasm/urlink.js' */
/** @import {CardState, PictureOf} from './card.js' */
/** @import {GridActions} from './grid-events.js' */

/** Placeholders while nothing is known, not even how many links there are. */
const UNKNOWN = 12;

/** Milliseconds from one letter to the next, for most who type. */
const PAUSE = 200;

/**
 * @typedef {object} GridContent
 * @property {string} label
 * @property {string} language
 * @property {Layout} layout
 * @property {number | undefined} total
 * @property {number} answer  Another one where the links are all others.
 * @property {(index: number) => LinkView | undefined} at
 * @property {(link: LinkView) => CardState} stateOf
 * @property {() => boolean} isChoosing  Something is chosen, or about to be.
 * @property {number} now
 * @property {PictureOf} pictureOf
 * @property {(link: LinkView) => void} retry  Reads its page anew.
 * @property {GridActions} actions
 */

/** The cards, of which only those in sight exist. */
export class Grid {
  #view = new GridView();
  /** @type {KeptFocus} */
  #focus;
  /** @type {GridContent | undefined} */
  #content;
  #answer = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pausing;
  /** The links that are drawn, by their places. @type {Map<number, LinkView | undefined>} */
  #drawn = new Map();
  #recycler = new Recycler();
  /** How the cells were laid out when they were drawn last. @type {GridContent['layout'] | undefined} */
  #layout;
  /** @type {() => void} */
  #redraw;

  /** @param {() => void} redraw  Asks for a new drawing; never draws at once. */
  constructor(redraw) {
    this.#redraw = redraw;
    this.#focus = new KeptFocus(
      {
        root: () => this.#view.grid,
        target: (cell) => /** @type {HTMLElement} */ (cell.querySelector(".open") ?? cell),
        // A placeholder keeps the focus only until its card is there.
        isWhole: (cell) => !cell.classList.contains("unknown"),
        rests: true,
      },
      redraw,
    );
  }

  /**
   * Follows the element that scrolls, and draws rectangles over it.
   * @param {HTMLElement} scroller
   */
  attach(scroller) {
    this.#view.attach(scroller, this.#redraw);
    new Marquee(scroller, {
      shape: () => (this.#content?.total ? this.#view.cellsOnScreen() : undefined),
      begin: () => {
        this.#view.grid?.focus({ preventScroll: true });
        this.#content?.actions.remember();
      },
      touch: (indexes, how) => this.#content?.actions.touch(indexes, how),
      press: () => this.#content?.actions.chooseNone(),
    });
  }

  /** To the beginning, as when another view is shown. */
  reset() {
    this.#focus.active = 0;
    this.#view.toStart();
  }

  /** The cells that are drawn, or soon will be: from `first` up to and without `last`; none of what rushes past. */
  get range() {
    return this.#view.rushing ? undefined : this.#view.wanted;
  }

  /** Those of them that show. */
  get sight() {
    return this.#view.sight;
  }

  /** All links have just become others, as with each letter of what is looked for. */
  get isCalm() {
    return this.#view.isCalm;
  }

  /** Whether the first cards are well out of sight. */
  get isDown() {
    return this.#view.isDown;
  }

  /** Back to the first card, and the focus with it. */
  toTop() {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#focus.active = 0;
    this.#view.scrollTo(0, calm ? "instant" : "smooth");
    this.#view.grid?.focus({ preventScroll: true });
  }

  /** Focuses the card that was focused last. */
  focus() {
    this.#focus.focus();
  }

  /** @param {GridContent} content */
  template(content) {
    const view = this.#view;
    this.#content = content;
    view.total = content.total ?? UNKNOWN;
    this.#focus.within(view.total);
    view.measure();
    if (content.answer !== this.#answer) this.#answered(content.answer);
    const { first, last, offset, length, whole } = view.advance();
    const { rushing } = view;
    if (!whole) this.#redraw();
    const tabbable = this.#focus.tabbable(first, last);
    const cells = [];
    for (let index = first; index < last; index++) {
      const link = rushing ? undefined : content.at(index);
      // In a rush the places stay where they are on the screen, and are not made anew.
      cells.push({ index, link, place: rushing ? index - first : index });
    }
    const cards = this.#cardsOf(cells.flatMap(({ link }) => link?.id ?? []));
    this.#drawn = new Map(cells.map(({ index, link }) => [index, link]));
    return html`<div
      class="grid ${content.layout}-layout ${content.isChoosing() ? "choosing" : ""}"
      role="grid"
      tabindex="-1"
      aria-label=${content.label}
      aria-multiselectable="true"
      aria-rowcount=${content.total ?? -1}
      aria-colcount="1"
      @keydown=${this.#keydown}
      @focusin=${this.#focus.focusin}
      @click=${this.#click}
      @dragstart=${this.#dragstart}
      ${ref((element) => {
        view.grid = /** @type {HTMLElement | undefined} */ (element);
      })}
    >
      <div class="grid-space" role="presentation" ${cssVars({ "--length": `${length}px` })}>
        <div
          class="cards"
          role="presentation"
          ${cssVars({ "--offset": `${offset}px` })}
          ${ref((element) => {
            view.cells = /** @type {HTMLElement | undefined} */ (element);
          })}
        >
          ${repeat(
            cells,
            ({ link, place }) => (link ? cards.get(link.id) : `place ${place}`),
            ({ index, link }) => this.#cell(index, link, index === tabbable, content),
          )}
        </div>
      </div>
    </div>`;
  }

  /** The cards of links that are to be drawn. @param {string[]} ids */
  #cardsOf(ids) {
    const held = this.#view.grid?.querySelectorAll(".card:is(:focus-within, :active)") ?? [];
    const kept = [...held].map((card) => this.#drawn.get(Number(card.getAttribute("data-index"))));
    return this.#recycler.assign(
      ids,
      kept.flatMap((link) => link?.id ?? []),
    );
  }

  /** Who types goes on typing: what is not in sight is made ready when he pauses. @param {number} answer */
  #answered(answer) {
    this.#answer = answer;
    this.#view.startAnew();
    this.#view.calm(PAUSE);
    clearTimeout(this.#pausing);
    this.#pausing = setTimeout(this.#redraw, PAUSE);
  }

  /** To be called after each drawing: gives the focus back if its card has gone. */
  drawn() {
    if (this.#view.grid) this.#measureLayout();
    this.#focus.drawn();
  }

  /** Cells of another height were drawn as many as there had been of the old: that is seen only now. */
  #measureLayout() {
    const layout = this.#content?.layout;
    if (layout === this.#layout) return;
    this.#layout = layout;
    this.#redraw();
  }

  /**
   * @param {number} index
   * @param {LinkView | undefined} link
   * @param {boolean} tabbable
   * @param {GridContent} content
   */
  #cell(index, link, tabbable, { now, language, pictureOf, retry, stateOf }) {
    if (!link) return guard([index, language], () => placeholder(index));
    const state = stateOf(link);
    const minute = Math.floor(now / 60_000);
    return guard([link, index, tabbable, language, minute, ...Object.values(state)], () =>
      card(link, state, { index, tabbable, now, pictureOf, retry }),
    );
  }

  /** What a click or a key at a place means: what is in sight there, though it may have gone. @param {number} index */
  #at(index) {
    return this.#drawn.get(index) ?? this.#content?.at(index);
  }

  #click = (/** @type {MouseEvent} */ event) => {
    const index = rowIndex(event);
    const link = index === undefined ? undefined : this.#at(index);
    if (index === undefined || !link || !this.#content) return;
    const { actions, isChoosing } = this.#content;
    const wanted = clicked(event, isChoosing());
    if (!wanted) return;
    event.preventDefault();
    if ("act" in wanted) actions.act(wanted.act, link, wanted.element);
    else {
      actions.choose(wanted.how, index, this.#focus.active);
      this.#activate(index);
    }
  };

  #dragstart = (/** @type {DragEvent} */ event) => {
    const index = rowIndex(event);
    const link = index === undefined ? undefined : this.#at(index);
    if (link) this.#content?.actions.drag(link, event);
  };

  #keydown = (/** @type {KeyboardEvent} */ event) => {
    if (!this.#content || event.defaultPrevented) return;
    const { actions, isChoosing } = this.#content;
    const wanted = pressed(event, isChoosing());
    if (wanted === undefined) {
      this.#move(event);
      return;
    }
    const { active, row } = this.#focus;
    const link = this.#at(active);
    const element = row ?? /** @type {HTMLElement} */ (event.currentTarget);
    event.preventDefault();
    if (wanted === "all") actions.chooseAll();
    else if (wanted === "none") actions.chooseNone();
    else if (wanted === "toggle" || wanted === "extend") actions.choose(wanted, active, active);
    else if (wanted === "back" || wanted === "forth") {
      if (link) actions.shift(link, wanted === "back" ? -1 : 1);
    } else actions.key(wanted, link, element);
  };

  /** @param {KeyboardEvent} event */
  #move(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea")) return;
    const { active } = this.#focus;
    const next = rove(keyOf(event), active, this.#view.total, this.#view.shape);
    if (next === undefined) return;
    event.preventDefault();
    if (event.shiftKey) this.#content?.actions.choose("extend", next, active);
    this.#activate(next);
  }

  /**
   * Moves the focus to a card, also to one out of sight.
   * @param {number} index
   */
  #activate(index) {
    this.#focus.moveTo(index);
    this.#view.reveal(index);
    this.#redraw();
  }
}
