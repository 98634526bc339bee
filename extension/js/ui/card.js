import { html, nothing } from "../../vendor/lit/lit-html.js";
import { currentLanguage, t } from "../core/i18n.js";
import { initial, languageOf, repeats } from "../core/text.js";
import { age, moment } from "../core/time.js";
import { again } from "./again.js";
import { cardImage } from "./cover.js";
import { icon } from "./icons.js";
import { lateSource } from "./late-source.js";

/** @import {LinkState, LinkView} from '../../wasm/urlink.js' */
/** @import {IconName} from './icons.js' */

/**
 * Where the kept copies of pictures come from.
 * @typedef {(kind: 'card' | 'icon', url: string, page: string) => Promise<string | null>} PictureOf
 */

/**
 * @typedef {object} CardContext
 * @property {number} index  Its place in the grid, from 0.
 * @property {boolean} tabbable
 * @property {boolean} settled  It became whole before the user's eyes.
 * @property {number} now
 * @property {PictureOf} pictureOf
 * @property {(link: LinkView) => void} retry  Reads its page anew.
 */

/** @type {Record<Exclude<LinkState, 'saved'>, IconName>} */
const ICONS = { waiting: "waiting", partial: "partial", failed: "problem", blocked: "blocked" };

/**
 * A link as a card: a row of the grid, with one cell.
 * @param {LinkView} link
 * @param {CardContext} context
 */
export function card(link, { index, tabbable, settled, now, pictureOf, retry }) {
  const language = currentLanguage();
  const spoken = languageOf(link.title, link.page?.language);
  return html`<div
    class="card ${link.state} ${settled ? "settled" : ""}"
    role="row"
    tabindex="-1"
    aria-rowindex=${index + 1}
    data-index=${index}
  >
    <div class="cell" role="gridcell">
      ${cardImage(link, pictureOf)}
      <div class="card-body">
        <p class="where">
          <span class="site-icon" aria-hidden="true">
            <span>${initial(link.host, link.title)}</span>
            ${
              link.icon
                ? html`<img alt="" ${lateSource(link.icon, () => pictureOf("icon", link.icon ?? "", link.url))} />`
                : nothing
            }
          </span>
          <span class="host">${link.host}</span>
          <time datetime=${new Date(link.created).toISOString()} title=${moment(link.created, language)}>
            ${age(link.created, now, language)}
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
            >${link.title}</a
          >
        </h2>
        ${below(link, spoken, tabbable, retry)}
      </div>
    </div>
  </div>`;
}

/**
 * @param {LinkView} link
 * @param {string | undefined} spoken
 * @param {boolean} tabbable
 * @param {(link: LinkView) => void} retry
 */
function below(link, spoken, tabbable, retry) {
  const said = link.memo || link.description || "";
  const description = repeats(said, link.title) ? "" : said;
  if (link.state === "waiting" && !link.problem) {
    return html`<p class="state">${icon("waiting")}<span>${t("state_waiting")}</span></p>`;
  }
  return html`${description ? html`<p class="description" lang=${spoken ?? nothing}>${description}</p>` : nothing}
  ${
    link.state !== "saved" && link.problem
      ? html`<div class="state">
          ${icon(ICONS[link.state])}<span title=${link.problem.message}>${link.problem.message}</span>
          ${again(link, retry, { tabbable })}
        </div>`
      : nothing
  }`;
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
