import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { dialog } from "./dialog.js";
import { tagField } from "./tag-field.js";

/**
 * The tags of links: those that are added go to each of them, those that are taken away leave all of them.
 * @param {{ count: number, tags: string[], known: string[] }} state
 * @param {{ change: (tags: string[]) => void, keep: () => void, close: () => void }} actions
 */
export function tagDialog({ count, tags, known }, { change, keep, close }) {
  const go = (/** @type {Event} */ event) => {
    keep();
    /** @type {HTMLElement} */ (event.target).closest("dialog")?.close();
  };
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    const field = /** @type {HTMLElement} */ (event.target);
    if (event.key !== "Enter" || event.isComposing || event.defaultPrevented) return;
    if (field.localName === "input") go(event);
  };
  const body = html`<div class="dialog-body" @keydown=${keydown}>
      ${tagField({ name: "many", tags, known, label: t("tags"), first: true }, change)}
      <p class="hint">${t("tag_hint")}</p>
    </div>
    <footer class="dialog-foot confirm-foot">
      <button type="button" class="button primary" @click=${go}>${t("keep")}</button>
    </footer>`;
  return dialog({ name: "tag-dialog", title: t("tag_title", { count }), body, close, kept: true });
}
