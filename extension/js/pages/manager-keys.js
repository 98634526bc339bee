import { isCommand, keyOf } from "../core/keys.js";
import { openShortcuts } from "./manager-actions.js";
import { openAdd } from "./manager-add.js";
import { startNaming } from "./manager-categories.js";
import { toggleReminders } from "./manager-reminders.js";
import { redoLast, undoLast } from "./manager-say.js";
import { closePanel, toggleActivity, togglePanel } from "./manager-slot.js";
import { state } from "./manager-state.js";

/** @import {Grid} from '../ui/grid.js' */

/**
 * The keys that work everywhere on the page, unless something is being typed or a dialog is open.
 * @param {KeyboardEvent} event
 * @param {Grid} grid
 */
export function shortcut(event, grid) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.altKey || event.defaultPrevented) return;
  if (target.closest("input:not([type=radio]), textarea, select, dialog")) return;
  const leaving = event.key === "Escape" && target.closest(".panel") ? closePanel : undefined;
  const action = leaving ?? (isCommand(event) ? commandOf(event) : actionOf(keyOf(event), grid));
  if (!action) return;
  event.preventDefault();
  action();
}

/** @param {KeyboardEvent} event */
function commandOf(event) {
  const key = keyOf(event);
  if (key === "z") return event.shiftKey ? redoLast : undoLast;
  return key === "y" ? redoLast : undefined;
}

/**
 * @param {string} key
 * @param {Grid} grid
 * @returns {(() => void) | undefined}
 */
function actionOf(key, grid) {
  return {
    "?": openShortcuts,
    "/": focusFind,
    a: openAdd,
    n: startNaming,
    g: () => grid.focus(),
    h: () => togglePanel("history"),
    t: () => togglePanel("tabs"),
    b: () => togglePanel("bookmarks"),
    d: toggleReminders,
    j: toggleActivity,
    s: focusSidebar,
  }[key];
}

function focusFind() {
  const field = document.getElementById("find");
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

function focusSidebar() {
  const row = document.querySelector('.row-link[tabindex="0"]');
  if (row instanceof HTMLElement) row.focus();
  else state.set({ sheet: true });
}
