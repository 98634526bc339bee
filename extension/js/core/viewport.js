/**
 * Which part of a long grid shows. The grid has rows of one height, so everything follows from arithmetic.
 * @typedef {object} Geometry
 * @property {number} total  Cells.
 * @property {number} columns  At least 1.
 * @property {number} rowHeight  With the gap below it, in pixels.
 * @property {number} top  How far the view is scrolled into the grid; may be negative.
 * @property {number} height  Of the view.
 */

/** Rows that are kept ready above and below the view. */
const SPARE_ROWS = 2;

/**
 * The cells to draw and where they begin.
 * @param {Geometry} geometry
 */
export function visible({ total, columns, rowHeight, top, height }) {
  const rows = Math.ceil(total / columns);
  const lastPossible = Math.max(0, rows - 1);
  const firstRow = Math.min(Math.max(0, Math.floor(top / rowHeight) - SPARE_ROWS), lastPossible);
  const lastRow = Math.min(
    rows,
    Math.max(firstRow, Math.ceil((top + height) / rowHeight) + SPARE_ROWS),
  );
  return {
    first: firstRow * columns,
    last: Math.min(total, lastRow * columns),
    offset: firstRow * rowHeight,
    length: rows * rowHeight,
  };
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
