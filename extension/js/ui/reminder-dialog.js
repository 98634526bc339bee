import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { presetName, REPEAT_NAMES, repeatName, whenWords } from "../core/reminder-words.js";
import { rove } from "../core/roving.js";
import { clock, moment } from "../core/time.js";
import { dialog } from "./dialog.js";
import { icon } from "./icons.js";

/** @import {ReminderOffer, ReminderPreset, ReminderView, Repeat} from '../../wasm/urlink.js' */
/** @import {IconName} from './icons.js' */

/**
 * @typedef {object} ReminderDialogState
 * @property {string} title  Of the link.
 * @property {ReminderView[]} pending  The link's.
 * @property {ReminderOffer[]} offers
 * @property {'set' | 'edit' | 'snooze'} kind  What is asked: another reminder, another time, or to what one is put off.
 * @property {string | undefined} reminder  The one that is edited or put off.
 * @property {string} at  As it is typed.
 * @property {Repeat} repeat
 * @property {string | undefined} problem
 * @property {boolean} heard  Chrome may say when it rings.
 * @property {number} now
 * @property {string} language
 */

/**
 * @typedef {object} ReminderDialogActions
 * @property {(part: { at?: string, repeat?: Repeat }) => void} change
 * @property {(preset?: ReminderPreset) => void} keep  Without one: what is typed.
 * @property {(reminder: ReminderView) => void} edit
 * @property {(reminder: ReminderView) => void} snooze
 * @property {(reminder: ReminderView) => void} cancel
 * @property {() => void} close
 */

/**
 * When to be reminded of a link: a time that is offered, or any other; and what is set already.
 * @param {ReminderDialogState} state
 * @param {ReminderDialogActions} actions
 */
export function reminderDialog(state, actions) {
  const { title, pending, offers, kind, at, repeat, problem, heard, now, language } = state;
  const chosen = new Date(at);
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    actions.keep();
  };
  const value = (/** @type {Event} */ event) =>
    /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value;
  const body = html`<form @submit=${submit} novalidate>
    <div class="dialog-body reminder-body">
      <p class="reminder-link">${title}</p>
      ${pending.length > 0 ? list(state, actions) : nothing}
      <div class="offers" role="group" aria-label=${heading(kind)} @keydown=${between}>
        ${offers.map(
          ({ preset, due }, index) => html`<button
            type="button"
            class="offer"
            ?autofocus=${index === 0}
            @click=${() => actions.keep(preset)}
          >
            <span>${presetName(preset)}</span>
            <time class="offer-time" datetime=${new Date(due).toISOString()}>${clock(due, now, language)}</time>
          </button>`,
        )}
      </div>
      <div class="reminder-fields">
        <div>
          <label class="field-label" for="reminder-at">${t("date_and_time")}</label>
          <input
            id="reminder-at"
            class="field"
            type="datetime-local"
            aria-describedby="reminder-chosen"
            .value=${at}
            @input=${(/** @type {Event} */ event) => actions.change({ at: value(event) })}
          />
        </div>
        ${
          kind === "snooze"
            ? nothing
            : html`<div>
                <label class="field-label" for="reminder-repeat">${t("repeat")}</label>
                <div class="select">
                  <select
                    id="reminder-repeat"
                    class="field"
                    @change=${(/** @type {Event} */ event) => actions.change({ repeat: /** @type {Repeat} */ (value(event)) })}
                  >
                    ${REPEAT_NAMES.map(
                      (name) =>
                        html`<option value=${name} ?selected=${name === repeat}>${repeatName(name)}</option>`,
                    )}
                  </select>
                  ${icon("down")}
                </div>
              </div>`
        }
      </div>
      <p id="reminder-chosen" class="hint" aria-live="polite">
        ${Number.isNaN(chosen.getTime()) ? nothing : moment(chosen.getTime(), language)}
      </p>
      ${problem ? html`<p class="field-problem" role="alert">${problem}</p>` : nothing}
      ${heard ? nothing : html`<p class="hint">${t("reminder_grant")}</p>`}
    </div>
    <footer class="dialog-foot confirm-foot">
      <button type="submit" class="button primary">${kind === "set" ? t("set_reminder") : t("keep")}</button>
    </footer>
  </form>`;
  return dialog({
    name: "reminder-dialog",
    title: heading(kind),
    body,
    close: actions.close,
    kept: true,
  });
}

/** Up and down lead from offer to offer. @param {KeyboardEvent} event */
function between(event) {
  const group = /** @type {HTMLElement} */ (event.currentTarget);
  const offers = [.../** @type {NodeListOf<HTMLElement>} */ (group.querySelectorAll(".offer"))];
  const at = offers.indexOf(/** @type {HTMLElement} */ (event.target));
  const next = rove(event.key, at, offers.length);
  if (next === undefined || at < 0) return;
  event.preventDefault();
  offers[next]?.focus();
}

/** @param {ReminderDialogState['kind']} kind */
function heading(kind) {
  if (kind === "set") return t("remind_me");
  return kind === "edit" ? t("edit_reminder") : t("snooze_reminder");
}

/**
 * What will ring.
 * @param {ReminderDialogState} state
 * @param {ReminderDialogActions} actions
 */
function list({ pending, reminder, now, language }, { edit, snooze, cancel }) {
  return html`<ul class="reminder-list" aria-label=${t("pending_reminders")}>
    ${pending.map((one) => {
      const words = whenWords(one, now, language);
      const deed = (
        /** @type {IconName} */ name,
        /** @type {string} */ label,
        /** @type {(reminder: ReminderView) => void} */ run,
      ) => html`<button
        type="button"
        class="icon-button"
        aria-label="${label}: ${words}"
        title=${label}
        @click=${() => run(one)}
      >
        ${icon(name)}
      </button>`;
      return html`<li aria-current=${one.id === reminder ? "true" : nothing}>
        ${icon("bell")}<span>${words}</span>
        ${deed("edit", t("edit"), edit)} ${deed("waiting", t("snooze"), snooze)}
        ${deed("trash", t("cancel_reminder"), cancel)}
      </li>`;
    })}
  </ul>`;
}
