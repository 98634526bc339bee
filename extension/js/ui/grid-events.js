import { isCommand, keyOf } from "../core/keys.js";

/** @import {LinkView} from '../../wasm/urlink.js' */

/**
 * What a person wants done with links: with those that are chosen if the one at hand is among them, or by a key, if
 * any are chosen; else with the one at hand.
 * @typedef {'by-tag' | 'copy' | 'delete' | 'edit' | 'erase' | 'favourite' | 'menu' | 'move' | 'open' | 'refresh' | 'remind' | 'restore'
 *   | 'tag'} Act
 */

/**
 * @typedef {object} GridActions
 * @property {(act: Act, link: LinkView, element: HTMLElement) => void} act  With this link; `element`: what was used.
 * @property {(act: Act, link: LinkView | undefined, element: HTMLElement) => void} key  With what is chosen, else this.
 * @property {(how: 'toggle' | 'extend', index: number, from: number) => void} choose  `from`: where a range may begin.
 * @property {() => void} chooseAll
 * @property {() => void} chooseNone
 * @property {() => void} remember  What is chosen stays so while a rectangle is drawn.
 * @property {(indexes: number[], how: { adds: boolean }) => void} touch  What a rectangle touches.
 * @property {(link: LinkView, step: -1 | 1) => void} shift  Moves it by a step in the order made by hand.
 * @property {(link: LinkView, event: DragEvent) => void} drag
 */

/** @type {Record<string, Act>} */
const LETTERS = { e: "edit", f: "favourite", l: "tag", m: "move", r: "remind", u: "refresh" };

/** @type {Record<string, Act>} */
const KEYS = { Delete: "delete", Backspace: "delete", ContextMenu: "menu" };

/**
 * What a click on the cards means; undefined: what it means anywhere.
 * @param {MouseEvent} event
 * @param {boolean} choosing  Something is chosen already.
 * @returns {{ act: Act, element: HTMLElement } | { how: 'toggle' | 'extend' } | undefined}
 */
export function clicked(event, choosing) {
  const target = /** @type {HTMLElement} */ (event.target);
  const element = /** @type {HTMLElement | null} */ (target.closest("[data-act]"));
  const act = element?.dataset.act;
  if (element && act && act !== "choose") return { act: /** @type {Act} */ (act), element };
  if (!act && target.closest("button, input, textarea, .card-form")) return undefined;
  if (event.shiftKey) return { how: "extend" };
  return act || isCommand(event) || choosing ? { how: "toggle" } : undefined;
}

/**
 * What a key means on the cards, beside moving the focus.
 * @param {KeyboardEvent} event
 * @param {boolean} choosing
 * @returns {Act | 'all' | 'none' | 'toggle' | 'extend' | 'back' | 'forth' | undefined}
 */
export function pressed(event, choosing) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.closest("input, textarea, select")) return undefined;
  const key = keyOf(event);
  if (event.altKey) {
    if (key === "ArrowUp" || key === "ArrowLeft") return "back";
    return key === "ArrowDown" || key === "ArrowRight" ? "forth" : undefined;
  }
  if (isCommand(event)) {
    if (key === "a") return "all";
    return key === "c" && !String(getSelection()) ? "copy" : undefined;
  }
  if (key === "F10" && event.shiftKey) return "menu";
  if (key === " " && !target.closest("button")) return event.shiftKey ? "extend" : "toggle";
  if (key === "Escape") return choosing ? "none" : undefined;
  // The link's own click would choose, as that of the mouse does.
  if (key === "Enter" && choosing && !target.closest("button")) return "open";
  return event.shiftKey ? undefined : (KEYS[key] ?? LETTERS[key]);
}
