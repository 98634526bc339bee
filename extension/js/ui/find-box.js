import { live } from "../../vendor/lit/directives/live.js";
import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

/**
 * Finds links as one types. Escape empties it, and then leaves it; the arrow leads to what was found.
 * @param {{ typed: string, total: number | undefined }} state  `total`: links of the library.
 * @param {{ type: (typed: string) => void, ready: () => void, leave: () => void }} actions
 *   `ready`: it is about to be used.
 */
export function findBox({ typed, total }, { type, ready, leave }) {
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      // What stands in the field may be newer than what was drawn last.
      if (/** @type {HTMLInputElement} */ (event.target).value) type("");
      else leave();
    } else if (event.key === "ArrowDown" || event.key === "Enter") leave();
    else return;
    event.preventDefault();
  };
  const clear = () => {
    type("");
    document.getElementById("find")?.focus();
  };
  return html`<search class="find">
    ${icon("search")}
    <label class="unseen" for="find">${t("find")}</label>
    <input
      id="find"
      class="field"
      type="text"
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="search"
      placeholder=${total ? t("find_in", { count: total }) : t("find")}
      .value=${live(typed)}
      @input=${(/** @type {InputEvent} */ event) => type(/** @type {HTMLInputElement} */ (event.target).value)}
      @focus=${ready}
      @keydown=${keydown}
    />
    ${
      typed
        ? html`<button type="button" class="icon-button" aria-label=${t("find_clear")} title="${t("find_clear")} (Esc)" @click=${clear}>
            ${icon("close")}
          </button>`
        : html`<kbd aria-hidden="true">/</kbd>`
    }
  </search>`;
}
