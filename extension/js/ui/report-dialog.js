import { html, nothing } from "../../vendor/lit/lit-html.js";
import { number, t } from "../core/i18n.js";
import { groupsOf } from "../core/report-groups.js";
import { dialog } from "./dialog.js";
import { icon } from "./icons.js";

/** @import {ReportEntry, SaveReport} from '../../wasm/urlink.js' */
/** @import {Groups} from '../core/report-groups.js' */
/** @import {IconName} from './icons.js' */

/** How many lines of a group are shown at first, and added by each "more". */
export const REPORT_STEP = 200;

/**
 * The groups in the order of what a person should look at first.
 * @type {{ list: keyof Groups, icon: IconName }[]}
 */
const GROUPS = [
  { list: "failed", icon: "problem" },
  { list: "blocked", icon: "blocked" },
  { list: "partial", icon: "partial" },
  { list: "skipped", icon: "close" },
  { list: "duplicates", icon: "tabs" },
];

/** @param {Groups} groups */
function titles({ failed, blocked, partial, skipped, duplicates }) {
  return {
    failed: t("group_failed", { count: failed.length }),
    blocked: t("group_blocked", { count: blocked.length }),
    partial: t("group_partial", { count: partial.length }),
    skipped: t("group_skipped", { count: skipped.length }),
    duplicates: t("group_duplicates", { count: duplicates.length }),
  };
}

/**
 * What became of the lines of a job that are not simply saved.
 * @param {{ report: SaveReport | undefined, shown: number }} state  `shown`: lines of each group.
 * @param {{ more: () => void, close: () => void }} actions
 */
export function reportDialog({ report, shown }, { more, close }) {
  const body = html`<div class="dialog-body report" tabindex="0" role="region" aria-labelledby="report-dialog-title">
    ${report ? whole(report, shown, more) : html`<p class="hint">${t("loading")}</p>`}
  </div>`;
  return dialog({ name: "report-dialog", title: t("report_title"), body, close });
}

/**
 * @param {SaveReport} report
 * @param {number} shown
 * @param {() => void} more
 */
function whole(report, shown, more) {
  const groups = groupsOf(report);
  const names = titles(groups);
  const { length: saved } = report.saved;
  return html`${saved > 0 ? html`<p class="report-saved">${icon("check")}<span>${t("group_saved", { count: saved })}</span></p>` : nothing}
    ${GROUPS.filter(({ list }) => groups[list].length > 0).map(
      ({ list, icon: name }) => html`<section class="report-group ${list}">
        <h3>${icon(name)}<span>${names[list]}</span></h3>
        <ol>
          ${groups[list].slice(0, shown).map(entry)}
        </ol>
        ${
          groups[list].length > shown
            ? html`<button type="button" class="button" @click=${more}>
                ${t("more", { count: groups[list].length - shown })}
              </button>`
            : nothing
        }
      </section>`,
    )}`;
}

/** @param {ReportEntry} line */
function entry({ line, input, message }) {
  return html`<li class="report-entry">
    <span class="line">${number(line + 1)}</span>
    <div>
      <p class="input" title=${input.slice(0, 2000)}>${input.trim() ? input.slice(0, 300) : t("blank_line")}</p>
      ${message ? html`<p class="hint">${message}</p>` : nothing}
    </div>
  </li>`;
}
