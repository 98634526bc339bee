import { scrollFor, visible } from "../core/viewport.js";

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
  /** How many cells there are. */
  total = 0;
  #columns = 4;
  #width = 0;
  #rowHeight = 372;
  #gap = 20;
  #left = 0;
  #top = 0;
  #height = 900;

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

  /** The cells that are drawn, from `first` up to and without `last`, and where they stand. */
  get visible() {
    return visible(this.#geometry());
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
    if (top !== undefined && this.#scroller) this.#scroller.scrollTop += top - this.#top;
  }

  measure() {
    if (!this.cells || !this.grid || !this.#scroller) return;
    const style = getComputedStyle(this.cells);
    this.#columns = Math.max(1, style.gridTemplateColumns.split(" ").length);
    this.#width = Number.parseFloat(style.gridTemplateColumns);
    this.#gap = Number.parseFloat(style.rowGap) || 0;
    this.#rowHeight = (Number.parseFloat(style.gridAutoRows) || 348) + this.#gap;
    this.#left = this.cells.getBoundingClientRect().left;
    const view = this.#scroller.getBoundingClientRect();
    this.#top = view.top - this.grid.getBoundingClientRect().top;
    this.#height = view.height;
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
    return { cells, origin: { x: this.#left, y: space.getBoundingClientRect().top } };
  }

  #geometry() {
    return {
      total: this.total,
      columns: this.#columns,
      rowHeight: this.#rowHeight,
      top: this.#top,
      height: this.#height,
    };
  }

  /** What stood at the top stays at the top when the columns become more or fewer. */
  #resized() {
    const before = this.#columns;
    const index = Math.round(Math.max(0, this.#top) / this.#rowHeight) * before;
    const inside = this.#top > 0;
    this.measure();
    if (inside && this.#columns !== before && this.#scroller) {
      this.#scroller.scrollTop += Math.floor(index / this.#columns) * this.#rowHeight - this.#top;
    }
  }
}
