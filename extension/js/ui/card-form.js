import { ref } from "../../vendor/lit/directives/ref.js";
import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { isCommand } from "../core/keys.js";
import { icon } from "./icons.js";
import { takeFocus } from "./once-there.js";
import { tagField } from "./tag-field.js";

/** @import {LinkView} from '../../wasm/urlink.js' */

/**
 * A link that is being edited: what was typed stays here while its card is out of sight.
 * @typedef {object} Editing
 * @property {string} title
 * @property {string} memo
 * @property {string[]} tags
 * @property {string[]} known  Tags to offer.
 * @property {string | undefined} problem
 * @property {(part: { title?: string, memo?: string, tags?: string[] }) => void} change
 * @property {() => void} save
 * @property {() => void} cancel
 */

/**
 * The title, the memo and the tags of a link, in the place of its card. Enter in the title saves, in the memo it
 * makes a line; Escape leaves everything as it was.
 * @param {LinkView} link
 * @param {Editing} editing
 */
export function cardForm(link, { title, memo, tags, known, problem, change, save, cancel }) {
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing) return;
    const lines = /** @type {HTMLElement} */ (event.target).classList.contains("memo-field");
    if (event.key === "Escape") cancel();
    else if (event.key === "Enter" && (!lines || isCommand(event)) && !event.defaultPrevented) {
      if (/** @type {HTMLElement} */ (event.target).closest("button")) return;
      save();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const typed = (/** @type {InputEvent} */ event) =>
    /** @type {HTMLTextAreaElement} */ (event.target).value;
  return html`<form
    class="card-form"
    aria-label=${t("edit_link", { title: link.title })}
    @keydown=${keydown}
    @submit=${(/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      save();
    }}
  >
    <textarea
      class="field title-field"
      rows="2"
      aria-label=${t("title")}
      placeholder=${link.page?.displayTitle ?? link.page?.title ?? link.url}
      .value=${title}
      @input=${(/** @type {InputEvent} */ event) => change({ title: typed(event) })}
      ${ref(takeFocus)}
    ></textarea>
    <textarea
      class="field memo-field"
      rows="3"
      aria-label=${t("memo")}
      placeholder=${t("memo")}
      .value=${memo}
      @input=${(/** @type {InputEvent} */ event) => change({ memo: typed(event) })}
    ></textarea>
    ${tagField({ name: "card", tags, known, label: t("tags") }, (next) => change({ tags: next }))}
    ${problem ? html`<p class="field-problem" role="alert">${problem}</p>` : nothing}
    <div class="form-foot">
      <button type="button" class="icon-button" aria-label=${t("cancel")} title="${t("cancel")} (Esc)" @click=${cancel}>
        ${icon("close")}
      </button>
      <button type="submit" class="icon-button go" aria-label=${t("keep")} title="${t("keep")} (↵)">
        ${icon("check")}
      </button>
    </div>
  </form>`;
}
