import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";
import { star } from "./star.js";

/** @import {Category} from '../../wasm/urlink.js' */

/**
 * What is shown, and what can be done with it.
 * @param {{ name: string, total: number | undefined, category: Category | undefined, narrow: boolean }} state
 * @param {{ toggleStar: (category: Category) => void, add: () => void, menu: () => void, refresh: () => void }} actions
 * @param {{ activity: unknown, settings: unknown }} buttons
 */
export function managerHead({ name, total, category, narrow }, actions, { activity, settings }) {
  return html`<header class="head">
    ${
      narrow
        ? html`<button type="button" class="icon-button" aria-label=${t("open_sidebar")} @click=${actions.menu}>
            ${icon("menu")}
          </button>`
        : nothing
    }
    <h1 class="view-name" title=${name}>${name}</h1>
    ${category ? star(category, actions.toggleStar) : nothing}
    <p class="count view-count">${total === undefined ? nothing : t("links", { count: total })}</p>
    <div class="head-actions">
      ${
        total
          ? html`<button
              type="button"
              class="icon-button"
              aria-label=${t("refresh_view")}
              title=${t("refresh_view")}
              @click=${actions.refresh}
            >
              ${icon("again")}
            </button>`
          : nothing
      }
      ${activity} ${settings}
      <button type="button" class="button primary add" @click=${actions.add}>
        ${icon("plus")}<span>${t("add_links")}</span>
      </button>
    </div>
  </header>`;
}
