/** @import {ReportEntry, SaveReport} from "../../wasm/urlink.js" */

/** @typedef {Omit<SaveReport, "saved" | "waiting">} Groups */

/**
 * The lines of a job that are not simply saved. What was refused before any page was asked for is no page that could
 * not be read: it was left out, as blank lines are.
 * @param {SaveReport} report
 * @returns {Groups}
 */
export function groupsOf({ failed, blocked, partial, skipped, duplicates }) {
  const kept = (/** @type {ReportEntry} */ { id }) => id !== undefined;
  const refused = [...failed, ...blocked].filter((entry) => !kept(entry));
  return {
    failed: failed.filter(kept),
    blocked: blocked.filter(kept),
    partial,
    skipped: [...skipped, ...refused].sort((one, other) => one.line - other.line),
    duplicates,
  };
}
