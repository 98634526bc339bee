/** Wakes the worker while work remains, should Chrome stop it midway. */
const NAME = "resume";

/** The shortest period that Chrome keeps to. */
const PERIOD_IN_MINUTES = 0.5;

/** A blind re-creation would start the period anew each time, and the alarm might never ring. */
export async function setResumeAlarm() {
  if (!(await chrome.alarms.get(NAME))) {
    await chrome.alarms.create(NAME, { periodInMinutes: PERIOD_IN_MINUTES });
  }
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
