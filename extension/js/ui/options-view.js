import { html, nothing } from "../../vendor/lit/lit-html.js";
import { number, t } from "../core/i18n.js";
import { dialog } from "./dialog.js";
import { icon } from "./icons.js";
import { mark } from "./mark.js";
import { permissionList } from "./permission-list.js";
import { settingsFields } from "./settings-fields.js";
import { toBookmarksQuestion } from "./to-bookmarks.js";

/** @import {Settings} from '../../wasm/urlink.js' */
/** @import {SettingsChange} from '../data/settings.js' */
/** @import {GrantName, GrantState} from './permission-list.js' */

/**
 * @typedef {object} OptionsState
 * @property {Settings} settings
 * @property {Record<GrantName, GrantState> | undefined} grants
 * @property {number | undefined} links  How many there are.
 * @property {{ typed: string, busy: boolean } | undefined} erasing
 * @property {boolean} copying  Whether to copy the library into the bookmarks is being asked.
 * @property {{ kind: 'good' | 'problem' | 'busy', text: string } | undefined} status
 */

/**
 * @typedef {object} OptionsActions
 * @property {(change: SettingsChange) => void} change
 * @property {(name: GrantName) => void} allow
 * @property {(name: GrantName) => void} takeBack
 * @property {(format: 'json' | 'bookmarks') => void} download
 * @property {() => void} askToCopy
 * @property {() => void} toBookmarks
 * @property {() => void} stopCopying
 * @property {() => void} askToErase
 * @property {(typed: string) => void} type
 * @property {() => void} erase
 * @property {() => void} stopErasing
 */

/**
 * Everything that can be set.
 * @param {OptionsState} state
 * @param {OptionsActions} actions
 */
export function optionsView(state, actions) {
  const { settings, grants, links, erasing, copying, status } = state;
  const count = links ? t("links", { count: links }) : "";
  return html`<main class="page-column">
    <header class="page-head">
      ${mark()}<h1>${t("settings")}</h1>
      <a class="button small quiet" href="welcome.html">${t("first_steps")}</a>
    </header>
    <section class="block" aria-labelledby="block-look">
      <h2 id="block-look">${t("options_look")}</h2>
      <div class="fields">${settingsFields(settings, actions.change)}</div>
    </section>
    <section class="block" aria-labelledby="block-grants">
      <h2 id="block-grants">${t("options_grants")}</h2>
      <p class="block-text">${t("options_grants_text")}</p>
      ${grants ? permissionList(grants, actions) : nothing}
    </section>
    <section class="block" aria-labelledby="block-backup">
      <h2 id="block-backup">${t("options_backup")}</h2>
      <p class="block-text">${t("options_backup_text")} ${count}</p>
      <div class="block-buttons">
        <button type="button" class="button" @click=${() => actions.download("json")}>${t("rescue_json")}</button>
        <button type="button" class="button" @click=${() => actions.download("bookmarks")}>${t("rescue_bookmarks")}</button>
        <button type="button" class="button" @click=${actions.askToCopy}>
          ${icon("bookmark")}<span>${t("to_bookmarks")}</span>
        </button>
      </div>
    </section>
    <section class="block" aria-labelledby="block-erase">
      <h2 id="block-erase">${t("erase_all")}</h2>
      <p class="block-text">${t("erase_all_text")}</p>
      <button type="button" class="button dangerous" @click=${actions.askToErase}>${t("erase_all")}…</button>
    </section>
    <p class="page-status ${status?.kind ?? ""}" role="status" aria-live="polite">${status?.text ?? ""}</p>
    ${copying ? toBookmarksQuestion({ go: actions.toBookmarks, close: actions.stopCopying }) : nothing}
    ${erasing ? eraseDialog(erasing, links ?? 0, actions) : nothing}
  </main>`;
}

/**
 * Nothing is erased before its word was typed; a copy is offered.
 * @param {{ typed: string, busy: boolean }} erasing
 * @param {number} links
 * @param {OptionsActions} actions
 */
function eraseDialog({ typed, busy }, links, { type, erase, download, stopErasing }) {
  const word = t("erase_word");
  const isSure = typed.trim().toLowerCase() === word.toLowerCase();
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (isSure && !busy) erase();
  };
  const body = html`<form @submit=${submit}>
    <div class="dialog-body">
      <p>${t("erase_warning", { count: links })}</p>
      <button type="button" class="button" @click=${() => download("json")}>${t("erase_backup")}</button>
      <div>
        <label class="field-label" for="erase-word">${t("erase_type", { word })}</label>
        <input
          id="erase-word"
          class="field"
          type="text"
          autocomplete="off"
          spellcheck="false"
          autofocus
          .value=${typed}
          @input=${(/** @type {InputEvent} */ event) =>
            type(/** @type {HTMLInputElement} */ (event.target).value)}
        />
      </div>
    </div>
    <footer class="dialog-foot confirm-foot">
      <button
        type="button"
        class="button"
        @click=${(/** @type {Event} */ event) =>
          /** @type {HTMLElement} */ (event.target).closest("dialog")?.close()}
      >
        ${t("cancel")}
      </button>
      <button type="submit" class="button dangerous" ?disabled=${!isSure || busy}>
        ${t("erase_go")}${links > 0 ? html` <span class="count">${number(links)}</span>` : nothing}
      </button>
    </footer>
  </form>`;
  return dialog({ name: "erase-dialog", title: t("erase_all"), body, close: stopErasing });
}
