import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

/**
 * Back to the first card, once it is out of sight.
 * @param {boolean} shown
 * @param {() => void} go
 */
export function toTop(shown, go) {
  return html`<button
    type="button"
    class="to-top"
    ?inert=${!shown}
    aria-label=${t("to_top")}
    title=${t("to_top")}
    @click=${go}
  >
    ${icon("up")}
  </button>`;
}
