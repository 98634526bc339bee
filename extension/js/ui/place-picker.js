import { live } from "../../vendor/lit/directives/live.js";
import { repeat } from "../../vendor/lit/directives/repeat.js";
import { html, nothing } from "../../vendor/lit/lit-html.js";
import { number, t } from "../core/i18n.js";
import { rove } from "../core/roving.js";
import { icon } from "./icons.js";
import { star } from "./star.js";

/** @import {Category} from '../../wasm/urlink.js' */
/** @import {Choice} from '../core/choices.js' */

/**
 * @typedef {object} PickerActions
 * @property {(typed: string) => void} type
 * @property {(choice: Choice) => void} choose
 * @property {(choice: Choice) => void} confirm  Enter, or a double click.
 * @property {(category: Category) => void} toggleStar
 */

/**
 * A field that finds a place to save to, or names a new one, and the places below it. The focus stays in the field;
 * the arrows move through the places.
 * @param {{ choices: Choice[], chosen: Choice | undefined, typed: string, few: boolean, first: boolean }} state
 *   `few`: there are hardly any places, whatever is typed; `first`: there is no category yet.
 * @param {PickerActions} actions
 */
export function placePicker({ choices, chosen, typed, few, first }, actions) {
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      const field = /** @type {HTMLInputElement} */ (event.target);
      // Enter means what is offered for the last letter too: that is drawn with the next frame.
      if (field.value !== typed)
        requestAnimationFrame(() => field.dispatchEvent(new KeyboardEvent("keydown", event)));
      else if (chosen) actions.confirm(chosen);
      return;
    }
    if (event.key === "Home" || event.key === "End") return;
    const at = choices.findIndex((choice) => choice.id === chosen?.id);
    const next = rove(event.key, Math.max(0, at), choices.length, { page: 5 });
    const choice = next === undefined ? undefined : choices[next];
    if (!choice) return;
    event.preventDefault();
    actions.choose(choice);
    document.getElementById(`place-${choice.id}`)?.scrollIntoView({ block: "nearest" });
  };
  return html`<div class="picker">
    <label class="unseen" for="place">${t("where_to")}</label>
    <input
      id="place"
      class="field"
      role="combobox"
      type="text"
      autocomplete="off"
      spellcheck="false"
      aria-expanded="true"
      aria-haspopup="grid"
      aria-autocomplete="list"
      aria-controls="places"
      aria-activedescendant=${chosen ? `place-${chosen.id}` : nothing}
      placeholder=${t("find_or_create")}
      autofocus
      .value=${live(typed)}
      @input=${(/** @type {InputEvent} */ event) =>
        actions.type(/** @type {HTMLInputElement} */ (event.target).value)}
      @keydown=${keydown}
    />
    <div id="places" class="places ${few ? "few" : ""}" role="grid" aria-label=${t("categories")}>
      ${repeat(
        choices,
        (choice) => choice.id,
        (choice) => place(choice, choice.id === chosen?.id, actions),
      )}
    </div>
    ${first ? html`<p class="hint teach">${t("first_category")}</p>` : nothing}
  </div>`;
}

/**
 * @param {Choice} choice
 * @param {boolean} chosen
 * @param {PickerActions} actions
 */
function place(choice, chosen, actions) {
  return html`<div
    class="place"
    role="row"
    id="place-${choice.id}"
    aria-selected=${chosen ? "true" : "false"}
    @click=${() => actions.choose(choice)}
    @dblclick=${() => actions.confirm(choice)}
  >
    <div class="place-name" role="gridcell">
      <span class="place-icon">${icon(iconOf(choice))}</span>
      <span class="place-text">${nameOf(choice)}</span>
      ${choice.kind === "new" ? nothing : html`<span class="count">${number(countOf(choice))}</span>`}
    </div>
    <div class="place-star" role="gridcell">
      ${
        choice.kind === "category"
          ? star(choice.category, actions.toggleStar, { tabbable: chosen })
          : nothing
      }
    </div>
  </div>`;
}

/** @param {Choice} choice */
function iconOf(choice) {
  if (choice.kind === "new") return "plus";
  return choice.kind === "unsorted" ? "inbox" : "folder";
}

/** @param {Choice} choice */
export function nameOf(choice) {
  if (choice.kind === "new") return t("create_named", { name: choice.name });
  return choice.kind === "unsorted" ? t("unsorted") : choice.category.name;
}

/** @param {Choice} choice */
function countOf(choice) {
  if (choice.kind === "new") return 0;
  return choice.kind === "unsorted" ? choice.count : choice.category.count;
}
