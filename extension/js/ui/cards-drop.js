/** @import {LinkView} from '../../wasm/urlink.js' */

/**
 * @typedef {object} CardsDrop
 * @property {(event: DragEvent) => 'ids' | 'links' | 'category' | undefined} over  What a drag carries.
 * @property {() => boolean} own  It is of cards of this page.
 * @property {(what: 'ids' | 'links') => boolean} takes  Whether the view takes what comes from elsewhere.
 * @property {() => boolean} byHand  Cards may be placed among the others.
 * @property {(index: number) => LinkView | undefined} at
 * @property {(data: DataTransfer) => void} take
 * @property {(link: LinkView, behind: boolean) => void} beside
 */

/**
 * Makes the cards take what is dropped on them: links from anywhere are saved, cards are placed in the order made by
 * hand.
 * @param {HTMLElement} scroller
 * @param {CardsDrop} drop
 */
export function takeDrops(scroller, drop) {
  /** @type {HTMLElement | undefined} */
  let marked;
  const mark = (/** @type {HTMLElement | undefined} */ element, name = "") => {
    if (marked && marked !== element) delete marked.dataset.drop;
    marked = element;
    if (element) element.dataset.drop = name;
  };
  const placeOf = (/** @type {DragEvent} */ event) => {
    const what = drop.over(event);
    if (!what || what === "category") return undefined;
    if (!drop.own()) return drop.takes(what) ? { element: scroller, name: "into" } : undefined;
    const target = /** @type {HTMLElement} */ (event.target);
    const card = /** @type {HTMLElement | null} */ (target.closest(".card[data-index]"));
    if (!card || !drop.byHand()) return undefined;
    return { element: card, name: isBehind(event, card) ? "behind" : "before" };
  };
  scroller.addEventListener("dragover", (event) => {
    const place = placeOf(event);
    mark(place?.element, place?.name);
    if (!place || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = drop.over(event) === "ids" ? "move" : "copy";
  });
  scroller.addEventListener("dragleave", (event) => {
    if (!scroller.contains(/** @type {Node | null} */ (event.relatedTarget))) mark(undefined);
  });
  scroller.addEventListener("drop", (event) => {
    const place = placeOf(event);
    mark(undefined);
    if (!place || !event.dataTransfer) return;
    event.preventDefault();
    if (place.name === "into") {
      drop.take(event.dataTransfer);
      return;
    }
    const link = drop.at(Number(place.element.dataset.index));
    if (link) drop.beside(link, place.name === "behind");
  });
}

/**
 * Whether the pointer is over the latter half of a card: to the right where cards stand in a row, else below.
 * @param {DragEvent} event
 * @param {HTMLElement} card
 */
function isBehind(event, card) {
  const { left, top, width, height } = card.getBoundingClientRect();
  const alone = card.parentElement && card.parentElement.clientWidth < 1.5 * width;
  if (alone) return event.clientY > top + height / 2;
  return event.clientX > left + width / 2;
}
