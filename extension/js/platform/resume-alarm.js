/** Wakes the worker while work remains, should Chrome stop it midway. */
const NAME = "resume";

/** The shortest period that Chrome keeps to. */
const PERIOD_IN_MINUTES = 0.5;

/**
 * A blind re-creation would start the period anew each time, and the alarm might never ring.
 * @param {number} [when] the first time, in epoch milliseconds; absent: soon
 */
export async function setResumeAlarm(when) {
  const soon = Date.now() + PERIOD_IN_MINUTES * 60_000;
  const alarm = await chrome.alarms.get(NAME);
  if (when === undefined && alarm && alarm.scheduledTime <= soon) return;
  const first = Math.max(when ?? soon, soon);
  await chrome.alarms.create(NAME, { when: first, periodInMinutes: PERIOD_IN_MINUTES });
}

export async function clearResumeAlarm() {
  await chrome.alarms.clear(NAME);
}

/** @param {() => void} callback */
export function onResumeAlarm(callback) {
  chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) callback();
  });
}
