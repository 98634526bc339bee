import { html, nothing } from "../../vendor/lit/lit-html.js";
import { currentLanguage, number, t } from "../core/i18n.js";
import { clock } from "../core/time.js";
import { cssVars } from "./css-vars.js";
import { icon } from "./icons.js";

/** @import {Job} from '../../wasm/urlink.js' */

/**
 * @typedef {object} Running
 * @property {number} total
 * @property {number} done
 * @property {number} short  Links whose pages could not be read whole.
 * @property {number | undefined} speed  Links a second.
 * @property {'held' | 'later' | 'offline' | 'full' | undefined} held  What holds all of it.
 * @property {number | undefined} until  Until when, where that is known.
 */

/**
 * How the saving goes: a slim strip while it runs, and what came of it until it is put away.
 * @param {{ running: Running | undefined, finished: Job | undefined }} state
 * @param {{ report: (job: string) => void, dismiss: (job: string) => void, details: () => void }} actions
 */
export function jobStrip({ running, finished }, actions) {
  if (running) return progressStrip(running, actions);
  if (finished) return resultStrip(finished, actions);
  return nothing;
}

/**
 * @param {Running} running
 * @param {{ details: () => void }} actions
 */
function progressStrip(running, { details }) {
  const { total, done, short, speed, held } = running;
  return html`<section class="strip" aria-label=${t("saving_now")}>
    <p class="strip-text">
      ${held ? icon(held === "full" ? "storage" : "waiting") : icon("reading", "spin")}
      <strong>${held ? heldText(running) : t("reading_pages")}</strong>
      <span class="count">${t("done_of", { done, total })}</span>
      ${speed && speed >= 0.5 ? html`<span class="count speed">${t("a_second", { count: Math.round(speed) })}</span>` : nothing}
      ${short > 0 ? html`<span class="count short">${t("fell_short", { count: short })}</span>` : nothing}
    </p>
    <button type="button" class="button quiet" @click=${details}>${t("details")}</button>
    ${progressBar(running)}
  </section>`;
}

/**
 * A line at the foot of what it stands in.
 * @param {Running} running
 */
export function progressBar({ total, done }) {
  return html`<div
    class="bar"
    role="progressbar"
    aria-label=${t("reading_pages")}
    aria-valuemin="0"
    aria-valuemax=${total}
    aria-valuenow=${done}
    ${cssVars({ "--part": (total === 0 ? 0 : done / total).toFixed(4) })}
  ></div>`;
}

/**
 * What holds the jobs, in a sentence.
 * @param {Running} running
 */
export function heldText({ held, until = 0 }) {
  if (held === "later") {
    return t("strip_later", { time: clock(until, Date.now(), currentLanguage()) });
  }
  if (held === "offline") return t("reading_paused");
  return held === "full" ? t("strip_full") : t("strip_held");
}

/**
 * @param {Job} job
 * @param {{ report: (job: string) => void, dismiss: (job: string) => void }} actions
 */
function resultStrip(job, { report, dismiss }) {
  const short = job.counts.partial + job.counts.failed + job.counts.blocked;
  const aside = [
    short > 0 ? t("fell_short", { count: short }) : "",
    job.duplicates > 0 ? t("were_duplicates", { count: job.duplicates }) : "",
    job.rejected > 0 ? t("were_rejected", { count: job.rejected }) : "",
  ].filter(Boolean);
  return html`<section class="strip finished" aria-label=${t("result")}>
    <p class="strip-text">
      ${icon("check")}
      <strong>${t("job_saved", { count: job.total })}</strong>
      ${aside.map((text) => html`<span class="count">${text}</span>`)}
    </p>
    ${
      aside.length > 0
        ? html`<button type="button" class="button quiet" @click=${() => report(job.id)}>${t("see_lines")}</button>`
        : nothing
    }
    <button type="button" class="icon-button" aria-label=${t("close")} @click=${() => dismiss(job.id)}>
      ${icon("close")}
    </button>
  </section>`;
}

/**
 * What a screen reader hears of it: the beginning, each tenth, and the end, not every link.
 * @param {{ running: Running | undefined, finished: Job | undefined }} state
 */
export function jobAnnouncement({ running, finished }) {
  if (running && running.total > 0) {
    const tenth = Math.floor((running.done / running.total) * 10) * 10;
    return t("announce_progress", { percent: number(tenth), total: running.total });
  }
  return finished ? t("job_saved", { count: finished.total }) : "";
}
