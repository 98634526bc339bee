import { repeat } from "../../vendor/lit/directives/repeat.js";
import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

/**
 * @typedef {object} Toast
 * @property {number} id
 * @property {'good' | 'problem'} kind
 * @property {string} text
 * @property {{ label: string, run: () => void }} [action]
 */

/**
 * Short messages, announced once and politely; they leave by themselves, but not while somebody is at them.
 * @param {Toast[]} shown
 * @param {{ dismiss: (id: number) => void, hold: () => void, letGo: () => void }} actions
 */
export function toasts(shown, { dismiss, hold, letGo }) {
  return html`<div
    class="toasts"
    role="status"
    aria-live="polite"
    aria-atomic="false"
    @pointerenter=${hold}
    @pointerleave=${letGo}
    @focusin=${hold}
    @focusout=${letGo}
  >
    ${repeat(
      shown,
      ({ id }) => id,
      ({ id, kind, text, action }) => html`<div class="toast ${kind}">
        ${icon(kind === "good" ? "check" : "problem")}<span class="toast-text">${text}</span>
        ${
          action
            ? html`<button type="button" class="toast-action" @click=${() => {
                action.run();
                dismiss(id);
              }}>
                ${action.label}
              </button>`
            : nothing
        }
        <button type="button" class="icon-button" aria-label=${t("close")} @click=${() => dismiss(id)}>
          ${icon("close")}
        </button>
      </div>`,
    )}
  </div>`;
}
