import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

/** @import {Settings} from '../../wasm/urlink.js' */

/**
 * The few settings there are, in a menu that floats.
 * @param {Settings} settings
 * @param {{ change: (settings: Settings) => void, shortcuts: () => void }} actions
 */
export function settingsMenu(settings, { change, shortcuts }) {
  /** @type {[string, string, string][]} */
  const languages = [
    ["", t("language_browser"), ""],
    ["ko", "한국어", "ko"],
    ["en", "English", "en"],
  ];
  /** @type {[Settings['theme'], string][]} */
  const themes = [
    ["system", t("theme_system")],
    ["light", t("theme_light")],
    ["dark", t("theme_dark")],
  ];
  const setLanguage = (/** @type {string} */ language) => {
    const { theme } = settings;
    change(language === "ko" || language === "en" ? { theme, language } : { theme });
  };
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
      <fieldset>
        <legend>${t("language")}</legend>
        <div class="segments">
          ${languages.map(
            ([value, name, lang]) => html`<label>
              <input
                type="radio"
                name="language"
                .checked=${(settings.language ?? "") === value}
                @change=${() => setLanguage(value)}
              /><span class="segment" lang=${lang}>${name}</span>
            </label>`,
          )}
        </div>
      </fieldset>
      <fieldset>
        <legend>${t("theme")}</legend>
        <div class="segments">
          ${themes.map(
            ([value, name]) => html`<label>
              <input
                type="radio"
                name="theme"
                .checked=${settings.theme === value}
                @change=${() => change({ ...settings, theme: value })}
              /><span class="segment">${name}</span>
            </label>`,
          )}
        </div>
      </fieldset>
      <button type="button" class="menu-row" @click=${shortcuts}>
        ${icon("keyboard")}<span class="menu-row-name">${t("shortcuts")}</span><kbd>?</kbd>
      </button>
    </div>`;
}
