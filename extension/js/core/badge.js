import { moodOf } from "./job-view.js";
import { progressOf } from "./progress.js";
import { bellCount } from "./reminder-words.js";

/** @import {Job} from '../../wasm/urlink.js' */

/** @typedef {{ text: string, kind: 'busy' | 'held' | 'problem' | 'reminder', until?: number }} BadgeSays  `until`: nothing happens before. */

/**
 * What the toolbar says of the jobs: how far they have come, in percent, or what holds them. A single link is read
 * before anyone looks. Where nothing goes on: how many reminders are not read.
 * @param {Job[]} jobs
 * @param {number} [unread]
 * @returns {BadgeSays | undefined}
 */
export function badgeOf(jobs, unread = 0) {
  const busy = badgeOfJobs(jobs);
  return busy ?? (unread > 0 ? { text: bellCount(unread), kind: "reminder" } : undefined);
}

/**
 * @param {Job[]} jobs
 * @returns {BadgeSays | undefined}
 */
function badgeOfJobs(jobs) {
  const underWay = jobs.filter(({ state }) => state === "running" || state === "paused");
  const { total, done } = progressOf(underWay);
  const dues = underWay.flatMap(({ due }) => due ?? []);
  if (total < 2 && dues.length === 0) return undefined;
  const moods = underWay.map(moodOf);
  if (moods.includes("full")) return { text: "!", kind: "problem" };
  const text = `${Math.min(99, Math.floor((done / total) * 100))}%`;
  if (moods.includes("reading")) return { text, kind: "busy" };
  return dues.length > 0
    ? { text, kind: "held", until: Math.min(...dues) }
    : { text, kind: "held" };
}
