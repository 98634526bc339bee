import { keyOf } from "../core/keys.js";
import { rove } from "../core/roving.js";

/** @import {Category} from '../../wasm/urlink.js' */
/** @import {SidebarActions} from './sidebar.js' */

/**
 * The keys of the sidebar: arrows move through the rows and onto the buttons of one; with Alt they move the category.
 * @param {(id: string | undefined) => Category | undefined} find
 * @param {SidebarActions} actions
 * @returns {(event: KeyboardEvent) => void}
 */
export function sidebarKeys(find, actions) {
  return (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const row = target.closest(".row");
    if (!row || target.closest("input") || event.ctrlKey || event.metaKey) return;
    const nav = /** @type {HTMLElement} */ (event.currentTarget);
    const links = [.../** @type {NodeListOf<HTMLElement>} */ (nav.querySelectorAll(".row-link"))];
    const at = links.findIndex((link) => row.contains(link));
    const category = find(links[at]?.dataset.view);
    const deed = category && deedOf(event, category, row, actions);
    if (deed) deed();
    else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const stops = [.../** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("a, button"))];
      const next = stops.indexOf(target) + (event.key === "ArrowRight" ? 1 : -1);
      stops[next]?.focus();
    } else {
      if (event.altKey) return;
      const next = rove(event.key, at, links.length, { page: 10 });
      if (next === undefined) return;
      links[next]?.focus();
    }
    event.preventDefault();
  };
}

/**
 * What a key does with a category.
 * @param {KeyboardEvent} event
 * @param {Category} category
 * @param {Element} row
 * @param {SidebarActions} actions
 * @returns {(() => void) | undefined}
 */
function deedOf(event, category, row, { toggleStar, startRenaming, remove, shift, menu }) {
  const key = keyOf(event);
  if (event.altKey) {
    if (key === "ArrowUp") return () => shift(category, -1);
    return key === "ArrowDown" ? () => shift(category, 1) : undefined;
  }
  if (key === "ContextMenu" || (key === "F10" && event.shiftKey)) {
    const opener = row.querySelector('[aria-haspopup="menu"]');
    return () => menu(category, /** @type {HTMLElement} */ (opener));
  }
  if (key === "f") return () => toggleStar(category);
  if (key === "F2") return () => startRenaming(category);
  return key === "Delete" || key === "Backspace" ? () => remove(category) : undefined;
}
