import { html, nothing } from "../../vendor/lit/lit-html.js";
import { currentLanguage, t } from "../core/i18n.js";
import { initial, languageOf, repeats } from "../core/text.js";
import { age, clock, moment } from "../core/time.js";
import { again } from "./again.js";
import { cardForm } from "./card-form.js";
import { cardImage } from "./cover.js";
import { icon } from "./icons.js";
import { lateSource } from "./late-source.js";
import { marked } from "./marked.js";

/** @import {LinkState, LinkView} from '../../wasm/urlink.js' */
/** @import {Editing} from './card-form.js' */
/** @import {Act} from './grid-events.js' */
/** @import {IconName} from './icons.js' */

/**
 * Where the kept copies of pictures come from.
 * @typedef {(kind: 'card' | 'icon', url: string, page: string) => Promise<string | null>} PictureOf
 */

/**
 * How a link stands just now.
 * @typedef {object} CardState
 * @property {boolean} settled  It became whole before the user's eyes.
 * @property {boolean} chosen
 * @property {string | undefined} place  Its category's name, where that is not plain.
 * @property {boolean} trashed
 * @property {Editing | undefined} editing
 */

/**
 * @typedef {object} CardContext
 * @property {number} index  Its place in the grid, from 0.
 * @property {boolean} tabbable
 * @property {number} now
 * @property {PictureOf} pictureOf
 * @property {(link: LinkView) => void} retry  Reads its page anew.
 */

/** @type {Record<Exclude<LinkState, 'saved'>, IconName>} */
const ICONS = { waiting: "waiting", partial: "partial", failed: "problem", blocked: "blocked" };

/**
 * A link as a card: a row of the grid, with one cell.
 * @param {LinkView} link
 * @param {CardState} state
 * @param {CardContext} context
 */
export function card(link, state, context) {
  const { settled, chosen, editing } = state;
  return html`<div
    class="card ${link.state} ${settled ? "settled" : ""} ${editing ? "editing" : ""}"
    role="row"
    tabindex="-1"
    draggable=${editing ? "false" : "true"}
    aria-rowindex=${context.index + 1}
    aria-selected=${chosen ? "true" : "false"}
    data-index=${context.index}
  >
    <div class="cell" role="gridcell">
      ${
        editing
          ? cardForm(link, editing)
          : html`${cardImage(link, context.pictureOf)} ${body(link, state, context)}
            ${check(link, chosen)} ${deeds(link, state, context)}`
      }
    </div>
  </div>`;
}

/**
 * @param {LinkView} link
 * @param {CardState} state
 * @param {CardContext} context
 */
function body(link, { place, trashed }, { tabbable, now, pictureOf, retry }) {
  const language = currentLanguage();
  const spoken = languageOf(link.title, link.page?.language);
  const since = (trashed && link.deleted) || link.created;
  return html`<div class="card-body ${link.memo ? "has-memo" : ""} ${link.tags.length > 0 ? "has-tags" : ""}">
    <p class="where ${place ? "placed" : ""}">
      <span class="site-icon" aria-hidden="true">
        <span>${initial(link.host, link.title)}</span>
        ${
          link.icon
            ? html`<img alt="" draggable="false" ${lateSource(link.icon, () => pictureOf("icon", link.icon ?? "", link.url))} />`
            : nothing
        }
      </span>
      <span class="site">
        <span class="host">${marked(link.host, link.matches?.host)}</span>
        ${place ? html`<span class="place-tag" title=${place}>${place}</span>` : nothing}
      </span>
      ${
        link.favourite
          ? html`<span class="heart">${icon("heart", "filled")}<span class="unseen">${t("favourite")}</span></span>`
          : nothing
      }
      ${
        link.reminder !== undefined
          ? html`<span class="card-bell" title=${t("reminds_at", { time: moment(link.reminder, language) })}
              >${icon("bell")}<span class="unseen">${t("reminder")}: </span><span class="bell-time">${clock(link.reminder, now, language)}</span></span>`
          : nothing
      }
      <time datetime=${new Date(since).toISOString()} title=${moment(since, language)}>
        ${age(since, now, language, "narrow")}
      </time>
    </p>
    <h2 class="title" title=${link.title} lang=${spoken ?? nothing}>
      <a
        class="open"
        href=${link.href ?? nothing}
        target="_blank"
        rel="noreferrer noopener"
        tabindex=${tabbable ? 0 : -1}
        role=${link.href ? nothing : "link"}
        >${marked(link.title, link.matches?.title)}</a
      >
    </h2>
    ${below(link, spoken, tabbable, trashed ? undefined : retry)}
  </div>`;
}

/**
 * @param {LinkView} link
 * @param {string | undefined} spoken
 * @param {boolean} tabbable
 * @param {((link: LinkView) => void) | undefined} retry
 */
function below(link, spoken, tabbable, retry) {
  const { memo, description = "", tags, matches, problem } = link;
  const waiting = link.state === "waiting" && !problem;
  const address = matches?.address;
  return html`${memo ? html`<p class="memo"><span class="unseen">${t("memo")}: </span>${marked(memo, matches?.memo)}</p>` : nothing}
  ${
    description && !repeats(description, link.title) && !waiting
      ? html`<p class="description" lang=${spoken ?? nothing}>${marked(description, matches?.description)}</p>`
      : nothing
  }
  ${address ? html`<p class="address" title=${link.url}>${marked(address.text, address.marks)}</p>` : nothing}
  ${
    tags.length > 0
      ? html`<ul class="tags" aria-label=${t("tags")}>
          ${tags.map((tag, at) => html`<li><button type="button" class="tag" tabindex=${tabbable ? 0 : -1} data-act="by-tag" data-tag=${tag} title=${t("by_tag", { tag })}>${marked(tag, matches?.tags?.[at])}</button></li>`)}
        </ul>`
      : nothing
  }
  ${waiting ? html`<p class="state">${icon("waiting")}<span>${t("state_waiting")}</span></p>` : nothing}
  ${
    link.state !== "saved" && problem
      ? html`<div class="state">
          ${icon(ICONS[link.state])}<span title=${problem.message}>${problem.message}</span>
          ${retry ? again(link, retry, { tabbable }) : nothing}
        </div>`
      : nothing
  }`;
}

/**
 * @param {LinkView} link
 * @param {boolean} chosen
 */
function check(link, chosen) {
  return html`<button
    type="button"
    class="check"
    role="checkbox"
    tabindex="-1"
    aria-checked=${chosen ? "true" : "false"}
    aria-label=${t("choose_link", { title: link.title })}
    data-act="choose"
  >
    ${icon("check")}
  </button>`;
}

/**
 * What can be done with it at once; the rest is in its menu.
 * @param {LinkView} link
 * @param {CardState} state
 * @param {CardContext} context
 */
function deeds(link, { trashed }, { tabbable }) {
  const tab = tabbable ? 0 : -1;
  const deed = (
    /** @type {Act} */ act,
    /** @type {IconName} */ name,
    /** @type {string} */ label,
  ) =>
    html`<button type="button" class="deed" tabindex=${tab} data-act=${act} aria-label="${label}: ${link.title}" title=${label}>
      ${icon(name)}
    </button>`;
  if (trashed) {
    return html`<div class="deeds">
      ${deed("restore", "restore", t("restore"))} ${deed("erase", "trash", t("erase"))}
    </div>`;
  }
  const label = link.favourite ? t("unfavourite") : t("make_favourite");
  return html`<div class="deeds">
    <button
      type="button"
      class="deed like"
      tabindex=${tab}
      data-act="favourite"
      aria-pressed=${link.favourite ? "true" : "false"}
      aria-label="${t("favourite")}: ${link.title}"
      title=${label}
    >
      ${icon("heart", link.favourite ? "filled" : "")}
    </button>
    ${deed("edit", "edit", t("edit"))} ${deed("copy", "link", t("copy_link"))}
    <button
      type="button"
      class="deed"
      tabindex=${tab}
      data-act="menu"
      aria-haspopup="menu"
      aria-label="${t("more")}: ${link.title}"
      title=${t("more")}
    >
      ${icon("more")}
    </button>
  </div>`;
}

/**
 * The place of a link that is not known yet.
 * @param {number} index
 */
export function placeholder(index) {
  return html`<div
    class="card unknown"
    role="row"
    tabindex="-1"
    aria-rowindex=${index + 1}
    aria-busy="true"
    data-index=${index}
  >
    <div class="cell" role="gridcell"><span class="unseen">${t("loading")}</span></div>
  </div>`;
}
