import { progress } from "./progress.js";

/** @import {Job} from '../../wasm/urlink.js' */

/**
 * How a job stands: `later` where all that is left waits for sites that want to be left alone, `held` by the user,
 * `offline` or `full` by what happened to it, `short` where it ended and not all went well.
 * @typedef {'reading' | 'later' | 'held' | 'offline' | 'full' | 'done' | 'short' | 'ended'} Mood
 */

/**
 * @param {Job} job
 * @returns {Mood}
 */
export function moodOf(job) {
  if (job.state === "running") return job.due === undefined ? "reading" : "later";
  if (job.state === "cancelled") return "ended";
  if (job.state === "done") return progress(job).short > 0 ? "short" : "done";
  if (job.hold === "offline") return "offline";
  return job.hold === "storage" ? "full" : "held";
}

/** @param {Job} job */
export function isOver({ state }) {
  return state === "done" || state === "cancelled";
}

/**
 * The problems of a job, the most frequent first; what it left unread, if it was ended, is one of them.
 * @param {Job} job
 */
export function problemsOf(job) {
  const found = [...(job.problems ?? [])].sort(
    (one, other) => other.count - one.count || (one.code < other.code ? -1 : 1),
  );
  const left = job.state === "cancelled" ? job.counts.waiting : 0;
  return left > 0 ? [{ code: UNREAD, count: left }, ...found] : found;
}

/** The code of what a job that was ended left unread. */
export const UNREAD = "cancelled";

/** The problem of links whose pages the browser does not let us read. */
export const NOT_ALLOWED = "permission";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * How long something takes still, as coarse as it is uncertain.
 * @param {number} left  How many.
 * @param {number | undefined} speed  A second.
 * @returns {{ unit: 'moment' | 'minutes' | 'hours', count: number } | undefined}
 */
export function timeLeft(left, speed) {
  if (!speed || left === 0) return undefined;
  const seconds = left / speed;
  if (seconds < MINUTE) return { unit: "moment", count: 1 };
  if (seconds < 1.5 * HOUR) return { unit: "minutes", count: Math.ceil(seconds / MINUTE) };
  return { unit: "hours", count: Math.round(seconds / HOUR) };
}
