/** Wakes the worker when a reminder rings. */
const NAME = "reminder";

/**
 * Sets the alarm, unless it is as it is to be: one that is set anew at each start might never ring.
 * @param {(set: number | undefined) => number | undefined} timeOf  When it is to ring, in epoch milliseconds, where it
 *   is set for `set`.
 */
export async function keepReminderAlarm(timeOf) {
  const set = (await chrome.alarms.get(NAME))?.scheduledTime;
  const when = timeOf(set);
  if (when === set) return;
  if (when === undefined) await chrome.alarms.clear(NAME);
  else await chrome.alarms.create(NAME, { when });
}

/** @param {() => void} callback */
export function onReminderAlarm(callback) {
  chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) callback();
  });
}
