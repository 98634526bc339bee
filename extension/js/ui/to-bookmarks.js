import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { confirmDialog } from "./confirm-dialog.js";
import { icon } from "./icons.js";

/** @param {() => void} press */
export function toBookmarksButton(press) {
  return html`<button type="button" class="button small to-bookmarks" @click=${press}>
    ${icon("bookmark")}<span>${t("to_bookmarks")}</span>
  </button>`;
}

/** @param {{ go: () => void, close: () => void }} actions */
export function toBookmarksQuestion(actions) {
  const words = {
    title: t("to_bookmarks_title"),
    text: t("to_bookmarks_text"),
    go: t("to_bookmarks_go"),
  };
  return confirmDialog(words, actions);
}
