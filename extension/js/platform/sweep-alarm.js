/** Wakes the worker when something has been in the trash for long. */
const NAME = "sweep";

/** @param {number} [when] in epoch milliseconds; absent: the trash is empty */
export async function setSweepAlarm(when) {
  if (when === undefined) await chrome.alarms.clear(NAME);
  else await chrome.alarms.create(NAME, { when });
}

/** @param {() => void} callback */
export function onSweepAlarm(callback) {
  chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) callback();
  });
}
