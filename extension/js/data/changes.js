import { coalesce } from "../core/schedule.js";
import { onChanged } from "../platform/storage.js";

/** How long to gather changes before asking again: a bulk save writes several times a second. */
const BEAT = 60;

/**
 * Calls `refresh` with the storage keys that changed and that concern it, gathered over a beat.
 * @param {(key: string) => boolean} concerns
 * @param {(keys: string[]) => unknown} refresh
 */
export function follow(concerns, refresh) {
  /** @type {Set<string>} */
  let gathered = new Set();
  const run = coalesce(
    () => {
      const keys = [...gathered];
      gathered = new Set();
      return refresh(keys);
    },
    (later) => setTimeout(later, BEAT),
  );
  onChanged((keys) => {
    const before = gathered.size;
    for (const key of keys) if (concerns(key)) gathered.add(key);
    if (gathered.size > before) run();
  });
}
