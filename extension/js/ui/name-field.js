import { ref } from "../../vendor/lit/directives/ref.js";
import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { takeFocus } from "./once-there.js";

/**
 * Names a new category in place: Enter creates it, Escape leaves.
 * @param {{ problem: string | undefined }} state
 * @param {{ create: (name: string) => void, cancel: () => void }} actions
 */
export function nameField({ problem }, { create, cancel }) {
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing) return;
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (event.key === "Enter") {
      event.preventDefault();
      create(field.value);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      cancel();
    }
  };
  const leave = (/** @type {FocusEvent} */ event) => {
    if (/** @type {HTMLInputElement} */ (event.target).value.trim() === "") cancel();
  };
  return html`<div class="name-field">
    <label class="unseen" for="category-name">${t("category_name")}</label>
    <input
      id="category-name"
      class="field"
      type="text"
      autocomplete="off"
      placeholder=${t("category_name")}
      aria-invalid=${problem ? "true" : nothing}
      aria-describedby="category-name-hint"
      @keydown=${keydown}
      @blur=${leave}
      ${ref(takeFocus)}
    />
    <p id="category-name-hint" class=${problem ? "field-problem" : "hint"} aria-live="polite">
      ${problem ?? t("name_keys")}
    </p>
  </div>`;
}
