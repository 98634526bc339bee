import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

/**
 * What stands where links would be: what goes here, and the one thing to do.
 * @param {{ view: string, name: string }} state
 * @param {{ add: () => void }} actions
 */
export function empty({ view, name }, { add }) {
  const button = html`<button type="button" class="button primary" @click=${add}>
    ${icon("plus")}<span>${t("add_links")}</span>
  </button>`;
  if (view === "problems")
    return scene("calm", t("empty_problems"), t("empty_problems_text"), nothing);
  if (view === "unsorted")
    return scene("calm", t("empty_unsorted"), t("empty_unsorted_text"), nothing);
  if (view === "all") return scene("first", t("empty_all"), t("empty_all_text"), button);
  return scene("first", t("empty_category", { name }), t("empty_category_text"), button);
}

/**
 * The library could not be read.
 * @param {string} problem
 * @param {() => void} retry
 */
export function unreadable(problem, retry) {
  const button = html`<button type="button" class="button" @click=${retry}>${t("try_again")}</button>`;
  return html`<div role="alert">${scene("calm", t("unreadable"), problem, button)}</div>`;
}

/**
 * @param {'first' | 'calm'} kind
 * @param {string} title
 * @param {string} text
 * @param {unknown} action
 */
function scene(kind, title, text, action) {
  return html`<div class="empty">
    <svg class="empty-art tinted ${kind}" viewBox="0 0 240 150" aria-hidden="true" focusable="false">
      <rect class="sheet back" x="22" y="34" width="84" height="98" rx="9" />
      <rect class="sheet back" x="134" y="34" width="84" height="98" rx="9" />
      <rect class="sheet" x="74" y="16" width="92" height="116" rx="10" />
      <path class="picture" d="M75 26a9 9 0 0 1 9-9h72a9 9 0 0 1 9 9v38H75z" />
      <path class="text" d="M88 80h52M88 94h64M88 106h40" />
      <g class="link">
        <path d="M108 56V41a12 12 0 0 1 24 0v15" />
        <path class="u" d="M96 24v15a12 12 0 0 0 24 0V24" />
      </g>
    </svg>
    <h2>${title}</h2>
    <p>${text}</p>
    ${action}
  </div>`;
}
