import { coalesce, restAfter } from "../core/schedule.js";
import { onChanged } from "../platform/storage.js";

/**
 * Calls `refresh` with the storage keys that changed and that concern it: at once where all was
 * quiet, else gathered over a while.
 * @param {(key: string) => boolean} concerns
 * @param {(keys: string[]) => unknown} refresh
 */
export function follow(concerns, refresh) {
  /** @type {Set<string>} */
  let gathered = new Set();
  let next = 0;
  const run = coalesce(
    async () => {
      const keys = [...gathered];
      gathered = new Set();
      const start = performance.now();
      try {
        await refresh(keys);
      } finally {
        const end = performance.now();
        next = end + restAfter(end - start);
      }
    },
    (later) => setTimeout(later, next - performance.now()),
  );
  onChanged((keys) => {
    const before = gathered.size;
    for (const key of keys) if (concerns(key)) gathered.add(key);
    if (gathered.size > before) run();
  });
}
