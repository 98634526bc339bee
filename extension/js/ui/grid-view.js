import { highest, scrolledTo, topAt, trackLength } from "../core/track.js";
import { approach, isFast, scrollFor, visible } from "../core/viewport.js";

/**
 * Where a grid stands in what scrolls, and which of its cells show. How many stand in a row and how high they are is
 * settled by the style sheet alone, and read from it here.
 */
export class GridView {
  /** @type {HTMLElement | undefined} */
  #scroller;
  /** @type {HTMLElement | undefined} The grid. */
  grid;
  /** @type {HTMLElement | undefined} What holds the cells that exist. */
  cells;
  #total = 0;
  #columns = 4;
  #width = 0;
  #rowHeight = 372;
  #gap = 20;
  #left = 0;
  /** How far the scroller is scrolled into the grid, on its track. */
  #scrolled = 0;
  /** What stands there; see `core/track.js`. */
  #top = 0;
  #height = 900;
  #limit = highest(1);
  #drawn = { first: 0, last: 0 };
  /** When it was drawn last, what stood at the top, and whether that had come too fast to be read. */
  #last = { time: 0, top: 0, fast: false };
  /** Goes step by step, from cell to cell, however fast. */
  #stepping = false;
  /** What is drawn now is gone before anybody could read it. */
  rushing = false;
  /** Until then, what is not in sight is not made ready. */
  #calm = 0;
  #starting = false;

  /**
   * Follows the scrolling and the size of the element that scrolls.
   * @param {HTMLElement} scroller
   * @param {() => void} changed
   */
  attach(scroller, changed) {
    this.#scroller = scroller;
    scroller.addEventListener("scroll", changed, { passive: true });
    new ResizeObserver(() => {
      this.#resized();
      changed();
    }).observe(scroller);
  }

  /** How many cells there are. */
  get total() {
    return this.#total;
  }

  set total(total) {
    if (total === this.#total) return;
    this.measure();
    this.#total = total;
    // On a track that is as high as can be, each pixel stands for another stretch now: what is shown stays.
    if (this.#isStretched()) this.#goTo(this.#top);
  }

  /** The cells that show or are kept ready, from `first` up to and without `last`. */
  get wanted() {
    if (this.#top <= 0 && this.isCalm) return this.sight;
    const { first, last } = visible(this.#geometry());
    return { first, last };
  }

  /** The cells that show. */
  get sight() {
    const { first, last } = visible(this.#geometry(), 0);
    return { first, last };
  }

  /** The cells to draw now, and where on the track they stand; `whole`: they are all that are wanted. */
  advance() {
    const { wanted, sight } = this;
    const columns = this.#columns;
    this.#followPace();
    this.#drawn = approach(this.#drawn, { sight, wanted, columns });
    const { first, last } = this.#drawn;
    const offset = (first / columns) * this.#rowHeight - this.#top + this.#scrolled;
    const whole = !this.rushing && first === wanted.first && last === wanted.last;
    return { first, last, offset, length: trackLength(this.#track()), whole };
  }

  /** Back to the first cell, with the next drawing: to scroll at once would have the page laid out twice. */
  toStart() {
    this.#starting = true;
  }

  /** Every cell is another one: those in sight come first. */
  startAnew() {
    this.#drawn = { first: 0, last: 0 };
  }

  /** What is in sight may be another with the next letter: the rest waits so long. @param {number} milliseconds */
  calm(milliseconds) {
    this.#calm = performance.now() + milliseconds;
  }

  get isCalm() {
    return performance.now() < this.#calm;
  }

  /** One leap is no rush: where it ends, cards are wanted at once. */
  #followPace() {
    const last = this.#last;
    const time = performance.now();
    // A rush has its moments: it is over when it is clearly slower than what began it.
    const height = this.rushing ? this.#height / 2 : this.#height;
    const fast = !this.#stepping && isFast(this.#top - last.top, time - last.time, height);
    this.#stepping = false;
    const rushing = fast && last.fast;
    if (this.rushing && !rushing) this.startAnew();
    this.rushing = rushing;
    this.#last = { time, top: this.#top, fast };
  }

  /** Cells in a row, and in a page. */
  get shape() {
    const page = Math.max(1, Math.floor(this.#height / this.#rowHeight)) * this.#columns;
    return { columns: this.#columns, page };
  }

  /** Whether the first cells are well out of sight. */
  get isDown() {
    return this.#top > this.#height / 2;
  }

  /**
   * @param {number} top
   * @param {ScrollBehavior} [behavior]
   */
  scrollTo(top, behavior = "instant") {
    this.#scroller?.scrollTo({ top, left: 0, behavior });
  }

  /** Brings a cell whole into sight. @param {number} index */
  reveal(index) {
    this.measure();
    const top = scrollFor(index, this.#geometry());
    if (top === undefined) return;
    this.#stepping = true;
    this.#goTo(top);
  }

  measure() {
    if (!this.cells || !this.grid || !this.#scroller) return;
    if (this.#starting) this.scrollTo(0);
    this.#starting = false;
    const style = getComputedStyle(this.cells);
    this.#columns = Math.max(1, style.gridTemplateColumns.split(" ").length);
    this.#width = Number.parseFloat(style.gridTemplateColumns);
    this.#gap = Number.parseFloat(style.rowGap) || 0;
    this.#rowHeight = (Number.parseFloat(style.gridAutoRows) || 348) + this.#gap;
    this.#left = this.cells.getBoundingClientRect().left;
    const view = this.#scroller.getBoundingClientRect();
    this.#scrolled = view.top - this.grid.getBoundingClientRect().top;
    this.#height = view.height;
    this.#limit = highest(devicePixelRatio);
    this.#top = topAt(this.#scrolled, this.#track());
  }

  /** The cells as a rectangle over them needs them; `origin`: the corner of the first, on the screen. */
  cellsOnScreen() {
    const space = this.cells?.parentElement;
    if (!space || this.total === 0) return undefined;
    this.measure();
    const cells = {
      total: this.total,
      columns: this.#columns,
      width: this.#width,
      height: this.#rowHeight - this.#gap,
      gap: this.#gap,
    };
    const y = space.getBoundingClientRect().top + this.#scrolled - this.#top;
    return { cells, origin: { x: this.#left, y } };
  }

  #track() {
    const length = Math.ceil(this.#total / this.#columns) * this.#rowHeight;
    return { length, height: this.#height, limit: this.#limit };
  }

  #isStretched() {
    const track = this.#track();
    return track.length > track.limit;
  }

  /** @param {number} top */
  #goTo(top) {
    if (!this.#scroller) return;
    // Of what has not been drawn yet, so that there is room to scroll to.
    const length = trackLength(this.#track());
    this.cells?.parentElement?.style.setProperty("--length", `${length}px`);
    this.#scroller.scrollTop += scrolledTo(top, this.#track()) - this.#scrolled;
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

  /** What stood at the top stays at the top when the columns become more or fewer. */
  #resized() {
    const columns = this.#columns;
    const limit = this.#limit;
    const index = Math.round(Math.max(0, this.#top) / this.#rowHeight) * columns;
    const inside = this.#top > 0;
    this.measure();
    const isOther = this.#columns !== columns || (this.#limit !== limit && this.#isStretched());
    if (!inside || !isOther) return;
    this.#goTo(Math.floor(index / this.#columns) * this.#rowHeight);
  }
}
