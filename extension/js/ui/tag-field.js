import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

/**
 * Tags as chips in a field: Enter or a comma makes one of what was typed, Backspace takes the last away.
 * @param {{ name: string, tags: string[], known: string[], label: string, first?: boolean }} state
 *   `known`: tags to offer; `first`: the focus begins here.
 * @param {(tags: string[]) => void} change
 */
export function tagField({ name, tags, known, label, first = false }, change) {
  const list = `tags-${name}`;
  const add = (/** @type {HTMLInputElement} */ field) => {
    const more = field.value.split(",").map((tag) => tag.trim());
    const fresh = more.filter((tag) => tag && !tags.includes(tag));
    field.value = "";
    if (fresh.length > 0) change([...tags, ...fresh]);
    return more.some(Boolean);
  };
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (event.isComposing) return;
    if (event.key === "," || (event.key === "Enter" && field.value.trim())) {
      event.preventDefault();
      add(field);
    } else if (event.key === "Backspace" && field.value === "" && tags.length > 0) {
      change(tags.slice(0, -1));
    }
  };
  const remove = (/** @type {string} */ tag) => change(tags.filter((one) => one !== tag));
  return html`<div class="field tag-field">
    ${tags.map(
      (tag) => html`<span class="tag">
        ${tag}<button type="button" class="tag-remove" aria-label=${t("remove_tag", { tag })} @click=${() => remove(tag)}>
          ${icon("close")}
        </button>
      </span>`,
    )}
    <input
      type="text"
      ?autofocus=${first}
      aria-label=${label}
      placeholder=${tags.length === 0 ? label : ""}
      autocomplete="off"
      list=${known.length > 0 ? list : nothing}
      @keydown=${keydown}
      @change=${(/** @type {Event} */ event) => add(/** @type {HTMLInputElement} */ (event.target))}
    />
    <datalist id=${list}>${known.map((tag) => html`<option value=${tag}></option>`)}</datalist>
  </div>`;
}
