import { keepAlive } from "../platform/keep-alive.js";
import { announce, STOPPED } from "../platform/messages.js";
import { leave } from "../platform/network-guard.js";
import { listenToRequests, stopListening } from "../platform/network-report.js";
import { clearResumeAlarm, setResumeAlarm } from "../platform/resume-alarm.js";
import { refreshBadge } from "./badge.js";
import { openCore } from "./core.js";

/** @type {Promise<void> | undefined} */
let running;

/** Whether there may be work that the run under way has not seen. */
let wanted = false;

/** After a fall of the core the new one goes on so many milliseconds later. */
const REST = 250;

/** A core that falls again and again, whatever it sets aside, is left to the alarm. */
const MOST_FALLS = 100;

/** Since a run came to its end. */
let falls = 0;

/** Goes on with whatever there is to read, until nothing is left. Calls while it runs share it. */
export function resumeJobs() {
  wanted = true;
  running ??= keepAlive(run())
    // Nothing is lost: the alarm, or the next event, tries again.
    .catch(async (error) => {
      console.error(error);
      // A store that is full writes nothing that pages could follow.
      announce("jobs");
      refreshBadge();
      if (error.code !== STOPPED || falls >= MOST_FALLS) return;
      falls += 1;
      await new Promise((resolve) => setTimeout(resolve, REST));
      wanted = true;
    })
    .finally(() => {
      running = undefined;
      if (wanted) resumeJobs();
    });
}

/**
 * There is something to read.
 * @template T
 * @param {Promise<T>} changed
 */
export async function going(changed) {
  const answer = await changed;
  resumeJobs();
  return answer;
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
    falls = 0;
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
