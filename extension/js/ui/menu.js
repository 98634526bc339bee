import { guard } from "../../vendor/lit/directives/guard.js";
import { ref } from "../../vendor/lit/directives/ref.js";
import { repeat } from "../../vendor/lit/directives/repeat.js";
import { html, nothing } from "../../vendor/lit/lit-html.js";
import { rove } from "../core/roving.js";
import { icon } from "./icons.js";
import { kbd } from "./kbd.js";
import { onceThere } from "./once-there.js";

/** @import {IconName} from './icons.js' */

/**
 * @typedef {object} MenuItem
 * @property {string} label
 * @property {() => void} run
 * @property {IconName} [icon]
 * @property {string} [key]  The key that does the same, or several with spaces between them.
 * @property {boolean} [checked]  One of several; absent: it is no choice.
 * @property {boolean} [danger]
 */

/**
 * What can be done with something, where it was asked for. A line of the menu that is null parts it.
 * @typedef {object} MenuState
 * @property {string} label
 * @property {(MenuItem | null)[]} items
 * @property {HTMLElement} opener  It stands beside this, and gives the focus back to it.
 */

/** Between a menu and what it stands beside, and the edge of the window, in pixels. */
const GAP = 4;

/**
 * @param {MenuState | undefined} shown
 * @param {(menu: MenuState) => void} close
 */
export function menu(shown, close) {
  return repeat(
    shown ? [shown] : [],
    (one) => one,
    // Drawn once: it would be shown, and take the focus, each time.
    (one) => guard([one], () => popup(one, () => close(one))),
  );
}

/**
 * @param {MenuState} state
 * @param {() => void} close
 */
function popup({ label, items, opener }, close) {
  const hide = (/** @type {Event} */ event) =>
    /** @type {HTMLElement | null} */ (
      /** @type {HTMLElement} */ (event.target).closest("[popover]")
    )?.hidePopover();
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    const list = /** @type {HTMLElement} */ (event.currentTarget);
    const rows = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("button"))];
    const at = rows.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    event.stopPropagation();
    if (event.key === "Tab") hide(event);
    const next = rove(event.key, at, rows.length, { page: rows.length });
    if (next === undefined) return;
    event.preventDefault();
    const around = event.key === "ArrowDown" && at === rows.length - 1 ? 0 : next;
    rows[event.key === "ArrowUp" && at === 0 ? rows.length - 1 : around]?.focus();
  };
  const toggled = (/** @type {ToggleEvent} */ event) => {
    if (event.newState === "closed") close();
  };
  return html`<div
    class="popup-menu"
    role="menu"
    popover
    aria-label=${label}
    @keydown=${keydown}
    @toggle=${toggled}
    ${ref(onceThere((element) => show(element, opener)))}
  >
    ${items.map((item) => (item ? row(item, opener, hide) : html`<hr role="separator" />`))}
  </div>`;
}

/**
 * @param {MenuItem} item
 * @param {HTMLElement} opener
 * @param {(event: Event) => void} hide
 */
function row({ label, run, icon: name, key, checked, danger }, opener, hide) {
  const click = (/** @type {Event} */ event) => {
    hide(event);
    if (opener.isConnected) opener.focus({ preventScroll: true });
    run();
  };
  const choice = checked !== undefined;
  return html`<button
    type="button"
    class="menu-item ${danger ? "danger" : ""}"
    role=${choice ? "menuitemradio" : "menuitem"}
    aria-checked=${choice ? String(checked) : nothing}
    tabindex="-1"
    @click=${click}
  >
    ${choice ? icon("check", checked ? "" : "absent") : name ? icon(name) : nothing}
    <span class="menu-item-name">${label}</span>
    ${key ? html`<span class="menu-keys" aria-hidden="true">${kbd(key.split(" "))}</span>` : nothing}
  </button>`;
}

/**
 * Below what opened it, or above where there is no room, inside the window.
 * @param {HTMLElement} element
 * @param {HTMLElement} opener
 */
function show(element, opener) {
  element.showPopover();
  const at = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = element;
  const end = at.right - width;
  const x = end < GAP ? Math.min(at.left, innerWidth - width - GAP) : end;
  const below = at.bottom + GAP;
  const y = below + height > innerHeight - GAP ? at.top - GAP - height : below;
  element.style.setProperty("--x", `${Math.max(GAP, x)}px`);
  element.style.setProperty("--y", `${Math.max(GAP, y)}px`);
  const first = element.querySelector('[aria-checked="true"]') ?? element.querySelector("button");
  /** @type {HTMLElement | null} */ (first)?.focus();
}
