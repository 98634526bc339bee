import { html, nothing } from "../../vendor/lit/lit-html.js";
import { number, t } from "../core/i18n.js";
import { languageOf } from "../core/text.js";
import { clock, clockTime } from "../core/time.js";
import { cssVars } from "./css-vars.js";
import { favicon } from "./favicon.js";
import { icon } from "./icons.js";

/** @import {Entry, Section} from '../core/outline.js' */

/** @typedef {{ index: number, tabbable: boolean }} RowPlace */

/**
 * A heading: what is under it can be chosen at once, and put out of sight.
 * @param {{ section: Section, closed: boolean, level: number, language: string, now: number,
 *   share: 'true' | 'mixed' | 'false', count: number }} state
 * @param {RowPlace} place
 * @param {{ choose: (section: Section) => void, fold: (section: Section) => void }} actions
 */
export function sectionRow(state, { index, tabbable }, { choose, fold }) {
  const { section, closed, level, language, now, share, count } = state;
  const name = section.name(now, language);
  const press =
    (/** @type {(section: Section) => void} */ action) => (/** @type {Event} */ event) => {
      event.stopPropagation();
      action(section);
    };
  return html`<div
    class="link-row heading ${closed ? "closed" : ""}"
    role="row"
    aria-level=${level}
    aria-expanded=${closed ? "false" : "true"}
    aria-selected=${share === "true" ? "true" : "false"}
    aria-rowindex=${index + 1}
    tabindex=${tabbable ? 0 : -1}
    data-index=${index}
    ${cssVars({ "--depth": level - 1 })}
    @click=${press(fold)}
  >
    <div role="gridcell" class="link-cell">
      <span class="tick ${share}" @click=${press(choose)}>${icon(share === "mixed" ? "minus" : "check")}</span>
      <span class="heading-name">${name}</span>
      <span class="count">${number(count)}</span>
      <span class="turn">${icon("right")}</span>
    </div>
  </div>`;
}

/**
 * A link that can be chosen.
 * @param {{ entry: Entry, section: Section, level: number, language: string, now: number, chosen: boolean,
 *   savedIn: string | undefined }} state
 * @param {RowPlace} place
 * @param {{ choose: (entry: Entry, how: { range: boolean }) => void, open: (entry: Entry) => void,
 *   copy: (entry: Entry) => void, drag: (event: DragEvent, entry: Entry) => void }} actions
 */
export function linkRow(
  { entry, section, level, language, now, chosen, savedIn },
  { index, tabbable },
  actions,
) {
  const { url, host, time, visits = 0 } = entry;
  const title = entry.title || url;
  const button = (
    /** @type {import('./icons.js').IconName} */ name,
    /** @type {string} */ label,
    /** @type {(entry: Entry) => void} */ action,
  ) => html`<button
    type="button"
    class="icon-button"
    tabindex="-1"
    aria-label=${`${label}: ${title}`}
    title=${label}
    @click=${(/** @type {Event} */ event) => {
      event.stopPropagation();
      action(entry);
    }}
  >
    ${icon(name)}
  </button>`;
  return html`<div
    class="link-row ${chosen ? "chosen" : ""} ${savedIn === undefined ? "" : "saved"}"
    role="row"
    aria-level=${level}
    aria-selected=${chosen ? "true" : "false"}
    aria-rowindex=${index + 1}
    tabindex=${tabbable ? 0 : -1}
    data-index=${index}
    draggable="true"
    title=${`${title}\n${url}`}
    ${cssVars({ "--depth": level - 2 })}
    @click=${(/** @type {MouseEvent} */ event) => actions.choose(entry, { range: event.shiftKey })}
    @dblclick=${() => actions.open(entry)}
    @dragstart=${(/** @type {DragEvent} */ event) => actions.drag(event, entry)}
  >
    <div role="gridcell" class="link-cell">
      <span class="tick ${chosen}">${icon("check")}</span>
      ${favicon(url, host, title)}
      <span class="link-words">
        <span class="link-title" lang=${languageOf(title) ?? nothing}>${title}</span>
        <span class="link-about">
          <span class="link-host">${host}</span>
          ${visits > 1 ? html`<span class="link-visits">${t("visits", { count: visits })}</span>` : nothing}
          ${
            savedIn === undefined
              ? nothing
              : html`<span class="link-saved"
                  >${icon("check")}<span class="unseen">${t("in_place", { place: savedIn })}</span
                  ><span class="link-place" aria-hidden="true">${savedIn}</span></span
                >`
          }
        </span>
      </span>
    </div>
    <div role="gridcell" class="link-side">
      ${
        time === undefined
          ? nothing
          : html`<time class="count" datetime=${new Date(time).toISOString()}
              >${section.manyDays ? clock(time, now, language) : clockTime(time, language)}</time
            >`
      }
      <span class="link-actions">${button("open", t("open_link"), actions.open)} ${button("copy", t("copy_link"), actions.copy)}</span>
    </div>
  </div>`;
}
