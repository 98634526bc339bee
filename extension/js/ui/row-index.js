/**
 * The row, in a list drawn by windows, that an event is about.
 * @param {Event} event
 */
export function rowOf(event) {
  return /** @type {HTMLElement} */ (event.target).closest("[data-index]") ?? undefined;
}

/**
 * The number of that row.
 * @param {Event} event
 */
export function rowIndex(event) {
  const row = rowOf(event);
  return row ? Number(row.getAttribute("data-index")) : undefined;
}
