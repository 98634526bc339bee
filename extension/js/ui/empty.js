import { html, nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

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
  if (view === "problems")
    return scene("calm", t("empty_problems"), t("empty_problems_text"), nothing);
  if (view === "unsorted")
    return scene("calm", t("empty_unsorted"), t("empty_unsorted_text"), nothing);
  if (view === "favourites")
    return scene("calm", t("empty_favourites"), t("empty_favourites_text"), nothing);
  if (view === "trash") return scene("calm", t("empty_trash_view"), t("empty_trash_text"), nothing);
  if (view === "all") {
    const bring = html`<button type="button" class="button" @click=${bookmarks}>
      ${icon("bookmark")}<span>${t("bring_in")}</span>
    </button>`;
    const ways = html`<div class="empty-ways">${button} ${bring}</div>`;
    return scene("first", t("empty_all"), t("empty_all_text"), ways);
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
    <svg class="empty-art tinted ${kind}" viewBox="0 0 240 150" aria-hidden="true" focusable="false">
      <rect class="leaf back" x="38" y="30" width="80" height="100" rx="9" transform="rotate(-9 78 80)" />
      <rect class="leaf back" x="122" y="30" width="80" height="100" rx="9" transform="rotate(9 162 80)" />
      <rect class="leaf" x="73.500" y="13.500" width="93" height="123" rx="10" />
      <path class="picture" d="M74 24a10 10 0 0 1 10-10h72a10 10 0 0 1 10 10v50H74z" />
      <path class="text" d="M88 91h50M88 105h64M88 119h38" />
      <g class="link">
        <path d="M117 62V46a11 11 0 0 1 22 0v16" />
        <path class="u" d="M104 27v16a11 11 0 0 0 22 0V27" />
      </g>
    </svg>
    <h2>${title}</h2>
    <p>${text}</p>
    ${action}
  </div>`;
}
