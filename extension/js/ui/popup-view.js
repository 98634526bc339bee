import { html, nothing } from "../../vendor/lit/lit-html.js";
import { currentLanguage, number, t } from "../core/i18n.js";
import { isCommand } from "../core/keys.js";
import { initial } from "../core/text.js";
import { age } from "../core/time.js";
import { faviconOf } from "./favicon.js";
import { icon } from "./icons.js";
import { heldText, progressBar } from "./job-strip.js";
import { lateSource } from "./late-source.js";
import { mark } from "./mark.js";

/** @import {OpenPage} from '../platform/tabs.js' */
/** @import {Running} from './job-strip.js' */

/**
 * The page that would be saved.
 * @param {OpenPage | undefined} page
 * @param {{ host: string, savable: boolean, saved: { place: string, created: number } | undefined }} about
 */
export function pageHead(page, { host, savable, saved }) {
  const language = currentLanguage();
  return html`<header class="page">
    <div class="page-icon">
      <span aria-hidden="true">${savable ? initial(host) : icon("globe")}</span>
      ${
        savable && page
          ? html`<img
              alt=""
              width="20"
              height="20"
              ${lateSource(page.url, () => Promise.resolve(faviconOf(page.url)))}
            />`
          : nothing
      }
    </div>
    <div class="page-text">
      <h1 class="page-title">${page?.title || host || t("no_page")}</h1>
      <p class="page-host">${savable ? host : t("not_savable")}</p>
      ${
        saved
          ? html`<p class="page-saved">
              ${icon("check")}
              <span>${t("saved_in", { place: saved.place, age: age(saved.created, Date.now(), language) })}</span>
            </p>`
          : nothing
      }
    </div>
  </header>`;
}

/**
 * How far the reading of pages has come, and the way to see more of it.
 * @param {Running | undefined} running
 * @param {() => void} details
 */
export function jobLine(running, details) {
  if (!running) return nothing;
  const { total, done, held } = running;
  return html`<section class="job-line" aria-label=${t("saving_now")}>
    <p class="job-line-text">
      ${held ? icon(held === "full" ? "storage" : "waiting") : icon("reading", "spin")}
      <span>${held ? heldText(running) : t("reading_pages")} <span class="count">${t("done_of", { done, total })}</span></span>
    </p>
    <button type="button" class="button quiet" @click=${details}>${t("details")}</button>
    ${progressBar(running)}
  </section>`;
}

/**
 * `action`: what can be done about it.
 * @typedef {{ kind: 'good' | 'problem' | 'busy', text: string, action?: { label: string, run: () => void } }} Status
 */

/**
 * What happened, said at once and politely.
 * @param {Status | undefined} status
 */
export function statusLine(status) {
  const name = status && { good: "check", problem: "problem", busy: "waiting" }[status.kind];
  const { action } = status ?? {};
  return html`<p class="status ${status?.kind ?? ""}" role="status" aria-live="polite">
    ${
      status
        ? html`${icon(/** @type {import('./icons.js').IconName} */ (name))}<span>${status.text}</span>`
        : nothing
    }
    ${action ? html`<button type="button" class="button small" @click=${action.run}>${action.label}</button>` : nothing}
  </p>`;
}

/**
 * @param {number | undefined} links
 * @param {() => void} open
 */
export function popupFoot(links, open) {
  return html`<footer class="foot">
    <button type="button" class="open-manager" @click=${open}>
      ${mark()}
      <span>${t("open_urlink")}</span>
      ${links === undefined ? nothing : html`<span class="count">${t("links", { count: links })}</span>`}
      ${icon("open")}
    </button>
  </footer>`;
}

/**
 * A list pasted in the popup.
 * @param {{ lines: number, place: string, busy: boolean }} state
 * @param {{ input: (text: string) => void, save: () => void, back: () => void }} actions
 */
export function pasteView({ lines, place, busy }, actions) {
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter" && isCommand(event)) {
      event.preventDefault();
      actions.save();
    }
  };
  return html`<section class="paste">
    <div class="paste-head">
      <button type="button" class="icon-button" aria-label=${t("back")} @click=${actions.back}>${icon("back")}</button>
      <h1>${t("paste_list")}</h1>
    </div>
    <label class="unseen" for="list">${t("list_label")}</label>
    <textarea
      id="list"
      class="field"
      rows="10"
      spellcheck="false"
      autocomplete="off"
      wrap="off"
      placeholder=${t("list_placeholder")}
      @input=${(/** @type {InputEvent} */ event) =>
        actions.input(/** @type {HTMLTextAreaElement} */ (event.target).value)}
      @keydown=${keydown}
    ></textarea>
    <p class="hint paste-hint">
      <span>${t("goes_to", { place })}</span>
      <span class="count">${t("lines", { count: lines })}</span>
    </p>
    <button type="button" class="button primary wide" ?disabled=${lines === 0 || busy} @click=${actions.save}>
      ${t("save_list")}
    </button>
  </section>`;
}

/**
 * The ways to save.
 * @param {{ savable: boolean, tabs: number | undefined, chosen: number, busy: boolean }} state  `tabs`: undefined, they
 *   must not be known; `chosen`: so many are chosen at the tab strip.
 * @param {{ saveTab: () => void, saveChosen: () => void, saveAll: () => void, paste: () => void }} actions
 */
export function saveActions({ savable, tabs, chosen, busy }, actions) {
  return html`<div class="actions">
    <button
      type="button"
      class="button primary wide"
      ?disabled=${!savable || busy}
      @click=${actions.saveTab}
    >
      ${t("save_tab")}<kbd>↵</kbd>
    </button>
    ${
      chosen > 1
        ? html`<button type="button" class="button wide" ?disabled=${busy} @click=${actions.saveChosen}>
            ${icon("check")}<span>${t("save_chosen_tabs")}</span><span class="count">${number(chosen)}</span>
          </button>`
        : nothing
    }
    <button type="button" class="button" ?disabled=${tabs === 0 || busy} @click=${actions.saveAll}>
      ${icon("tabs")}<span>${t("save_all_tabs")}</span>${tabs === undefined ? nothing : html`<span class="count">${number(tabs)}</span>`}
    </button>
    <button type="button" class="button" @click=${actions.paste}>
      ${icon("list")}<span>${t("paste_list")}</span>
    </button>
  </div>`;
}
