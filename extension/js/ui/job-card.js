import { repeat } from "../../vendor/lit/directives/repeat.js";
import { html, nothing } from "../../vendor/lit/lit-html.js";
import { currentLanguage, percent, t } from "../core/i18n.js";
import { isOver, moodOf, NOT_ALLOWED, problemsOf, timeLeft, UNREAD } from "../core/job-view.js";
import { progress } from "../core/progress.js";
import { age, clock, moment } from "../core/time.js";
import { cssVars } from "./css-vars.js";
import { icon } from "./icons.js";

/** @import {Job, ProblemView} from '../../wasm/urlink.js' */
/** @import {Mood} from '../core/job-view.js' */
/** @import {IconName} from './icons.js' */

/**
 * @typedef {object} JobContext
 * @property {string} place  The name of where its links went.
 * @property {number | undefined} speed  Links a second.
 * @property {number} now
 * @property {Map<string, ProblemView>} sentences
 * @property {string | undefined} opened  The code of the problem whose links are shown.
 * @property {() => unknown} links  The links of that problem.
 */

/**
 * @typedef {object} JobActions
 * @property {(job: Job) => void} pause
 * @property {(job: Job) => void} resume
 * @property {(job: Job) => void} stop
 * @property {(job: Job, problem?: string) => void} retry
 * @property {(job: Job, problem: string) => void} toggle  Shows the links of a problem, or not any more.
 * @property {(job: string) => void} report
 * @property {(job: Job) => void} clear
 */

/** @type {Record<Mood, IconName>} */
const ICONS = {
  reading: "reading",
  later: "waiting",
  held: "pause",
  offline: "offline",
  full: "storage",
  done: "check",
  short: "partial",
  ended: "stop",
};

/**
 * A job: how far it has come, what fell short, and what can be done.
 * @param {Job} job
 * @param {JobContext} context
 * @param {JobActions} actions
 */
export function jobCard(job, context, actions) {
  const mood = moodOf(job);
  const over = isOver(job);
  const language = currentLanguage();
  const title = job.refresh
    ? t("job_refresh", { count: job.total })
    : t("links", { count: job.total });
  const when = age(job.created, context.now, language);
  return html`<article class="job ${mood}" aria-labelledby="job-${job.id}">
    <header class="job-head">
      ${icon(ICONS[mood], mood === "reading" ? "spin job-icon" : "job-icon")}
      <div class="job-name">
        <h3 id="job-${job.id}">${title}</h3>
        <p class="job-about">
          <span class="job-mood">${moodName(mood)}</span>
          ${job.refresh ? nothing : html`<span class="job-place">${context.place}</span>`}
          <time datetime=${new Date(job.created).toISOString()} title=${moment(job.created, language)}>${when}</time>
        </p>
        ${over ? counts(job) : nothing}
      </div>
      <div class="job-actions">${over ? clearButton(job, title, actions) : holdButtons(job, title, mood, actions)}</div>
    </header>
    ${over ? nothing : bar(job, title, context.speed)} ${hold(job, mood, context.now, actions)} ${over ? nothing : counts(job)}
    ${problems(job, context, actions)} ${foot(job, actions)}
  </article>`;
}

/** @param {Mood} mood */
function moodName(mood) {
  const names = {
    reading: t("mood_reading"),
    later: t("mood_later"),
    held: t("mood_held"),
    offline: t("mood_offline"),
    full: t("mood_full"),
    done: t("mood_done"),
    short: t("mood_done"),
    ended: t("mood_ended"),
  };
  return names[mood];
}

/**
 * @param {Job} job
 * @param {string} title
 * @param {Mood} mood
 * @param {JobActions} actions
 */
function holdButtons(job, title, mood, { pause, resume, stop }) {
  const goes = mood === "reading" || mood === "later" || mood === "offline";
  const first = goes
    ? button("pause", t("pause"), title, () => pause(job))
    : button("play", t("go_on"), title, () => resume(job));
  return html`${first} ${button("stop", t("stop"), title, () => stop(job))}`;
}

/**
 * @param {Job} job
 * @param {string} title
 * @param {JobActions} actions
 */
function clearButton(job, title, { clear }) {
  return button("close", t("clear_job"), title, () => clear(job));
}

/**
 * @param {IconName} name
 * @param {string} label
 * @param {string} of
 * @param {() => void} click
 */
function button(name, label, of, click) {
  return html`<button type="button" class="icon-button" aria-label="${label}: ${of}" title=${label} @click=${click}>
    ${icon(name)}
  </button>`;
}

/**
 * @param {Job} job
 * @param {string} title
 * @param {number | undefined} speed
 */
function bar(job, title, speed) {
  const { total, done, short } = progress(job);
  const part = total === 0 ? 0 : done / total;
  const left = timeLeft(total - done, speed);
  return html`<div
      class="job-bar"
      role="progressbar"
      aria-label=${title}
      aria-valuemin="0"
      aria-valuemax=${total}
      aria-valuenow=${done}
      aria-valuetext=${t("done_of", { done, total })}
      ${cssVars({
        "--part": part.toFixed(4),
        "--short": (total === 0 ? 0 : short / total).toFixed(4),
      })}
    ></div>
    <p class="job-pace">
      <span class="job-percent">${percent(Math.floor(part * 100) / 100)}</span>
      ${speed && speed >= 0.5 ? html`<span>${t("a_second", { count: Math.round(speed) })}</span>` : nothing}
      ${left ? html`<span>${leftText(left)}</span>` : nothing}
    </p>`;
}

/** @param {NonNullable<ReturnType<typeof timeLeft>>} left */
function leftText({ unit, count }) {
  if (unit === "moment") return t("left_moment");
  return unit === "minutes" ? t("left_minutes", { count }) : t("left_hours", { count });
}

/**
 * What holds it, what is safe and what to do.
 * @param {Job} job
 * @param {Mood} mood
 * @param {number} now
 * @param {JobActions} actions
 */
function hold(job, mood, now, { resume }) {
  if (mood === "later") {
    const time = clock(job.due ?? now, now, currentLanguage());
    return html`<p class="job-hold">${t("hold_later", { count: job.counts.waiting, time })}</p>
      <div class="job-hold-actions">
        <button type="button" class="button small" @click=${() => resume(job)}>${icon("again")}${t("try_now")}</button>
      </div>`;
  }
  if (mood === "held") return html`<p class="job-hold">${t("hold_user")}</p>`;
  if (mood === "offline") return html`<p class="job-hold">${t("hold_offline")}</p>`;
  if (mood === "full") return html`<p class="job-hold grave">${t("hold_storage")}</p>`;
  return nothing;
}

/** @param {Job} job */
function counts({ counts: { waiting, saved, partial, failed, blocked }, state }) {
  /** @type {[string, number, string][]} */
  const all = [
    ["saved", saved, t("count_saved", { count: saved })],
    ["partial", partial, t("count_partial", { count: partial })],
    ["failed", failed, t("count_failed", { count: failed })],
    ["blocked", blocked, t("count_blocked", { count: blocked })],
    [
      "waiting",
      waiting,
      state === "cancelled"
        ? t("count_unread", { count: waiting })
        : t("count_waiting", { count: waiting }),
    ],
  ];
  const some = all.filter(([, count]) => count > 0);
  if (some.length === 0) return nothing;
  return html`<ul class="job-counts">
    ${some.map(([state, , text]) => html`<li class="count-${state}">${text}</li>`)}
  </ul>`;
}

/**
 * @param {Job} job
 * @param {JobContext} context
 * @param {JobActions} actions
 */
function problems(job, { sentences, opened, links }, actions) {
  const found = problemsOf(job);
  if (found.length === 0) return nothing;
  return html`<ul class="problems">
    ${repeat(
      found,
      ({ code }) => code,
      ({ code, count }) => {
        const sentence = sentences.get(code)?.message ?? "";
        const again = code === UNREAD ? () => actions.resume(job) : () => actions.retry(job, code);
        const what = { [UNREAD]: t("go_on"), [NOT_ALLOWED]: t("allow") }[code] ?? t("try_again");
        const open = opened === code;
        return html`<li class="problem ${open ? "expanded" : ""}">
          <div class="problem-head">
            <button
              type="button"
              class="problem-name"
              aria-expanded=${open ? "true" : "false"}
              @click=${() => actions.toggle(job, code)}
            >
              ${icon("right", "turn")}
              <span class="problem-count">${t("times", { count })}</span>
              <span class="problem-text">${sentence}</span>
            </button>
            <button type="button" class="button small" aria-label="${what}: ${sentence}" @click=${again}>
              ${what}
            </button>
          </div>
          ${open ? links() : nothing}
        </li>`;
      },
    )}
  </ul>`;
}

/**
 * @param {Job} job
 * @param {JobActions} actions
 */
function foot(job, { retry, report }) {
  const kinds = (job.problems ?? []).length;
  const notes = [
    job.duplicates > 0 ? t("were_duplicates", { count: job.duplicates }) : "",
    job.rejected > 0 ? t("were_rejected", { count: job.rejected }) : "",
  ].filter(Boolean);
  if (kinds < 2 && notes.length === 0) return nothing;
  return html`<footer class="job-foot">
    ${notes.length > 0 ? html`<p class="hint">${notes.join(" ")}</p>` : nothing}
    <div class="job-foot-actions">
      ${
        kinds > 1
          ? html`<button type="button" class="button small" @click=${() => retry(job)}>
              ${icon("again")}${t("retry_all")}
            </button>`
          : nothing
      }
      ${
        notes.length > 0
          ? html`<button type="button" class="button small quiet" @click=${() => report(job.id)}>${t("see_lines")}</button>`
          : nothing
      }
    </div>
  </footer>`;
}
