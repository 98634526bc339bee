/**
 * Looks whether the clock on the wall follows another rule than at the last look: another time zone.
 * @param {() => string} zone  The name of the one that there is.
 */
export function zoneWatch(zone) {
  let last = zone();
  return () => {
    const before = last;
    last = zone();
    return last !== before;
  };
}

/** The time zone that there is. */
export function zoneName() {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
