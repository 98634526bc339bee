import { t } from "../core/i18n.js";
import { preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { acceptedSummary } from "../ui/summary.js";
import { those } from "./manager-choice.js";
import { move } from "./manager-deeds.js";
import { say } from "./manager-say.js";

/** @import {Job} from '../../wasm/urlink.js' */

/** The report of a longer list takes long: of that, nothing is offered. */
const MOST_LINES = 500;

/**
 * Says what became of a list right after it was accepted, and offers to move to its category what was saved in others
 * before.
 * @param {Job} job
 * @param {string | null} category
 * @param {string} name  Of that place.
 */
export async function saySaved(job, category, name) {
  // What was saved is said all the same.
  const ids = category ? await elsewhere(job, category).catch(() => []) : [];
  const run = () => void move(those(ids), category);
  say(
    job.total > 0 || job.duplicates > 0 ? "good" : "problem",
    acceptedSummary(job, name),
    ids.length > 0 ? { label: t("move_to", { place: name }), run } : undefined,
  );
}

/**
 * Links of the job that are saved in other places than this category.
 * @param {Job} job
 * @param {string} category
 */
async function elsewhere({ id, lines, duplicates: count }, category) {
  if (count === 0 || lines > MOST_LINES) return [];
  const { duplicates } = await send("report", id, preferences.get().language);
  const others = duplicates.filter((one) => one.category !== category);
  return [...new Set(others.flatMap((one) => one.id ?? []))];
}
