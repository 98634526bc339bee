import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

/** @import {IconName} from './icons.js' */

/** The panels of links that can be saved, in the order in which they stand. @type {[string, IconName, () => string][]} */
const PANELS = [
  ["history", "history", () => t("history")],
  ["tabs", "tabs", () => t("open_tabs")],
  ["bookmarks", "bookmark", () => t("bookmarks")],
];

/** The names of these panels. */
export const LINK_PANELS = PANELS.map(([name]) => name);

/**
 * What opens the panels, beside the cards; where there is little room, one button for all.
 * @param {{ open: string | undefined, last: string }} state  `last`: that was open last of them.
 * @param {(name: string) => void} toggle
 */
export function panelButtons({ open, last }, toggle) {
  const isOpen = (/** @type {string} */ name) => (open === name ? "true" : "false");
  const any = PANELS.some(([name]) => name === open);
  return html`<div class="panel-buttons" role="group" aria-label=${t("panels")}>
    ${PANELS.map(
      ([name, sign, label]) => html`<button
        type="button"
        id="${name}-button"
        class="icon-button"
        aria-expanded=${isOpen(name)}
        aria-label=${label()}
        title=${label()}
        @click=${() => toggle(name)}
      >
        ${icon(sign)}
      </button>`,
    )}
    <button
      type="button"
      class="icon-button panel-any"
      aria-expanded=${any ? "true" : "false"}
      aria-label=${t("panels")}
      title=${t("panels")}
      @click=${() => toggle(last)}
    >
      ${icon("panel")}
    </button>
  </div>`;
}

/**
 * Leads from one of the panels to the others.
 * @param {string} current
 * @param {(name: string) => void} show
 */
export function panelSwitch(current, show) {
  return html`<div class="panel-switch" role="group" aria-label=${t("panels")}>
    ${PANELS.map(
      ([name, sign, label]) => html`<button
        type="button"
        class="icon-button"
        aria-pressed=${name === current ? "true" : "false"}
        aria-label=${label()}
        title=${label()}
        @click=${() => name !== current && show(name)}
      >
        ${icon(sign)}
      </button>`,
    )}
  </div>`;
}
