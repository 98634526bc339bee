import { badgeOf } from "../core/badge.js";
import { coalesce } from "../core/schedule.js";
import { showBadge } from "../platform/badge.js";
import { onChanged } from "../platform/storage.js";
import { openCore } from "./core.js";

/** The badge changes no more often than this. */
const BEAT = 500;

/** Says at the toolbar how the jobs stand now. */
export const refreshBadge = coalesce(
  async () => {
    try {
      await showBadge(badgeOf((await openCore()).listJobs()));
    } catch {
      // A library that does not open is said where links should be.
      await showBadge(undefined);
    }
  },
  (later) => setTimeout(later, BEAT),
);

/** Keeps the badge as the jobs stand. */
export function followJobs() {
  onChanged((keys) => {
    if (keys.some((key) => key.startsWith("j:"))) refreshBadge();
  });
}
