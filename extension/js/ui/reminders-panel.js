import { repeat } from "../../vendor/lit/directives/repeat.js";
import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { bellCount, whenWords } from "../core/reminder-words.js";
import { initial } from "../core/text.js";
import { clock, moment } from "../core/time.js";
import { icon } from "./icons.js";
import { lateSource } from "./late-source.js";

/** @import {ReminderList, ReminderView} from '../../wasm/urlink.js' */
/** @import {PictureOf} from './card.js' */
/** @import {IconName} from './icons.js' */

/**
 * @typedef {object} RemindersPanelActions
 * @property {(reminder: ReminderView) => void} read  It was opened.
 * @property {() => void} readAll
 * @property {(reminder: ReminderView) => void} snooze
 * @property {(reminder: ReminderView) => void} dismiss
 * @property {() => void} clear
 * @property {(reminder: ReminderView) => void} edit
 * @property {(reminder: ReminderView) => void} cancel
 * @property {() => void} close
 */

/** @typedef {{ now: number, language: string, pictureOf: PictureOf }} RowContext */

/**
 * What rang, and what will.
 * @param {{ list: ReminderList | undefined, problem: string | undefined, context: RowContext }} state
 * @param {RemindersPanelActions} actions
 */
export function remindersPanel({ list, problem, context }, actions) {
  const { rang = [], pending = [], unread = 0 } = list ?? {};
  return html`<section class="panel-inside reminders-panel" aria-labelledby="reminders-title">
    <header class="panel-head">
      <h2 id="reminders-title" tabindex="-1">${t("reminders")}</h2>
      <button type="button" class="icon-button" aria-label=${t("close")} title=${t("close")} @click=${actions.close}>
        ${icon("close")}
      </button>
    </header>
    <p class="unseen" role="status" aria-live="polite">${unread > 0 ? t("unread_reminders", { count: unread }) : nothing}</p>
    <div class="panel-scroll" tabindex="-1">
      ${problem ? html`<p class="field-problem" role="alert">${problem}</p>` : nothing}
      ${
        rang.length > 0
          ? html`<div class="panel-section">
                <h3 class="section">${t("rang_reminders")}</h3>
                <div class="panel-section-deeds">
                  ${unread > 0 ? small("check", t("read_all"), actions.readAll) : nothing}
                  ${small("clear", t("clear_reminders"), actions.clear)}
                </div>
              </div>
              <ul class="reminders">${rows(rang, (one) => rungRow(one, context, actions))}</ul>`
          : nothing
      }
      ${
        pending.length > 0
          ? html`<div class="panel-section"><h3 class="section">${t("pending_reminders")}</h3></div>
              <ul class="reminders">${rows(pending, (one) => pendingRow(one, context, actions))}</ul>`
          : nothing
      }
      ${list && rang.length + pending.length === 0 ? nothingSet() : nothing}
    </div>
  </section>`;
}

/**
 * @param {ReminderView[]} list
 * @param {(one: ReminderView) => unknown} row
 */
function rows(list, row) {
  return repeat(list, ({ id }) => id, row);
}

/**
 * @param {IconName} name
 * @param {string} label
 * @param {() => void} run
 */
function small(name, label, run) {
  return html`<button type="button" class="button small quiet" @click=${run}>${icon(name)}${label}</button>`;
}

/**
 * @param {ReminderView} one
 * @param {RowContext} context
 * @param {RemindersPanelActions} actions
 */
function rungRow(one, context, actions) {
  const { rang } = one;
  const { now, language } = context;
  const at = rang?.at ?? now;
  const unread = !rang?.read;
  return html`<li class="reminder ${unread ? "unread" : ""}">
    ${siteIcon(one, context)}
    <div class="reminder-words">
      ${name(one, () => actions.read(one))}
      <p class="reminder-about">
        <time datetime=${new Date(at).toISOString()} title=${moment(at, language)}>${clock(at, now, language)}</time>
        ${rang?.missed ? html`<span class="missed">${t("missed")}</span>` : nothing}
        ${unread ? html`<span class="unseen">${t("unread")}</span>` : nothing}
      </p>
    </div>
    ${deed("waiting", t("snooze"), one, actions.snooze)} ${deed("close", t("dismiss"), one, actions.dismiss)}
  </li>`;
}

/**
 * @param {ReminderView} one
 * @param {RowContext} context
 * @param {RemindersPanelActions} actions
 */
function pendingRow(one, context, actions) {
  const { now, language } = context;
  return html`<li class="reminder">
    ${siteIcon(one, context)}
    <div class="reminder-words">
      ${name(one, () => undefined)}
      <p class="reminder-about" title=${moment(one.due ?? now, language)}>${whenWords(one, now, language)}</p>
    </div>
    ${deed("edit", t("edit"), one, actions.edit)} ${deed("waiting", t("snooze"), one, actions.snooze)}
    ${deed("trash", t("cancel_reminder"), one, actions.cancel)}
  </li>`;
}

/**
 * The link, to be opened; the browser opens it.
 * @param {ReminderView} one
 * @param {() => void} opened
 */
function name({ title, href }, opened) {
  const words = title || t("unreadable_link");
  return href
    ? html`<a class="reminder-title" href=${href} title=${words} target="_blank" rel="noreferrer noopener" @click=${opened} @auxclick=${opened}>${words}</a>`
    : html`<span class="reminder-title" title=${words}>${words}</span>`;
}

/**
 * @param {ReminderView} one
 * @param {RowContext} context
 */
function siteIcon({ icon: sign, url, title }, { pictureOf }) {
  return html`<span class="site-icon" aria-hidden="true">
    <span>${initial(hostOf(url), title)}</span>
    ${sign ? html`<img alt="" draggable="false" ${lateSource(sign, () => pictureOf("icon", sign, url))} />` : nothing}
  </span>`;
}

/** @param {string} url */
function hostOf(url) {
  return URL.parse(url)?.hostname.replace(/^www\./u, "") ?? "";
}

/**
 * @param {IconName} sign
 * @param {string} label
 * @param {ReminderView} one
 * @param {(one: ReminderView) => void} run
 */
function deed(sign, label, one, run) {
  return html`<button
    type="button"
    class="icon-button"
    aria-label="${label}: ${one.title}"
    title=${label}
    @click=${() => run(one)}
  >
    ${icon(sign)}
  </button>`;
}

function nothingSet() {
  return html`<div class="panel-empty">
    ${icon("bell")}
    <h3>${t("empty_reminders")}</h3>
    <p>${t("empty_reminders_text")}</p>
  </div>`;
}

/**
 * Opens the panel, and says how many reminders are not read.
 * @param {{ open: boolean, unread: number }} state
 * @param {() => void} toggle
 */
export function bell({ open, unread }, toggle) {
  const label = unread > 0 ? t("unread_reminders", { count: unread }) : t("reminders");
  return html`<button
    type="button"
    id="reminders-button"
    class="icon-button bell"
    aria-expanded=${open ? "true" : "false"}
    aria-label=${label}
    title=${label}
    @click=${toggle}
  >
    ${icon("bell")} ${unread > 0 ? html`<span class="bell-count" aria-hidden="true">${bellCount(unread)}</span>` : nothing}
  </button>`;
}
