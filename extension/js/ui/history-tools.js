import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

/**
 * What of the history shows.
 * @param {{ hideSaved: boolean, bySite: boolean, dates: { open: boolean, from: string, to: string }, today: string }} state
 * @param {{ toggle: (name: 'hideSaved' | 'bySite') => void, openDates: () => void,
 *   setDates: (from: string, to: string) => void }} actions
 */
export function historyTools({ hideSaved, bySite, dates, today }, { toggle, openDates, setDates }) {
  const day = (
    /** @type {string} */ id,
    /** @type {string} */ label,
    /** @type {string} */ value,
    /** @type {(day: string) => void} */ set,
  ) => html`<label class="unseen" for=${id}>${label}</label>
    <input
      id=${id}
      class="field"
      type="date"
      max=${today}
      .value=${value}
      @change=${(/** @type {Event} */ event) => set(/** @type {HTMLInputElement} */ (event.target).value)}
    />`;
  return html`<div class="panel-filters">
      ${chip(t("by_date"), dates.open, openDates)}
      ${chip(t("by_site"), bySite, () => toggle("bySite"))}
      ${chip(t("hide_saved"), hideSaved, () => toggle("hideSaved"))}
    </div>
    ${
      dates.open
        ? html`<div class="panel-dates" role="group" aria-label=${t("by_date")}>
            ${day("history-first", t("date_from"), dates.from, (from) => setDates(from, dates.to))}
            <span aria-hidden="true">–</span>
            ${day("history-last", t("date_to"), dates.to, (to) => setDates(dates.from, to))}
          </div>`
        : nothing
    }`;
}

/**
 * The one filter of the other panels.
 * @param {boolean} on
 * @param {() => void} toggle
 */
export function hideSavedTools(on, toggle) {
  return html`<div class="panel-filters">${chip(t("hide_saved"), on, toggle)}</div>`;
}

/**
 * A filter that is on or off.
 * @param {string} label
 * @param {boolean} on
 * @param {() => void} toggle
 */
function chip(label, on, toggle) {
  return html`<button type="button" class="chip" aria-pressed=${on ? "true" : "false"} @click=${toggle}>
    ${on ? icon("check") : nothing}<span>${label}</span>
  </button>`;
}
