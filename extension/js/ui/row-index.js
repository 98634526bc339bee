/**
 * The number of the row, in a list drawn by windows, that an event is about; undefined: of none.
 * @param {Event} event
 */
export function rowIndex(event) {
  const row = /** @type {HTMLElement} */ (event.target).closest("[data-index]");
  return row ? Number(row.getAttribute("data-index")) : undefined;
}
