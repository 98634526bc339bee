import { repeat } from "../../vendor/lit/directives/repeat.js";
import { html, nothing } from "../../vendor/lit/lit-html.js";
import { percent, t } from "../core/i18n.js";
import { isOver } from "../core/job-view.js";
import { cssVars } from "./css-vars.js";
import { icon } from "./icons.js";
import { jobCard } from "./job-card.js";

/** @import {Job} from '../../wasm/urlink.js' */
/** @import {JobActions, JobContext} from './job-card.js' */

/**
 * What goes on, and what came of what is over.
 * @param {{ jobs: Job[], said: string, contextOf: (job: Job) => JobContext }} state  `said`: for a screen reader.
 * @param {JobActions & { close: () => void, clearAll: () => void, scrolled: () => void }} actions
 */
export function activityPanel({ jobs, said, contextOf }, actions) {
  const now = jobs.filter((job) => !isOver(job));
  const over = jobs.filter(isOver);
  // One list, heading and all: the card of a job that ends keeps its elements, and what is open in it.
  const rows = [...now, ...(over.length > 0 ? [undefined, ...over] : [])];
  return html`<section class="panel-inside" aria-labelledby="activity-title">
    <header class="panel-head">
      <h2 id="activity-title" tabindex="-1">${t("activity")}</h2>
      <button type="button" class="icon-button" aria-label=${t("close")} title=${t("close")} @click=${actions.close}>
        ${icon("close")}
      </button>
    </header>
    <p class="unseen" role="status" aria-live="polite">${said}</p>
    <div class="panel-scroll" tabindex="-1" @scroll=${{ handleEvent: actions.scrolled, passive: true }}>
      ${repeat(
        rows,
        (job) => job?.id ?? "finished",
        (job) => (job ? jobCard(job, contextOf(job), actions) : finished(actions.clearAll)),
      )}
      ${jobs.length === 0 ? nothingGoesOn() : nothing}
    </div>
  </section>`;
}

/** @param {() => void} clearAll */
function finished(clearAll) {
  return html`<div class="panel-section">
    <h3 class="section">${t("finished")}</h3>
    <button type="button" class="button small quiet" @click=${clearAll}>
      ${icon("clear")}${t("clear_finished")}
    </button>
  </div>`;
}

function nothingGoesOn() {
  return html`<div class="panel-empty">
    ${icon("activity")}
    <h3>${t("empty_activity")}</h3>
    <p>${t("empty_activity_text")}</p>
  </div>`;
}

/**
 * Opens the panel, and shows how far the jobs have come.
 * @param {{ open: boolean, part: number | undefined, held: boolean }} state  `part`: of the jobs that are not over.
 * @param {() => void} toggle
 */
export function activityButton({ open, part, held }, toggle) {
  const label = part === undefined ? t("activity") : t("activity_at", { part: percent(part) });
  return html`<button
    type="button"
    id="activity-button"
    class="icon-button activity-button ${part === undefined ? "" : "going"} ${held ? "held" : ""}"
    aria-expanded=${open ? "true" : "false"}
    aria-label=${label}
    title=${label}
    ${cssVars({ "--part": (part ?? 0).toFixed(3) })}
    @click=${toggle}
  >
    ${icon("activity")}
  </button>`;
}
