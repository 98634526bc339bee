import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { rove } from "../core/roving.js";
import { icon } from "./icons.js";

/** @import {Act} from './grid-events.js' */
/** @import {IconName} from './icons.js' */

/** @type {[Act, IconName, () => string][]} */
const OWN = [
  ["open", "open", () => t("open")],
  ["move", "move", () => t("move")],
  ["tag", "tag", () => t("tag")],
  ["favourite", "heart", () => t("favourite")],
  ["remind", "bell", () => t("remind_me")],
  ["refresh", "again", () => t("read_again")],
  ["copy", "copy", () => t("copy")],
  ["delete", "trash", () => t("delete")],
];

/** @type {[Act, IconName, () => string][]} */
const TRASHED = [
  ["restore", "restore", () => t("restore")],
  ["erase", "trash", () => t("erase")],
];

/**
 * What can be done with the links that are chosen. It rises from below when there are any.
 * @param {{ count: number, total: number, trashed: boolean, like: boolean }} state  `like`: they become favourites.
 * @param {{ act: (act: Act, element: HTMLElement) => void, all: () => void, none: () => void }} actions
 */
export function bulkBar({ count, total, trashed, like }, { act, all, none }) {
  if (count === 0) return nothing;
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      none();
      return;
    }
    const bar = /** @type {HTMLElement} */ (event.currentTarget);
    const buttons = [.../** @type {NodeListOf<HTMLElement>} */ (bar.querySelectorAll("button"))];
    const at = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = rove(event.key, at, buttons.length, { columns: buttons.length });
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  const button = (
    /** @type {Act} */ name,
    /** @type {IconName} */ image,
    /** @type {string} */ label,
  ) => html`<button
    type="button"
    class="bulk-button"
    aria-label=${label}
    title=${label}
    aria-haspopup=${name === "open" || name === "copy" ? "menu" : nothing}
    @click=${(/** @type {Event} */ event) => act(name, /** @type {HTMLElement} */ (event.currentTarget))}
  >
    ${icon(image)}<span>${label}</span>
  </button>`;
  return html`<div class="bulk" role="toolbar" aria-label=${t("chosen_links")} @keydown=${keydown}>
    <p class="bulk-count"><strong>${t("chosen", { count })}</strong></p>
    ${
      count < total
        ? html`<button type="button" class="bulk-button plain" @click=${all}>${t("choose_all", { count: total })}</button>`
        : nothing
    }
    <div class="bulk-deeds">
      ${(trashed ? TRASHED : OWN).map(([name, image, label]) =>
        button(name, image, name === "favourite" && !like ? t("unfavourite") : label()),
      )}
    </div>
    <button type="button" class="icon-button" aria-label=${t("choose_none")} title="${t("choose_none")} (Esc)" @click=${none}>
      ${icon("close")}
    </button>
  </div>`;
}
