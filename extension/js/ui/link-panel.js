import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";
import { panelSwitch } from "./panel-buttons.js";
import { placePicker } from "./place-picker.js";
import { toTop } from "./to-top.js";

/** @import {Choice} from '../core/choices.js' */
/** @import {IconName} from './icons.js' */
/** @import {PickerActions} from './place-picker.js' */

/**
 * What can be done with what is chosen, beside opening and copying it.
 * @typedef {{ id: string, label: string, primary?: boolean }} Way
 */

/** What stands where links would be. @typedef {{ icon: IconName, title: string, text: string, button?: string }} Lack */

/**
 * @typedef {object} LinkPanelState
 * @property {string} name
 * @property {string} label
 * @property {string} words  What is searched for.
 * @property {boolean} searchable
 * @property {unknown} tools
 * @property {unknown} list
 * @property {boolean} isDown  The first rows are well out of sight.
 * @property {Lack | undefined} lack
 * @property {string} said  For a screen reader.
 * @property {number} chosen
 * @property {Way[]} ways
 * @property {Picking | undefined} picking
 */

/**
 * The place to save to is being chosen.
 * @typedef {{ way: Way, choices: Choice[], chosen: Choice | undefined, typed: string, few: boolean, first: boolean,
 *   busy: boolean, problem: string | undefined }} Picking
 */

/**
 * @typedef {object} LinkPanelActions
 * @property {() => void} close
 * @property {(name: string) => void} show  Another panel.
 * @property {(words: string) => void} search
 * @property {() => void} scrolled
 * @property {() => void} toTop
 * @property {() => void} supply  What the button of a lack does.
 * @property {(way: Way) => void} pick
 * @property {() => void} stopPicking
 * @property {() => void} open
 * @property {() => void} copy
 * @property {() => void} clear
 * @property {PickerActions} picker
 */

/**
 * Links that the browser knows, to choose from and to save.
 * @param {LinkPanelState} state
 * @param {LinkPanelActions} actions
 */
export function linkPanel(state, actions) {
  const { name, label, searchable, tools, list, isDown, lack, said, chosen, picking } = state;
  return html`<section class="panel-inside link-panel" aria-labelledby="${name}-title">
    <header class="panel-head">
      <h2 id="${name}-title" tabindex="-1">${label}</h2>
      <div class="panel-head-actions">
        ${panelSwitch(name, actions.show)}
        <button type="button" class="icon-button" aria-label=${t("close")} title=${t("close")} @click=${actions.close}>
          ${icon("close")}
        </button>
      </div>
    </header>
    ${searchable ? html`<div class="panel-tools">${searchField(state, actions)} ${tools}</div>` : nothing}
    <p class="unseen" role="status" aria-live="polite">${said}</p>
    <div class="panel-view">
      <div class="panel-scroll" tabindex="-1" @scroll=${{ handleEvent: actions.scrolled, passive: true }}>
        ${lack ? lackScene(lack, actions.supply) : list}
      </div>
      ${toTop(isDown, actions.toTop)}
    </div>
    ${chosen > 0 ? (picking ? pickingFoot(picking, chosen, actions) : chosenFoot(state, actions)) : nothing}
  </section>`;
}

/**
 * @param {LinkPanelState} state
 * @param {LinkPanelActions} actions
 */
function searchField({ name, words }, { search }) {
  return html`<div class="panel-search">
    ${icon("search")}
    <label class="unseen" for="${name}-search">${t("find_in_panel")}</label>
    <input
      id="${name}-search"
      class="field"
      type="search"
      autocomplete="off"
      spellcheck="false"
      placeholder=${t("find_in_panel")}
      .value=${words}
      @input=${(/** @type {InputEvent} */ event) =>
        search(/** @type {HTMLInputElement} */ (event.target).value)}
    />
  </div>`;
}

/**
 * @param {Lack} lack
 * @param {() => void} supply
 */
function lackScene({ icon: name, title, text, button }, supply) {
  return html`<div class="panel-empty">
    ${icon(name)}
    <h3>${title}</h3>
    <p>${text}</p>
    ${button ? html`<button type="button" class="button primary" @click=${supply}>${button}</button>` : nothing}
  </div>`;
}

/**
 * @param {LinkPanelState} state
 * @param {LinkPanelActions} actions
 */
function chosenFoot({ chosen, ways }, { pick, open, copy, clear }) {
  const small = (
    /** @type {IconName} */ name,
    /** @type {string} */ label,
    /** @type {() => void} */ action,
  ) => html`<button type="button" class="icon-button" aria-label=${label} title=${label} @click=${action}>
    ${icon(name)}
  </button>`;
  return html`<footer class="chosen-foot" aria-label=${t("chosen")} role="group">
    <p class="chosen-count" role="status">${t("chosen_count", { count: chosen })}</p>
    <div class="chosen-small">
      ${small("open", t("open_chosen"), open)} ${small("copy", t("copy_chosen"), copy)}
      ${small("close", t("choose_none"), clear)}
    </div>
    <div class="chosen-ways">
      ${ways.map(
        (
          way,
        ) => html`<button type="button" class="button ${way.primary ? "primary" : ""}" @click=${() => pick(way)}>
          <span>${way.label}</span>${icon("up")}
        </button>`,
      )}
    </div>
  </footer>`;
}

/**
 * @param {Picking} picking
 * @param {number} chosen
 * @param {LinkPanelActions} actions
 */
function pickingFoot(picking, chosen, { picker, stopPicking }) {
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    stopPicking();
  };
  const place = picking.chosen;
  return html`<footer class="chosen-foot picking" role="group" aria-label=${picking.way.label} @keydown=${keydown}>
    <p class="chosen-count">${t("save_chosen_to", { count: chosen })}</p>
    ${placePicker(picking, picker)}
    <p class="field-problem" role="alert">${picking.problem ?? ""}</p>
    <div class="chosen-ways">
      <button type="button" class="button" @click=${stopPicking}>${t("cancel")}</button>
      <button
        type="button"
        class="button primary"
        ?disabled=${!place || picking.busy}
        @click=${() => place && picker.confirm(place)}
      >
        ${picking.busy ? t("saving") : picking.way.label}
      </button>
    </div>
  </footer>`;
}
