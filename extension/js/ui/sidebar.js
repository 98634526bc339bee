import { repeat } from "../../vendor/lit/directives/repeat.js";
import { html, nothing } from "../../vendor/lit/lit-html.js";
import { number, t } from "../core/i18n.js";
import { hashOf, VIEWS } from "../core/route.js";
import { icon } from "./icons.js";
import { mark } from "./mark.js";
import { nameField } from "./name-field.js";
import { dropTarget } from "./sidebar-drop.js";
import { sidebarKeys } from "./sidebar-keys.js";
import { star } from "./star.js";

/** @import {Category, CategoryList} from '../../wasm/urlink.js' */
/** @import {IconName} from './icons.js' */
/** @import {SidebarDrop} from './sidebar-drop.js' */

/**
 * @typedef {object} SidebarState
 * @property {CategoryList | undefined} list
 * @property {string} view
 * @property {{ id?: string, problem?: string } | undefined} naming  A new category, or the one that is renamed.
 * @property {boolean} sorting  A category is being dragged.
 */

/**
 * @typedef {object} SidebarActions
 * @property {(category: Category) => void} toggleStar
 * @property {() => void} startNaming
 * @property {(name: string) => void} create
 * @property {() => void} stopNaming
 * @property {(category: Category) => void} startRenaming
 * @property {(category: Category, name: string) => void} rename
 * @property {(category: Category) => void} remove
 * @property {(category: Category, step: -1 | 1) => void} shift
 * @property {(category: Category, opener: HTMLElement) => void} menu
 * @property {SidebarDrop} drop
 */

/**
 * The views and the categories. One of its rows has the focus; the arrows move it, also onto the buttons of a row.
 * @param {SidebarState} state
 * @param {SidebarActions} actions
 */
export function sidebar({ list, view, naming, sorting }, actions) {
  const favourites = list?.categories.filter(({ favourite }) => favourite) ?? [];
  const others = list?.categories.filter(({ favourite }) => !favourite) ?? [];
  const own = VIEWS.some((one) => one === view) || list?.categories.some(({ id }) => id === view);
  const current = own ? view : "all";
  const section = (
    /** @type {boolean} */ favourite,
    /** @type {Category[]} */ categories,
    /** @type {boolean} */ alone,
  ) => html`<div class="sections">
      ${favourite || (alone && sorting) ? heading(true) : nothing}
      ${!favourite || (alone && sorting) ? heading(false) : nothing}
    </div>
    <ul>
      ${repeat(
        categories,
        ({ id }) => id,
        (category) =>
          naming?.id === category.id
            ? html`<li class="row">${renaming(category, naming.problem, actions)}</li>`
            : categoryRow(category, current, actions),
      )}
    </ul>`;
  const find = (/** @type {string | undefined} */ id) =>
    list?.categories.find((category) => category.id === id);
  return html`<nav
    class="sidebar ${sorting ? "sorting" : ""}"
    aria-label=${t("library")}
    @keydown=${sidebarKeys(find, actions)}
    @dragstart=${(/** @type {DragEvent} */ event) => {
      const row = /** @type {HTMLElement} */ (event.target).closest("[data-view]");
      const category = find(row?.getAttribute("data-view") ?? undefined);
      if (category) actions.drop.drag(category, event);
      else event.preventDefault();
    }}
    ${dropTarget(actions.drop)}
  >
    <p class="brand">${mark()}<span>urLink</span></p>
    <ul>
      ${viewRow("all", "all", t("all_links"), list?.all, current)}
      ${viewRow("unsorted", "inbox", t("unsorted"), list?.unsorted, current)}
      ${viewRow("favourites", "heart", t("favourite_links"), list?.favourites, current)}
      ${viewRow("problems", "problem", t("problems"), list?.problems, current)}
      ${viewRow("trash", "trash", t("trash"), list?.trash, current)}
    </ul>
    ${favourites.length > 0 ? section(true, favourites, others.length === 0) : nothing}
    ${
      others.length > 0 || favourites.length === 0
        ? section(false, others, favourites.length === 0)
        : nothing
    }
    ${
      list && list.categories.length === 0 && !naming
        ? html`<p class="hint teach">${t("no_categories")}</p>`
        : nothing
    }
    ${
      naming && !naming.id
        ? nameField(
            { problem: naming.problem },
            { keep: actions.create, cancel: actions.stopNaming },
          )
        : html`<button type="button" class="new-category" @click=${actions.startNaming}>
            ${icon("plus")}<span>${t("new_category")}</span>
          </button>`
    }
  </nav>`;
}

/**
 * The heading of a section, on which a category can be dropped. That of an empty section stands beside the other while
 * one is dragged, so that nothing moves under the pointer.
 * @param {boolean} favourite
 */
function heading(favourite) {
  return html`<h2 class="section" data-section=${favourite ? "favourite" : "other"}>
    ${favourite ? t("favourites") : t("categories")}
  </h2>`;
}

/**
 * @param {Category} category
 * @param {string | undefined} problem
 * @param {SidebarActions} actions
 */
function renaming(category, problem, { rename, stopNaming }) {
  const keep = (/** @type {string} */ name) => rename(category, name);
  return nameField({ name: category.name, problem }, { keep, cancel: stopNaming });
}

/**
 * @param {string} view
 * @param {IconName} iconName
 * @param {string} name
 * @param {number | undefined} count
 * @param {string} current
 */
function viewRow(view, iconName, name, count, current) {
  return html`<li class="row" data-drop-view=${view}>${rowLink(view, iconName, name, count, current)}</li>`;
}

/**
 * @param {Category} category
 * @param {string} current
 * @param {SidebarActions} actions
 */
function categoryRow(category, current, actions) {
  const { id, name, count, favourite } = category;
  const open = (/** @type {Event} */ event) =>
    actions.menu(category, /** @type {HTMLElement} */ (event.currentTarget));
  return html`<li
    class="row category ${favourite ? "favourite" : ""}"
    data-drop-view=${id}
    @dblclick=${() => actions.startRenaming(category)}
  >
    ${rowLink(id, favourite ? "star" : "folder", name, count, current, favourite ? "filled" : "")}
    <span class="row-deeds">
      ${star(category, actions.toggleStar, { tabbable: false })}
      <button
        type="button"
        class="star"
        tabindex="-1"
        aria-haspopup="menu"
        aria-label=${t("more_of", { title: name })}
        title=${t("more")}
        @click=${open}
      >
        ${icon("more")}
      </button>
    </span>
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
    data-view=${view}
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
