import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { art } from "./art.js";
import { icon } from "./icons.js";
import { POPUP_KEYS } from "./kbd.js";

/**
 * What stands where links would be: what goes here, and the one thing to do.
 * @param {{ view: string, name: string, looked: boolean }} state  `looked`: something was looked for.
 * @param {{ add: () => void, all: () => void, bookmarks: () => unknown }} actions
 */
export function empty({ view, name, looked }, { add, all, bookmarks }) {
  if (looked) {
    const back = html`<button type="button" class="button" @click=${all}>${t("show_all")}</button>`;
    return scene("calm", t("empty_found"), t("empty_found_text"), back);
  }
  const button = html`<button type="button" class="button primary" @click=${add}>
    ${icon("list")}<span>${t("paste_list")}</span>
  </button>`;
  const on = html`<a class="button" href="#all">${t("see_all_links")}</a>`;
  if (view === "problems") return scene("calm", t("empty_problems"), t("empty_problems_text"), on);
  if (view === "unsorted") return scene("calm", t("empty_unsorted"), t("empty_unsorted_text"), on);
  if (view === "favourites")
    return scene("calm", t("empty_favourites"), t("empty_favourites_text"), on);
  if (view === "trash") return scene("calm", t("empty_trash_view"), t("empty_trash_text"), on);
  if (view === "all") {
    const bring = html`<button type="button" class="button" @click=${bookmarks}>
      ${icon("bookmark")}<span>${t("bring_in")}</span>
    </button>`;
    const ways = html`<div class="empty-ways">${button} ${bring}</div>`;
    return scene("first", t("empty_all"), t("empty_all_text", { keys: POPUP_KEYS }), ways);
  }
  return scene("first", t("empty_category", { name }), t("empty_category_text"), button);
}

/**
 * The library could not be read.
 * @param {string} problem
 * @param {() => void} retry
 * @param {unknown} offer what else can be done
 */
export function unreadable(problem, retry, offer) {
  const button = html`<button type="button" class="button" @click=${retry}>${t("try_again")}</button>`;
  return html`<div role="alert">${scene("calm", t("unreadable"), problem, html`${button} ${offer}`)}</div>`;
}

/**
 * @param {'first' | 'calm'} kind
 * @param {string} title
 * @param {string} text
 * @param {unknown} action
 */
function scene(kind, title, text, action) {
  return html`<div class="empty">
    ${art(kind)}
    <h2>${title}</h2>
    <p>${text}</p>
    ${action}
  </div>`;
}
