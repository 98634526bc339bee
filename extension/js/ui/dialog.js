import { ref } from "../../vendor/lit/directives/ref.js";
import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";
import { showModal } from "./once-there.js";

/**
 * A modal dialog, which traps the focus and gives it back. It is open for as long as it is drawn; `close` is called
 * when it has closed, by whatever way, and should stop drawing it.
 * @param {{ name: string, title: string, body: unknown, close: () => void, kept?: boolean }} parts
 *   `kept`: something in it would be lost, so a press beside it does not close it.
 */
export function dialog({ name, title, body, close, kept = false }) {
  const closeIt = (/** @type {Event} */ event) =>
    /** @type {HTMLElement} */ (event.target).closest("dialog")?.close();
  const click = (/** @type {MouseEvent} */ event) => {
    if (event.target === event.currentTarget && !kept) closeIt(event);
  };
  return html`<dialog
    class="dialog ${name}"
    aria-labelledby="${name}-title"
    @close=${close}
    @mousedown=${click}
    ${ref(showModal)}
  >
    <div class="dialog-inside">
      <header class="dialog-head">
        <h2 id="${name}-title">${title}</h2>
        <button type="button" class="icon-button" aria-label=${t("close")} @click=${closeIt}>
          ${icon("close")}
        </button>
      </header>
      ${body}
    </div>
  </dialog>`;
}
