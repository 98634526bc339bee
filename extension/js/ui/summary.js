import { t } from "../core/i18n.js";

/** @import {Job} from '../../wasm/urlink.js' */

/**
 * What became of a list right after it was accepted, in one or a few short sentences.
 * @param {Job} job
 * @param {string} place  The name of where it went.
 */
export function acceptedSummary(job, place) {
  const sentences = [];
  if (job.total > 0) sentences.push(t("saved_to", { count: job.total, place }));
  if (job.duplicates > 0) sentences.push(t("were_duplicates", { count: job.duplicates }));
  if (job.rejected > 0) sentences.push(t("were_rejected", { count: job.rejected }));
  return sentences.length > 0 ? sentences.join(" ") : t("nothing_to_save");
}
