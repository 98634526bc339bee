import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";
import { settingsFields } from "./settings-fields.js";

/** @import {Settings} from '../../wasm/urlink.js' */
/** @import {SettingsChange} from '../data/settings.js' */

/**
 * The few settings there are, in a menu that floats.
 * @param {Settings} settings
 * @param {{ change: (change: SettingsChange) => void, shortcuts: () => void }} actions
 */
export function settingsMenu(settings, { change, shortcuts }) {
  return html`<button
      type="button"
      id="settings-button"
      class="icon-button"
      popovertarget="settings"
      aria-label=${t("settings")}
      title=${t("settings")}
    >
      ${icon("settings")}
    </button>
    <div id="settings" class="menu" popover role="dialog" aria-label=${t("settings")}>
      ${settingsFields(settings, change)}
      <a class="menu-row" href="options.html" target="_blank">
        ${icon("settings")}<span class="menu-row-name">${t("all_settings")}</span>${icon("open")}
      </a>
      <button type="button" class="menu-row" @click=${shortcuts}>
        ${icon("keyboard")}<span class="menu-row-name">${t("shortcuts")}</span><kbd>?</kbd>
      </button>
    </div>`;
}
