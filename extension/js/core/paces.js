import { progress, Speed } from "./progress.js";

/** @import {Job} from '../../wasm/urlink.js' */

/** Follows jobs and tells the speed of each that goes on. */
export class Paces {
  /** @type {Map<string, Speed>} */
  #speeds = new Map();
  /** @type {Map<string, number | undefined>} */
  #now = new Map();

  /**
   * @param {Job[]} jobs
   * @param {number} time  Of a steady clock, in milliseconds.
   */
  look(jobs, time) {
    const running = jobs.filter(({ state }) => state === "running");
    const speeds = new Map();
    this.#now.clear();
    for (const job of running) {
      const speed = this.#speeds.get(job.id) ?? new Speed();
      speeds.set(job.id, speed);
      this.#now.set(job.id, speed.add(progress(job).done, time));
    }
    this.#speeds = speeds;
  }

  /** Whether anything goes on. */
  get any() {
    return this.#now.size > 0;
  }

  /**
   * Links a second; undefined where it is not known.
   * @param {string} job
   */
  of(job) {
    return this.#now.get(job);
  }
}
