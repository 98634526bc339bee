import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { clampWidth, SIDEBAR } from "../core/sidebar-width.js";
import { cssVars } from "./css-vars.js";

/**
 * The edge of the sidebar, which can be drawn by pointer and by the arrows.
 * @param {number} width
 * @param {(width: number) => void} resize
 */
export function resizer(width, resize) {
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    const next = {
      ArrowLeft: width - SIDEBAR.step,
      ArrowRight: width + SIDEBAR.step,
      Home: SIDEBAR.least,
      End: SIDEBAR.most,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    resize(clampWidth(next));
  };
  const pointerdown = (/** @type {PointerEvent} */ event) => {
    /** @type {HTMLElement} */ (event.currentTarget).setPointerCapture(event.pointerId);
    event.preventDefault();
  };
  const pointermove = (/** @type {PointerEvent} */ event) => {
    const edge = /** @type {HTMLElement} */ (event.currentTarget);
    if (edge.hasPointerCapture(event.pointerId)) resize(clampWidth(event.clientX));
  };
  return html`<div
    class="resizer"
    role="separator"
    tabindex="0"
    aria-orientation="vertical"
    aria-label=${t("sidebar_width")}
    aria-valuemin=${SIDEBAR.least}
    aria-valuemax=${SIDEBAR.most}
    aria-valuenow=${width}
    @keydown=${keydown}
    @pointerdown=${pointerdown}
    @pointermove=${pointermove}
    @dblclick=${() => resize(SIDEBAR.usual)}
  ></div>`;
}

/**
 * The sidebar with its edge.
 * @param {unknown} inside
 * @param {number} width
 * @param {(width: number) => void} resize
 */
export function aside(inside, width, resize) {
  return html`<aside class="aside" ${cssVars({ "--width": `${width}px` })}>
    ${inside} ${resizer(width, resize)}
  </aside>`;
}
