import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

/** @import {Category} from '../../wasm/urlink.js' */

/**
 * The star of a category, which makes it a favourite.
 * @param {Category} category
 * @param {(category: Category) => void} toggle
 * @param {{ tabbable?: boolean }} [options]
 */
export function star(category, toggle, { tabbable = true } = {}) {
  const click = (/** @type {Event} */ event) => {
    event.preventDefault();
    event.stopPropagation();
    toggle(category);
  };
  return html`<button
    type="button"
    class="star"
    tabindex=${tabbable ? 0 : -1}
    aria-pressed=${category.favourite ? "true" : "false"}
    aria-label=${t("star_category", { name: category.name })}
    title=${category.favourite ? t("unstar") : t("star")}
    @click=${click}
  >
    ${icon("star", category.favourite ? "filled" : "")}
  </button>`;
}
