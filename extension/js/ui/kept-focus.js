import { rowIndex, rowOf } from "./row-index.js";

/**
 * @typedef {object} FocusHost
 * @property {() => HTMLElement | undefined} root  What holds the rows.
 * @property {(row: HTMLElement) => HTMLElement | null} target  What of a row takes the focus; none: not yet.
 * @property {(row: HTMLElement) => boolean} [isWhole]  Absent: a row is what it will be once it has a target.
 * @property {boolean} [rests]  Without its row, the focus rests on the root.
 */

/**
 * The one focus of a list of which only the rows in sight exist: it stays with its row while rows come and go.
 */
export class KeptFocus {
  /** The row that has the focus, or had it last. */
  active = 0;
  /** The element of that row, while it has the focus: it keeps it where the row has another number. @type {Element | undefined} */
  #focused;
  /** It is on its way to that row. */
  #moving = false;
  #had = false;
  #total = 0;
  /** @type {FocusHost} */
  #host;
  /** @type {() => void} */
  #redraw;

  /**
   * @param {FocusHost} host
   * @param {() => void} redraw  Asks for a new drawing; never draws at once.
   */
  constructor(host, redraw) {
    this.#host = host;
    this.#redraw = redraw;
  }

  /** There are so many rows now. @param {number} total */
  within(total) {
    this.#total = total;
    this.active = Math.min(this.active, Math.max(0, total - 1));
  }

  /**
   * The row that the tab key finds, among those that are drawn: from `first` up to and without `last`.
   * @param {number} first
   * @param {number} last
   */
  tabbable(first, last) {
    return this.active >= first && this.active < last ? this.active : first;
  }

  /** The active row, if it is drawn. */
  get row() {
    return /** @type {HTMLElement | null | undefined} */ (
      this.#host.root()?.querySelector(`[data-index="${this.active}"]`)
    );
  }

  /** Goes to a row with the next drawing, also to one that is not there yet. @param {number} index */
  moveTo(index) {
    this.active = index;
    this.#moving = true;
  }

  /** Nothing is focused any more. */
  forget() {
    this.active = 0;
    this.#had = false;
  }

  /** Goes to the active row, or as soon as it is there. */
  focus() {
    const { row } = this;
    const target = row && this.#host.target(row);
    target?.focus({ preventScroll: true });
    const isThere = target && (this.#host.isWhole?.(row) ?? true);
    this.#moving = !isThere && this.#total > 0;
  }

  /** To be called when the focus comes into a row. */
  focusin = (/** @type {FocusEvent} */ event) => {
    // At once, not with the next drawing: that one may be what takes its row away.
    this.#had = true;
    this.#focused = rowOf(event);
    const index = rowIndex(event);
    if (index === undefined || index === this.active) return;
    this.active = index;
    this.#redraw();
  };

  /** To be called after each drawing: follows the row of the focus, and gives the focus back if the row has gone. */
  drawn() {
    const root = this.#host.root();
    if (!root) return;
    if (this.#had && !this.#moving) this.#follow(root);
    const lost = this.#had && document.activeElement === document.body;
    if (this.#moving) this.focus();
    else if (lost && this.#host.rests && !this.row) root.focus({ preventScroll: true });
    else if (lost) this.focus();
    this.#had = root.contains(document.activeElement);
  }

  /** A row that came before it, or a new order, gives the row of the focus another number. @param {HTMLElement} root */
  #follow(root) {
    const row = root.contains(this.#focused ?? null) ? this.#focused : undefined;
    const index = Number(row?.getAttribute("data-index") ?? this.active);
    if (index === this.active) return;
    this.active = index;
    this.#redraw();
  }
}
