import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";
import { star } from "./star.js";

/** @import {Category, Layout, Sort} from '../../wasm/urlink.js' */

/** @type {[Sort, () => string][]} */
const SORTS = [
  ["newest", () => t("sort_newest")],
  ["oldest", () => t("sort_oldest")],
  ["title", () => t("sort_title")],
  ["site", () => t("sort_site")],
  ["hand", () => t("sort_hand")],
];

/**
 * The name of an order.
 * @param {Sort} sort
 */
export function sortName(sort) {
  return SORTS.find(([one]) => one === sort)?.[1]() ?? "";
}

/** Every order, with its name. */
export function sorts() {
  return SORTS.map(([sort, label]) => ({ sort, label: label() }));
}

/**
 * @typedef {object} ViewHeadState
 * @property {string} name
 * @property {number | undefined} total
 * @property {Category | undefined} category
 * @property {{ here: boolean, place: string | undefined } | undefined} finding  Where is looked; `place`: that can be chosen.
 * @property {string | undefined} tag
 * @property {boolean} trashed  It is the trash.
 * @property {Sort} sort
 * @property {Layout} layout
 */

/**
 * @typedef {object} ViewHeadActions
 * @property {(category: Category) => void} toggleStar
 * @property {(here: boolean) => void} look
 * @property {() => void} anyTag
 * @property {(opener: HTMLElement) => void} sort
 * @property {(layout: Layout) => void} lay
 * @property {(opener: HTMLElement) => void} more
 */

/**
 * What is shown, in which order, and how.
 * @param {ViewHeadState} state
 * @param {ViewHeadActions} actions
 */
export function viewHead({ name, total, category, finding, tag, trashed, sort, layout }, actions) {
  const opener = (/** @type {Event} */ event) => /** @type {HTMLElement} */ (event.currentTarget);
  return html`<div class="view-head">
    <div class="view-title">
    <div class="view-named">
      <h1 class="view-name" title=${name}>${name}</h1>
      ${category && !finding ? star(category, actions.toggleStar) : nothing}
      <p class="count view-count">${total === undefined ? nothing : t("links", { count: total })}</p>
    </div>
    ${
      tag
        ? html`<button type="button" class="tag filter" aria-label=${t("any_tag", { tag })} title=${t("any_tag", { tag })} @click=${actions.anyTag}>
            ${icon("tag")}<span>${tag}</span>${icon("close")}
          </button>`
        : nothing
    }
    ${trashed ? html`<p class="hint">${t("trash_note")}</p>` : nothing}
    ${finding?.place ? scope(finding.here, finding.place, actions.look) : nothing}
    </div>
    <div class="view-actions">
      <button
        type="button"
        class="button quiet sort"
        aria-haspopup="menu"
        aria-label="${t("sort")}: ${sortName(sort)}"
        title=${t("sort")}
        @click=${(/** @type {Event} */ event) => actions.sort(opener(event))}
      >
        ${icon("sort")}<span>${sortName(sort)}</span>
      </button>
      <div class="segments layouts" role="radiogroup" aria-label=${t("layout")}>
        ${layoutChoice("cards", t("layout_cards"), layout, actions.lay)}
        ${layoutChoice("list", t("layout_list"), layout, actions.lay)}
      </div>
      <button
        type="button"
        class="icon-button"
        aria-haspopup="menu"
        aria-label=${t("more_of", { title: name })}
        title=${t("more")}
        @click=${(/** @type {Event} */ event) => actions.more(opener(event))}
      >
        ${icon("more")}
      </button>
    </div>
  </div>`;
}

/**
 * @param {Layout} layout
 * @param {string} label
 * @param {Layout} current
 * @param {(layout: Layout) => void} lay
 */
function layoutChoice(layout, label, current, lay) {
  return html`<label title=${label}>
    <input type="radio" name="layout" aria-label=${label} .checked=${layout === current} @change=${() => lay(layout)} />
    <span class="segment">${icon(layout === "cards" ? "cards" : "rows")}</span>
  </label>`;
}

/**
 * Where is looked: everywhere, or in the category that is shown.
 * @param {boolean} here
 * @param {string} place
 * @param {(here: boolean) => void} look
 */
function scope(here, place, look) {
  const choice = (/** @type {boolean} */ value, /** @type {string} */ label) => html`<label>
    <input type="radio" name="scope" .checked=${here === value} @change=${() => look(value)} />
    <span class="segment">${label}</span>
  </label>`;
  return html`<div class="segments scope" role="radiogroup" aria-label=${t("where_to_find")}>
    ${choice(false, t("all_links"))} ${choice(true, place)}
  </div>`;
}
