import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

/** @import {IconName} from './icons.js' */

/** @typedef {'sites' | 'history' | 'tabs' | 'bookmarks' | 'notifications'} GrantName */

/** `fixed`: it came with the installation. @typedef {{ granted: boolean, fixed: boolean }} GrantState */

/** @type {[GrantName, IconName, () => string, () => string][]} */
const ROWS = [
  ["sites", "globe", () => t("grant_sites"), () => t("grant_sites_text")],
  ["history", "history", () => t("history"), () => t("grant_history_text")],
  ["tabs", "tabs", () => t("open_tabs"), () => t("grant_tabs_text")],
  ["bookmarks", "bookmark", () => t("bookmarks"), () => t("grant_bookmarks_text")],
  ["notifications", "bell", () => t("reminders"), () => t("grant_reminders_text")],
];

/**
 * What urLink may do, why, and the way to allow it or to take it back.
 * @param {Record<GrantName, GrantState>} states
 * @param {{ allow: (name: GrantName) => void, takeBack: (name: GrantName) => void }} actions
 */
export function permissionList(states, { allow, takeBack }) {
  return html`<ul class="grants">
    ${ROWS.map(([name, sign, title, text]) => {
      const { granted, fixed } = states[name];
      return html`<li class="grant">
        ${icon(sign)}
        <div class="grant-words">
          <h3 id="grant-${name}">${title()}</h3>
          <p id="grant-${name}-text">${text()}</p>
        </div>
        ${
          granted
            ? html`<p class="granted">${icon("check")}<span>${t("granted")}</span></p>
                ${
                  fixed
                    ? nothing
                    : html`<button
                        type="button"
                        class="button small quiet"
                        aria-describedby="grant-${name}"
                        @click=${() => takeBack(name)}
                      >
                        ${t("take_back")}
                      </button>`
                }`
            : html`<button
                type="button"
                class="button"
                aria-describedby="grant-${name} grant-${name}-text"
                @click=${() => allow(name)}
              >
                ${t("allow")}
              </button>`
        }
      </li>`;
    })}
  </ul>`;
}
