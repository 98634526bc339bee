import { ref } from "../../vendor/lit/directives/ref.js";
import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { onceThere } from "./once-there.js";

/**
 * Names a category in place: Enter keeps the name, Escape leaves. What is there already is kept also when the field
 * is left; a new category needs its Enter.
 * @param {{ name?: string, problem?: string | undefined }} state  `name`: of a category that is there already.
 * @param {{ keep: (name: string) => void, cancel: () => void }} actions
 */
export function nameField({ name, problem }, { keep, cancel }) {
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (event.key === "Enter") {
      event.preventDefault();
      keep(field.value);
    } else if (event.key === "Escape") {
      event.preventDefault();
      // The field is left as it goes away, and what was typed would be kept.
      field.value = name ?? "";
      cancel();
    }
  };
  const leave = (/** @type {FocusEvent} */ event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (!field.isConnected || problem) return;
    if (field.value.trim() === "") cancel();
    else if (name !== undefined) keep(field.value);
  };
  const hint = problem ?? (name === undefined ? t("name_keys") : t("rename_keys"));
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
      .value=${name ?? ""}
      @keydown=${keydown}
      @blur=${leave}
      ${ref(begin)}
    />
    <p id="category-name-hint" class=${problem ? "field-problem" : "hint"} aria-live="polite">${hint}</p>
  </div>`;
}

const begin = onceThere((element) => {
  element.focus();
  if (element instanceof HTMLInputElement) element.select();
});
