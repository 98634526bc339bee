import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { dialog } from "./dialog.js";

/**
 * Asks before something big is done: what will happen, what stays, and two ways on.
 * @param {{ title: string, text: string, go: string, danger?: boolean, wary?: boolean }} question  `danger`: something
 *   is lost for good; `wary`: it is much, so the key Enter leaves it.
 * @param {{ go: () => void, close: () => void }} actions
 */
export function confirmDialog({ title, text, go, danger = false, wary = danger }, actions) {
  const closeIt = (/** @type {Event} */ event) =>
    /** @type {HTMLElement} */ (event.target).closest("dialog")?.close();
  const body = html`<div class="dialog-body"><p>${text}</p></div>
    <footer class="dialog-foot confirm-foot">
      <button type="button" class="button" ?autofocus=${wary} @click=${closeIt}>
        ${danger ? t("cancel") : t("not_now")}
      </button>
      <button
        type="button"
        class="button primary ${danger ? "danger" : ""}"
        ?autofocus=${!wary}
        @click=${(/** @type {Event} */ event) => {
          actions.go();
          closeIt(event);
        }}
      >
        ${go}
      </button>
    </footer>`;
  return dialog({ name: "confirm-dialog", title, body, close: actions.close });
}
