import { keepAlive } from "../platform/keep-alive.js";
import { announce } from "../platform/messages.js";
import { leave } from "../platform/network-guard.js";
import { listenToRequests, stopListening } from "../platform/network-report.js";
import { clearResumeAlarm, setResumeAlarm } from "../platform/resume-alarm.js";
import { refreshBadge } from "./badge.js";
import { openCore } from "./core.js";

/** @type {Promise<void> | undefined} */
let running;

/** Whether there may be work that the run under way has not seen. */
let wanted = false;

/** Goes on with whatever there is to read, until nothing is left. Calls while it runs share it. */
export function resumeJobs() {
  wanted = true;
  running ??= keepAlive(run())
    // Nothing is lost: the alarm, or the next event, tries again.
    .catch((error) => {
      console.error(error);
      // A store that is full writes nothing that pages could follow.
      announce("jobs");
      refreshBadge();
    })
    .finally(() => {
      running = undefined;
      if (wanted) resumeJobs();
    });
}

/** Reads the pages for which the permission was missing, now that there is more of it. */
export async function readAllowed() {
  const core = await openCore();
  const jobs = await core.listJobs();
  for (const { id, counts } of jobs) if (counts.failed > 0) await core.retryJob(id, "permission");
  resumeJobs();
}

async function run() {
  try {
    const core = await openCore();
    do {
      wanted = false;
      listenToRequests();
      if (await core.hasWork()) {
        await setResumeAlarm();
        await core.runJobs();
      }
    } while (wanted);
    // What is left waits for the network, or for sites that want to be left alone.
    if (await core.hasWork()) await setResumeAlarm(core.workDue());
    else await clearResumeAlarm();
    // No key of the storage says until when.
    if (core.workDue() !== undefined) {
      announce("jobs");
      refreshBadge();
    }
  } finally {
    stopListening();
    await leave();
  }
}
