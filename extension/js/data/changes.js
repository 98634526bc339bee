import { coalesce } from "../core/schedule.js";
import { onChanged } from "../platform/storage.js";

/** How far apart questions are at least: a bulk save writes several times a second. */
const BEAT = 60;

/**
 * Calls `refresh` with the storage keys that changed and that concern it: at once where all was
 * quiet, else gathered over a beat.
 * @param {(key: string) => boolean} concerns
 * @param {(keys: string[]) => unknown} refresh
 */
export function follow(concerns, refresh) {
  /** @type {Set<string>} */
  let gathered = new Set();
  let next = 0;
  const run = coalesce(
    () => {
      const keys = [...gathered];
      gathered = new Set();
      next = performance.now() + BEAT;
      return refresh(keys);
    },
    (later) => setTimeout(later, next - performance.now()),
  );
  onChanged((keys) => {
    const before = gathered.size;
    for (const key of keys) if (concerns(key)) gathered.add(key);
    if (gathered.size > before) run();
  });
}
