/** What is dropped beside all that takes it goes nowhere: the browser would open it, and leave the page for it. */
export function refuseStrayDrops() {
  addEventListener("dragover", refuse);
  addEventListener("drop", refuse);
}

/** @param {DragEvent} event */
function refuse(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.defaultPrevented || !event.dataTransfer) return;
  if (target.closest("input, textarea") && !event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "none";
}
