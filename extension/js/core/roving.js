/**
 * Where a key leads in a list or a grid that has one focus.
 * @param {string} key  A `KeyboardEvent.key`.
 * @param {number} index
 * @param {number} total
 * @param {{ columns?: number, page?: number }} [shape]  Cells in a row, and in a page.
 * @returns {number | undefined} Undefined: the key does not move.
 */
export function rove(key, index, total, { columns = 1, page = 1 } = {}) {
  if (total === 0) return undefined;
  const last = total - 1;
  switch (key) {
    case "ArrowLeft":
      return columns > 1 ? Math.max(0, index - 1) : undefined;
    case "ArrowRight":
      return columns > 1 ? Math.min(last, index + 1) : undefined;
    case "ArrowUp":
      return index >= columns ? index - columns : index;
    case "ArrowDown":
      return index + columns <= last ? index + columns : index;
    case "PageUp":
      return index >= page ? index - page : index % columns;
    case "PageDown":
      return Math.min(last, index + page);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}
