import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

/**
 * What is there whatever is shown: the field that finds, what opens the panels and the settings, and the one thing to
 * do.
 * @param {{ narrow: boolean }} state
 * @param {{ add: () => void, menu: () => void }} actions
 * @param {{ find: unknown, panels: unknown, settings: unknown }} parts
 */
export function managerHead({ narrow }, actions, { find, panels, settings }) {
  return html`<header class="head">
    ${
      narrow
        ? html`<button type="button" class="icon-button" aria-label=${t("open_sidebar")} @click=${actions.menu}>
            ${icon("menu")}
          </button>`
        : nothing
    }
    ${find}
    <div class="head-actions">
      ${panels} ${settings}
      <button type="button" class="button primary add" @click=${actions.add}>
        ${icon("plus")}<span>${t("add_links")}</span>
      </button>
    </div>
  </header>`;
}
