import { html } from "../../vendor/lit/lit-html.js";
import { pieces } from "../core/marks.js";

/**
 * A text in which what was found is marked.
 * @param {string} text
 * @param {[number, number][]} [found]
 */
export function marked(text, found) {
  if (!found?.length) return text;
  return pieces(text, found).map((piece) =>
    piece.found ? html`<mark>${piece.text}</mark>` : piece.text,
  );
}
