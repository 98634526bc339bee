import { repeat } from "../../vendor/lit/directives/repeat.js";
import { html, nothing } from "../../vendor/lit/lit-html.js";
import { number, t } from "../core/i18n.js";
import { hashOf } from "../core/route.js";
import { rove } from "../core/roving.js";
import { icon } from "./icons.js";
import { mark } from "./mark.js";
import { nameField } from "./name-field.js";
import { star } from "./star.js";

/** @import {Category, CategoryList} from '../../wasm/urlink.js' */
/** @import {IconName} from './icons.js' */

/**
 * @typedef {object} SidebarState
 * @property {CategoryList | undefined} list
 * @property {string} view
 * @property {boolean} naming  A new category is being named.
 * @property {string | undefined} namingProblem
 */

/**
 * @typedef {object} SidebarActions
 * @property {(category: Category) => void} toggleStar
 * @property {() => void} startNaming
 * @property {(name: string) => void} create
 * @property {() => void} stopNaming
 */

/**
 * The views and the categories. One of its rows has the focus; the arrows move it, also onto the star of a row.
 * @param {SidebarState} state
 * @param {SidebarActions} actions
 */
export function sidebar({ list, view, naming, namingProblem }, actions) {
  const favourites = list?.categories.filter(({ favourite }) => favourite) ?? [];
  const others = list?.categories.filter(({ favourite }) => !favourite) ?? [];
  const own =
    ["all", "unsorted", "problems"].includes(view) ||
    list?.categories.some(({ id }) => id === view);
  const current = own ? view : "all";
  const section = (/** @type {string} */ title, /** @type {Category[]} */ categories) =>
    html`<h2 class="section">${title}</h2>
      <ul>
        ${repeat(
          categories,
          ({ id }) => id,
          (category) => categoryRow(category, current, actions),
        )}
      </ul>`;
  return html`<nav class="sidebar" aria-label=${t("library")} @keydown=${keydown}>
    <p class="brand">${mark()}<span>urLink</span></p>
    <ul>
      ${viewRow("all", "all", t("all_links"), list?.all, current)}
      ${viewRow("unsorted", "inbox", t("unsorted"), list?.unsorted, current)}
      ${viewRow("problems", "problem", t("problems"), list?.problems, current)}
    </ul>
    ${favourites.length > 0 ? section(t("favourites"), favourites) : nothing}
    ${others.length > 0 || favourites.length === 0 ? section(t("categories"), others) : nothing}
    ${
      list && list.categories.length === 0 && !naming
        ? html`<p class="hint teach">${t("no_categories")}</p>`
        : nothing
    }
    ${
      naming
        ? nameField(
            { problem: namingProblem },
            { create: actions.create, cancel: actions.stopNaming },
          )
        : html`<button type="button" class="new-category" @click=${actions.startNaming}>
            ${icon("plus")}<span>${t("new_category")}</span>
          </button>`
    }
  </nav>`;
}

/**
 * @param {string} view
 * @param {IconName} iconName
 * @param {string} name
 * @param {number | undefined} count
 * @param {string} current
 */
function viewRow(view, iconName, name, count, current) {
  return html`<li class="row">${rowLink(view, iconName, name, count, current)}</li>`;
}

/**
 * @param {Category} category
 * @param {string} current
 * @param {SidebarActions} actions
 */
function categoryRow(category, current, actions) {
  const { id, name, count, favourite } = category;
  return html`<li class="row category ${favourite ? "favourite" : ""}">
    ${rowLink(id, favourite ? "star" : "folder", name, count, current, favourite ? "filled" : "")}
    ${star(category, actions.toggleStar, { tabbable: false })}
  </li>`;
}

/**
 * @param {string} view
 * @param {IconName} iconName
 * @param {string} name
 * @param {number | undefined} count
 * @param {string} current
 * @param {string} [kind]  Of the icon.
 */
function rowLink(view, iconName, name, count, current, kind = "") {
  const here = view === current;
  return html`<a
    class="row-link"
    href=${hashOf(view)}
    aria-current=${here ? "page" : nothing}
    tabindex=${here ? 0 : -1}
    title=${name}
  >
    ${icon(iconName, kind)}
    <span class="name">${name}</span>
    ${
      count
        ? html`<span class="count">${number(count)}<span class="unseen"> ${t("links_unit", { count })}</span></span>`
        : nothing
    }
  </a>`;
}

/** @param {KeyboardEvent} event */
function keydown(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.closest("input") || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = target.closest(".row");
  const nav = /** @type {HTMLElement} */ (event.currentTarget);
  if (!row) return;
  const links = [.../** @type {NodeListOf<HTMLElement>} */ (nav.querySelectorAll(".row-link"))];
  const at = links.findIndex((link) => row.contains(link));
  const beside = /** @type {HTMLElement | null} */ (row.querySelector(".star"));
  if (event.key === "ArrowRight") beside?.focus();
  else if (event.key === "ArrowLeft") links[at]?.focus();
  else if (event.key.toLowerCase() === "f" && beside) beside.click();
  else {
    const next = rove(event.key, at, links.length, { page: 10 });
    if (next === undefined) return;
    links[next]?.focus();
  }
  event.preventDefault();
}
