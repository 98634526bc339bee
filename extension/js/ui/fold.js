/** As `--quick` of the style sheet says it. */
const TIME = 160;

/**
 * Folds cards away that are about to go: pictures of them, which stand where they stood while the others close the
 * gap. Nothing moves for those who ask for that.
 * @param {(index: number) => boolean} goes  Which of the cards that are drawn.
 */
export function foldAway(goes) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const space = document.querySelector(".grid-space");
  const start = space?.getBoundingClientRect();
  for (const card of space?.querySelectorAll(".card[data-index]") ?? []) {
    if (!start || !(card instanceof HTMLElement) || !goes(Number(card.dataset.index))) continue;
    const { left, top, width, height } = card.getBoundingClientRect();
    const picture = /** @type {HTMLElement} */ (card.cloneNode(true));
    picture.inert = true;
    picture.ariaHidden = "true";
    picture.removeAttribute("data-index");
    for (const part of picture.querySelectorAll("[id]")) part.removeAttribute("id");
    picture.classList.add("folding");
    Object.assign(picture.style, {
      left: `${left - start.left}px`,
      top: `${top - start.top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    space?.append(picture);
    const end = { opacity: 0, transform: "scale(0.9)" };
    const folding = picture.animate([{}, end], { duration: TIME, easing: "ease-out" });
    folding.onfinish = folding.oncancel = () => picture.remove();
  }
}
