/**
 * Which part of a long grid shows. The grid has rows of one height, so everything follows from arithmetic.
 * @typedef {object} Geometry
 * @property {number} total  Cells.
 * @property {number} columns  At least 1.
 * @property {number} rowHeight  With the gap below it, in pixels.
 * @property {number} top  How far the view is scrolled into the grid; may be negative.
 * @property {number} height  Of the view.
 */

/** Rows that are kept ready above and below the view, at least. */
const SPARE_ROWS = 2;

/**
 * The cells that show or are kept ready, and where they begin.
 * @param {Geometry} geometry
 * @param {number} [spare]  Rows that are kept ready.
 */
export function visible(
  { total, columns, rowHeight, top, height },
  spare = spareOf(rowHeight, height),
) {
  const rows = Math.ceil(total / columns);
  const lastPossible = Math.max(0, rows - 1);
  const firstRow = Math.min(Math.max(0, Math.floor(top / rowHeight) - spare), lastPossible);
  const lastRow = Math.min(rows, Math.max(firstRow, Math.ceil((top + height) / rowHeight) + spare));
  return {
    first: firstRow * columns,
    last: Math.min(total, lastRow * columns),
    offset: firstRow * rowHeight,
    length: rows * rowHeight,
  };
}

/**
 * As many rows as the view shows: it goes on without waiting for what is drawn.
 * @param {number} rowHeight
 * @param {number} height
 */
function spareOf(rowHeight, height) {
  return Math.max(SPARE_ROWS, Math.ceil(height / rowHeight));
}

/** Cells from `first` up to and without `last`. @typedef {{ first: number, last: number }} Range */

/**
 * The cells to draw next: those in sight at once, those that are kept ready a few at a time, for a frame in which a
 * whole row of them is made is late.
 * @param {Range} drawn  What was drawn last.
 * @param {{ sight: Range, wanted: Range, columns: number }} view
 * @returns {Range}
 */
export function approach(drawn, { sight, wanted, columns }) {
  const jumped = drawn.last <= sight.first || drawn.first >= sight.last;
  const near = jumped ? sight : drawn;
  const few = jumped ? 0 : Math.max(columns === 1 ? 4 : 2, Math.ceil(columns / 3));
  const last = Math.min(wanted.last, Math.max(sight.last, near.last + few));
  // Upwards only whole rows fit, and only when there is nothing else to do.
  const up = !jumped && near.last >= wanted.last ? columns : 0;
  const first = Math.floor(Math.min(sight.first, near.first - up) / columns) * columns;
  return { first: Math.max(wanted.first, first), last };
}

/** Of more views than this that pass in a second nobody reads anything. */
const READABLE = 8;

/**
 * Whether so much passes that nobody reads it.
 * @param {number} moved  Pixels, whichever way.
 * @param {number} elapsed  In so many milliseconds.
 * @param {number} height  Of the view.
 */
export function isFast(moved, elapsed, height) {
  return Math.abs(moved) > (READABLE * height * elapsed) / 1000;
}

/**
 * The numbers of the pages that hold the cells from `first` up to and without `last`.
 * @param {number} first
 * @param {number} last
 * @param {number} size
 */
export function pagesOf(first, last, size) {
  const pages = [];
  for (let page = Math.floor(first / size); page * size < last; page++) pages.push(page);
  return pages;
}

/**
 * Where to scroll so that a cell shows whole, or undefined if it does.
 * @param {number} index
 * @param {Geometry} geometry
 */
export function scrollFor(index, { columns, rowHeight, top, height }) {
  const start = Math.floor(index / columns) * rowHeight;
  if (start < top) return start;
  if (start + rowHeight > top + height) return start + rowHeight - height;
  return undefined;
}
