import { keepAlive } from "../platform/keep-alive.js";
import { listenForErrors, stopListening } from "../platform/network-report.js";
import { clearResumeAlarm, setResumeAlarm } from "../platform/resume-alarm.js";
import { openCore } from "./core.js";

/** @type {Promise<void> | undefined} */
let running;

/** Goes on with whatever there is to read, until nothing is left. Calls while it runs share it. */
export function resumeJobs() {
  running ??= keepAlive(run())
    // Nothing is lost: the alarm, or the next event, tries again.
    .catch((error) => console.error(error))
    .finally(() => {
      running = undefined;
    });
}

async function run() {
  const core = await openCore();
  if (!(await core.hasWork())) {
    await clearResumeAlarm();
    return;
  }
  await setResumeAlarm();
  listenForErrors();
  try {
    // A job that was accepted while the last one ended is found by asking once more.
    do await core.runJobs();
    while (await core.hasWork());
    await clearResumeAlarm();
  } finally {
    stopListening();
  }
}
