import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { dialog } from "./dialog.js";
import { placePicker } from "./place-picker.js";

/** @import {Choice} from '../core/choices.js' */
/** @import {PickerActions} from './place-picker.js' */

/**
 * Where links are to go: found or named by typing.
 * @param {{ count: number, choices: Choice[], chosen: Choice | undefined, typed: string, few: boolean, first: boolean }} state
 * @param {PickerActions & { close: () => void }} actions
 */
export function moveDialog({ count, chosen, ...picker }, { confirm, close, ...actions }) {
  const go = (/** @type {Choice} */ choice) => {
    document.querySelector("dialog")?.close();
    confirm(choice);
  };
  const body = html`<div class="dialog-body">
      ${placePicker({ chosen, ...picker }, { ...actions, confirm: go })}
    </div>
    <footer class="dialog-foot">
      <p class="hint"><kbd>↑</kbd> <kbd>↓</kbd> <kbd>↵</kbd></p>
      <button type="button" class="button primary" ?disabled=${!chosen} @click=${() => chosen && go(chosen)}>
        ${t("move")}
      </button>
    </footer>`;
  return dialog({ name: "move-dialog", title: t("move_title", { count }), body, close });
}
