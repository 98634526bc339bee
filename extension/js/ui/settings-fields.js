import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

/** @import {Settings} from '../../wasm/urlink.js' */
/** @import {SettingsChange} from '../data/settings.js' */

/** So many pages at once can be chosen. */
const CONNECTIONS = [4, 8, 16, 32];

/**
 * The language, the colours, and how many pages are read at once.
 * @param {Settings} settings
 * @param {(change: SettingsChange) => void} change
 */
export function settingsFields(settings, change) {
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
    // The browser's is said by the absence of another.
    change({ language: language === "ko" || language === "en" ? language : undefined });
  };
  const setConnections = (/** @type {Event} */ event) => {
    const most = Number(/** @type {HTMLSelectElement} */ (event.target).value);
    change({ connections: most > 0 ? most : undefined });
  };
  return html`<fieldset>
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
                @change=${() => change({ theme: value })}
              /><span class="segment">${name}</span>
            </label>`,
          )}
        </div>
      </fieldset>
      <div class="menu-field">
        <label for="connections">${t("connections")}</label>
        <div class="select">
          <select id="connections" class="field" @change=${setConnections}>
            <option value="0" ?selected=${!settings.connections}>${t("connections_auto")}</option>
            ${CONNECTIONS.map(
              (count) => html`<option value=${count} ?selected=${settings.connections === count}>
                ${t("connections_most", { count })}
              </option>`,
            )}
          </select>
          ${icon("down")}
        </div>
      </div>`;
}
