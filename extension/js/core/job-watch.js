import { moodOf } from "./job-view.js";
import { progressOf, Speed } from "./progress.js";

/** @import {Job} from '../../wasm/urlink.js' */

/** Follows the jobs of a library and says what of them is worth a strip on the page. */
export class JobWatch {
  /** Jobs that ran before the user's eyes: their results are told. @type {Set<string>} */
  #seen = new Set();
  /** @type {Set<string>} */
  #dismissed = new Set();
  #opened;
  #speed = new Speed();

  /** @param {number} opened  When the page was opened: what began later is news to it. */
  constructor(opened) {
    this.#opened = opened;
  }

  /** @param {string} job */
  dismiss(job) {
    this.#dismissed.add(job);
  }

  /**
   * @param {Job[]} jobs  Newest first.
   * @param {number} time  Of a steady clock, in milliseconds.
   */
  look(jobs, time) {
    const underWay = jobs.filter(({ state }) => state === "running" || state === "paused");
    for (const { id } of underWay) this.#seen.add(id);
    const sum = progressOf(underWay);
    const dues = underWay.flatMap(({ due }) => due ?? []);
    if (sum.total > 1 || dues.length > 0) {
      const moods = underWay.map(moodOf);
      const held = moods.includes("reading") ? undefined : graver(moods);
      const until = held === "later" ? Math.min(...dues) : undefined;
      return {
        running: { ...sum, held, until, speed: this.#speed.add(sum.done, time) },
        finished: undefined,
      };
    }
    this.#speed = new Speed();
    const finished = jobs.find((job) => this.#isNews(job));
    return { running: undefined, finished };
  }

  /** @param {Job} job */
  #isNews(job) {
    const known = this.#seen.has(job.id) || job.created >= this.#opened;
    return job.state === "done" && job.lines > 1 && known && !this.#dismissed.has(job.id);
  }
}

/**
 * Of what holds several jobs, what a person should know first.
 * @param {import('./job-view.js').Mood[]} moods
 * @returns {'full' | 'offline' | 'later' | 'held'}
 */
function graver(moods) {
  if (moods.includes("full")) return "full";
  if (moods.includes("offline")) return "offline";
  return moods.includes("later") ? "later" : "held";
}
