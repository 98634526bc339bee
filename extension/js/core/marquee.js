/**
 * A rectangle drawn over the cells of a grid, in pixels from the corner of its first cell.
 * @typedef {{ x: number, y: number }} Point
 */

/**
 * The shape of a grid of equal cells.
 * @typedef {object} Cells
 * @property {number} total
 * @property {number} columns
 * @property {number} width  Of a cell.
 * @property {number} height  Of a cell.
 * @property {number} gap  Between cells, both ways.
 */

/**
 * The numbers of the cells that a rectangle touches, in their order.
 * @param {Point} one  A corner of it.
 * @param {Point} other  The corner across.
 * @param {Cells} cells
 */
export function touched(one, other, { total, columns, width, height, gap }) {
  const [firstColumn, lastColumn] = span(one.x, other.x, width, gap, columns);
  const [firstRow, lastRow] = span(one.y, other.y, height, gap, Math.ceil(total / columns));
  const found = [];
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const index = row * columns + column;
      if (index < total) found.push(index);
    }
  }
  return found;
}

/**
 * The first and the last of a line of cells that a stretch touches; the first is beyond the last if it touches none.
 * @param {number} one
 * @param {number} other
 * @param {number} size
 * @param {number} gap
 * @param {number} count
 * @returns {[number, number]}
 */
function span(one, other, size, gap, count) {
  const step = size + gap;
  const begin = Math.min(one, other);
  const end = Math.max(one, other);
  const first = Math.floor((begin + gap) / step);
  return [Math.max(0, first), Math.min(count - 1, Math.floor(end / step))];
}
