import { ref } from "../../vendor/lit/directives/ref.js";
import { html } from "../../vendor/lit/lit-html.js";
import { showModal } from "./once-there.js";

/**
 * What stands beside a wide page lies over a narrow one.
 * @param {unknown} inside
 * @param {() => void} close
 * @param {{ label: string, side?: 'start' | 'end' }} how
 */
export function sheet(inside, close, { label, side = "start" }) {
  const click = (/** @type {MouseEvent} */ event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target === event.currentTarget) /** @type {HTMLDialogElement} */ (target).close();
  };
  return html`<dialog class="sheet ${side}" aria-label=${label} @close=${close} @click=${click} ${ref(showModal)}>
    ${inside}
  </dialog>`;
}
