import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { isCommand } from "../core/keys.js";
import { dialog } from "./dialog.js";
import { icon } from "./icons.js";
import { kbd } from "./kbd.js";

/** @import {CategoryList} from '../../wasm/urlink.js' */

/** What the field of places says for a category that is still to be made. */
export const NEW_CATEGORY = "+";

/**
 * @typedef {object} AddState
 * @property {CategoryList | undefined} list
 * @property {string} place  A category's id, '' for the unsorted links, or `NEW_CATEGORY`.
 * @property {number} lines
 * @property {boolean} busy
 * @property {string | undefined} problem
 */

/**
 * A list of links, pasted.
 * @param {AddState} state
 * @param {{ input: (text: string) => void, choose: (place: string) => void, name: (name: string) => void,
 *   save: () => void, close: () => void }} actions
 */
export function addDialog({ list, place, lines, busy, problem }, actions) {
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter" && isCommand(event)) {
      event.preventDefault();
      actions.save();
    }
  };
  const body = html`<div class="dialog-body" @keydown=${keydown}>
      <div>
        <label class="field-label" for="add-list">${t("list_label")}</label>
        <textarea
          id="add-list"
          class="field"
          rows="12"
          spellcheck="false"
          autocomplete="off"
          wrap="off"
          autofocus
          placeholder=${t("list_placeholder")}
          aria-describedby="add-hint"
          @input=${(/** @type {InputEvent} */ event) =>
            actions.input(/** @type {HTMLTextAreaElement} */ (event.target).value)}
        ></textarea>
        <p id="add-hint" class="hint add-hint">
          <span>${t("list_hint")}</span>
          <span class="count" aria-live="off">${t("lines", { count: lines })}</span>
        </p>
      </div>
      <div class="add-place">
        <label class="field-label" for="add-place">${t("where_to")}</label>
        <div class="select"><select
          id="add-place"
          class="field"
          @change=${(/** @type {Event} */ event) =>
            actions.choose(/** @type {HTMLSelectElement} */ (event.target).value)}
        >
          <option value="" ?selected=${place === ""}>${t("unsorted")}</option>
          ${list?.categories.map(
            ({ id, name }) => html`<option value=${id} ?selected=${place === id}>${name}</option>`,
          )}
          <option value=${NEW_CATEGORY} ?selected=${place === NEW_CATEGORY}>${t("new_category_option")}</option>
        </select>${icon("down")}</div>
        ${
          place === NEW_CATEGORY
            ? html`<label class="unseen" for="add-name">${t("category_name")}</label>
                <input
                  id="add-name"
                  class="field"
                  type="text"
                  autocomplete="off"
                  placeholder=${t("category_name")}
                  @input=${(/** @type {InputEvent} */ event) =>
                    actions.name(/** @type {HTMLInputElement} */ (event.target).value)}
                />`
            : nothing
        }
      </div>
      <p class="field-problem" role="alert">${problem ?? ""}</p>
    </div>
    <footer class="dialog-foot">
      <p class="hint">${kbd(["Ctrl", "↵"])}</p>
      <button type="button" class="button primary" ?disabled=${lines === 0 || busy} @click=${actions.save}>
        ${busy ? t("saving") : t("save_list")}
      </button>
    </footer>`;
  return dialog({
    name: "add-dialog",
    title: t("add_links"),
    body,
    close: actions.close,
    kept: lines > 0,
  });
}
