import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { art } from "./art.js";
import { icon } from "./icons.js";
import { POPUP_KEYS } from "./kbd.js";
import { mark } from "./mark.js";
import { permissionList } from "./permission-list.js";

/** @import {GrantName, GrantState} from './permission-list.js' */

export const STEPS = 3;

/**
 * @typedef {object} WelcomeState
 * @property {number} step  From 0.
 * @property {Record<GrantName, GrantState> | undefined} grants
 * @property {{ kind: 'good' | 'problem' | 'busy', text: string } | undefined} status
 */

/**
 * @typedef {object} WelcomeActions
 * @property {(step: number) => void} go
 * @property {(name: GrantName) => void} allow
 * @property {(name: GrantName) => void} takeBack
 * @property {() => void} bringIn
 * @property {() => void} finish
 */

/**
 * The first start, in three small steps.
 * @param {WelcomeState} state
 * @param {WelcomeActions} actions
 */
export function welcomeView({ step, grants, status }, actions) {
  const isLast = step === STEPS - 1;
  return html`<main class="page-column welcome">
    <header class="page-head">${mark()}<p class="welcome-step">${t("step_of", { step: step + 1, steps: STEPS })}</p></header>
    <section class="welcome-card" aria-labelledby="welcome-title">
      ${step === 0 ? what() : step === 1 ? why(grants, actions) : first(status, actions)}
    </section>
    <footer class="welcome-foot">
      ${
        step > 0
          ? html`<button type="button" class="button quiet" @click=${() => actions.go(step - 1)}>${t("back")}</button>`
          : html`<button type="button" class="button quiet" @click=${actions.finish}>${t("skip")}</button>`
      }
      <div class="dots" aria-hidden="true">
        ${Array.from({ length: STEPS }, (_, at) => html`<span class=${at === step ? "here" : ""}></span>`)}
      </div>
      <button
        type="button"
        class="button primary"
        @click=${() => (isLast ? actions.finish() : actions.go(step + 1))}
      >
        ${isLast ? t("open_urlink") : t("next")}
      </button>
    </footer>
  </main>`;
}

function what() {
  /** @type {[import('./icons.js').IconName, string, string][]} */
  const ways = [
    ["bookmark", t("welcome_save"), t("welcome_save_text", { keys: POPUP_KEYS })],
    ["list", t("welcome_several"), t("welcome_several_text")],
    ["lock", t("welcome_own"), t("welcome_own_text")],
  ];
  return html`${art("first")}
    <h1 id="welcome-title" tabindex="-1">${t("welcome_what")}</h1>
    <ul class="grants">
      ${ways.map(
        ([sign, title, text]) => html`<li class="grant">
          ${icon(sign)}
          <div class="grant-words"><h2>${title}</h2><p>${text}</p></div>
        </li>`,
      )}
    </ul>`;
}

/**
 * @param {Record<GrantName, GrantState> | undefined} grants
 * @param {WelcomeActions} actions
 */
function why(grants, actions) {
  return html`<h1 id="welcome-title" tabindex="-1">${t("welcome_why")}</h1>
    <p class="block-text">${t("options_grants_text")}</p>
    <h2 class="unseen">${t("options_grants")}</h2>
    ${grants ? permissionList(grants, actions) : nothing}`;
}

/**
 * @param {WelcomeState['status']} status
 * @param {WelcomeActions} actions
 */
function first(status, { bringIn }) {
  return html`${art("calm")}
    <h1 id="welcome-title" tabindex="-1">${t("welcome_first")}</h1>
    <p class="block-text">${t("welcome_first_text")}</p>
    <button type="button" class="button" ?disabled=${status?.kind === "busy"} @click=${bringIn}>
      ${icon("bookmark")}<span>${t("bring_in")}</span>
    </button>
    <p class="page-status ${status?.kind ?? ""}" role="status" aria-live="polite">${status?.text ?? ""}</p>`;
}
