import { nothing } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { problemsOf } from "../core/job-view.js";
import { Paces } from "../core/paces.js";
import { coalesce } from "../core/schedule.js";
import { activity, changedLinks, library, sentence } from "../data/library.js";
import { learnSentences, problemLinks, sentences } from "../data/problems.js";
import { preferences } from "../data/settings.js";
import { activityPanel } from "../ui/activity-panel.js";
import { ProblemList } from "../ui/problem-list.js";
import * as actions from "./manager-actions.js";
import * as jobs from "./manager-jobs.js";
import { say } from "./manager-say.js";
import { toggleActivity } from "./manager-slot.js";
import { state } from "./manager-state.js";

/** @import {Job} from '../../wasm/urlink.js' */

/** The links of a problem are asked for anew no more often than this, in milliseconds. */
const BEAT = 1000;

/** The pace of jobs is looked at so often at least, in milliseconds. */
const PACE = 2000;

/** The activity panel of the manager: what it shows, and which links of a problem are open in it. */
export class ActivityPanel {
  #paces = new Paces();
  #list;
  #redraw;
  /** What of the panel had the focus before this drawing. @type {HTMLElement | undefined} */
  #focused;
  /** @type {{ job: string, code: string, count: number, source: ReturnType<typeof problemLinks> } | undefined} */
  #opened;
  #renew = coalesce(
    () => this.#opened?.source.renew(),
    (later) => setTimeout(later, BEAT),
  );

  /** Also where nothing moves, the pace is another after a while. */
  #again = coalesce(
    () => this.#redraw(),
    (later) => setTimeout(later, PACE),
  );

  /** @param {() => void} redraw  Asks for a new drawing; never draws at once. */
  constructor(redraw) {
    this.#redraw = redraw;
    this.#list = new ProblemList(redraw);
  }

  /** The jobs as they are shown: without those that are about to be cleared. */
  get jobs() {
    const { clearing } = state.get();
    return activity.get().jobs.filter(({ id }) => !clearing.includes(id));
  }

  label() {
    return t("activity");
  }

  /** Takes up what has changed of the jobs. */
  look() {
    this.#paces.look(activity.get().jobs, performance.now());
    if (this.#paces.any) this.#again();
    const opened = this.#opened;
    if (!opened) return;
    const job = this.jobs.find(({ id }) => id === opened.job);
    const count = countOf(job, opened.code);
    if (count === 0) this.#close();
    else if (count !== opened.count) {
      opened.count = count;
      this.#renew();
    }
  }

  /** @param {string[]} keys  Of the storage, that changed. */
  async linksChanged(keys) {
    await this.#opened?.source.links.refresh(changedLinks(keys));
  }

  /** @param {string} said  What a screen reader hears of it. */
  template(said) {
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    this.#focused = active?.closest("[aria-labelledby=activity-title]") ? active : undefined;
    void learnSentences(preferences.get().language);
    return activityPanel(
      { jobs: this.jobs, said, contextOf: (job) => this.#contextOf(job) },
      {
        pause: jobs.pause,
        resume: jobs.resume,
        stop: jobs.stop,
        retry: jobs.retry,
        toggle: (job, code) => this.#toggle(job, code),
        report: actions.openReport,
        clear: (job) => jobs.clear([job.id]),
        clearAll: () => jobs.clearAll(this.jobs),
        close: toggleActivity,
        scrolled: this.#redraw,
      },
    );
  }

  /** To be called after each drawing. */
  drawn() {
    if (this.#opened) {
      this.#list.drawn();
      this.#opened.source.links.want(this.#list.range);
    }
    if (this.#focused && document.activeElement === document.body) this.#giveFocusBack();
  }

  /** The card of a job that ends goes elsewhere, and some of its buttons go for good. */
  #giveFocusBack() {
    const title = document.getElementById("activity-title");
    const focused = this.#focused?.isConnected ? this.#focused : title;
    focused?.focus({ preventScroll: true });
  }

  /** @param {Job} job */
  #contextOf(job) {
    const found = library.get().categories?.categories.find(({ id }) => id === job.category);
    const opened = this.#opened?.job === job.id ? this.#opened : undefined;
    return {
      place: found?.name ?? t("unsorted"),
      speed: this.#paces.of(job.id),
      now: Date.now(),
      sentences: sentences.get().byCode,
      opened: opened?.code,
      links: () => (opened ? this.#links(job, opened.code, opened.source.links) : nothing),
    };
  }

  /**
   * @param {Job} job
   * @param {string} code
   * @param {ReturnType<typeof problemLinks>['links']} links
   */
  #links(job, code, links) {
    return this.#list.template({
      label: sentences.get().byCode.get(code)?.message ?? "",
      total: links.total,
      at: (index) => links.at(index),
      retry: (link) => jobs.retryLink(job, link),
    });
  }

  /**
   * @param {Job} job
   * @param {string} code
   */
  #toggle(job, code) {
    const same = this.#opened?.job === job.id && this.#opened.code === code;
    this.#close();
    if (!same) {
      const source = problemLinks(job.id, code, (error) => {
        if (error !== undefined) say("problem", sentence(error));
        this.#redraw();
      });
      this.#opened = { job: job.id, code, count: countOf(job, code), source };
      source.links.show({ category: code }, preferences.get().language);
    }
    this.#redraw();
  }

  #close() {
    this.#opened = undefined;
    this.#list.reset();
  }
}

/**
 * @param {Job | undefined} job
 * @param {string} code
 */
function countOf(job, code) {
  if (!job) return 0;
  return problemsOf(job).find((problem) => problem.code === code)?.count ?? 0;
}
