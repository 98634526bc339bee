import { ref } from "../../vendor/lit/directives/ref.js";
import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { showModal } from "./once-there.js";

/**
 * What stands beside a wide page lies over a narrow one.
 * @param {unknown} inside
 * @param {() => void} close
 */
export function sheet(inside, close) {
  const click = (/** @type {MouseEvent} */ event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target === event.currentTarget) /** @type {HTMLDialogElement} */ (target).close();
  };
  return html`<dialog class="sheet" aria-label=${t("library")} @close=${close} @click=${click} ${ref(showModal)}>
    ${inside}
  </dialog>`;
}
