/** @import {Job} from '../../wasm/urlink.js' */

/**
 * How far a job has come, as counts.
 * @param {Job} job
 */
export function progress(job) {
  const { waiting, saved, partial, failed, blocked } = job.counts;
  return {
    total: job.total,
    done: Math.max(0, job.total - waiting),
    saved,
    short: partial + failed + blocked,
  };
}

/**
 * The sum of several jobs, as counts.
 * @param {Job[]} jobs
 */
export function progressOf(jobs) {
  const sum = { total: 0, done: 0, saved: 0, short: 0 };
  for (const job of jobs) {
    const one = progress(job);
    sum.total += one.total;
    sum.done += one.done;
    sum.saved += one.saved;
    sum.short += one.short;
  }
  return sum;
}

/** Seconds over which a speed is taken. */
const WINDOW = 5;

/** Follows a rising count and tells its speed. */
export class Speed {
  /** @type {{ time: number, done: number }[]} */
  #samples = [];

  /**
   * @param {number} done
   * @param {number} time  Milliseconds of a steady clock.
   * @returns {number | undefined} A second; not known before there is half a second to judge by.
   */
  add(done, time) {
    const last = this.#samples.at(-1);
    if (last && done < last.done) this.#samples = [];
    this.#samples.push({ time, done });
    while (this.#samples.length > 2 && time - (this.#samples[1]?.time ?? time) > WINDOW * 1000)
      this.#samples.shift();
    const first = this.#samples[0];
    if (!first || time - first.time < 500) return undefined;
    return ((done - first.done) * 1000) / (time - first.time);
  }
}
