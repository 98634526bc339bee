/** What gets the focus with the next drawing: a selector. @type {string | undefined} */
let wanted;

/**
 * Moves the focus to what the next drawing shows.
 * @param {string} selector
 */
export function focusNext(selector) {
  wanted = selector;
}

/** To be called after each drawing: the focus goes along at once, before the next key. */
export function focusDrawn() {
  if (!wanted) return;
  const element = document.querySelector(wanted);
  wanted = undefined;
  // What lies over a narrow page takes no focus until it is opened, a moment later.
  if (element instanceof HTMLElement) queueMicrotask(() => element.focus());
}
