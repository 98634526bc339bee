import { t } from "../core/i18n.js";
import { isOver, NOT_ALLOWED } from "../core/job-view.js";
import { allow } from "../data/grants.js";
import { refreshJobs, sentence } from "../data/library.js";
import { send } from "../platform/messages.js";
import { say, TOAST_TIME } from "./manager-say.js";
import { state } from "./manager-state.js";

/** @import {Job, LinkSelection, LinkView} from '../../wasm/urlink.js' */

/**
 * Does something with a job; what goes wrong is said.
 * @param {() => Promise<unknown>} work
 */
async function doing(work) {
  try {
    await work();
    // What holds a job is not always in the storage.
    await refreshJobs();
  } catch (error) {
    say("problem", sentence(error));
  }
}

/** @param {Job} job */
export function pause({ id }) {
  void doing(() => send("pauseJob", id));
}

/** @param {Job} job */
export function resume({ id }) {
  void doing(() => send("resumeJob", id));
}

/** @param {Job} job */
export function stop(job) {
  void doing(async () => {
    const { counts } = await send("cancelJob", job.id);
    const undo = { label: t("undo"), run: () => resume(job) };
    say("good", t("stopped", { count: counts.waiting }), undo);
  });
}

/**
 * @param {Job} job
 * @param {string} [problem]
 */
export function retry({ id }, problem) {
  void doing(() => (problem === NOT_ALLOWED ? allow("sites") : send("retryJob", id, problem)));
}

/**
 * @param {Job} job
 * @param {LinkView} link
 */
export function retryLink({ id }, link) {
  void doing(() =>
    link.problem?.code === NOT_ALLOWED ? allow("sites") : send("retryLink", id, link.id),
  );
}

/**
 * Reads the pages of links anew.
 * @param {LinkSelection} selection
 */
export function refresh(selection) {
  void doing(async () => {
    const job = await send("refreshLinks", selection);
    const undo = { label: t("stop"), run: () => void doing(() => send("cancelJob", job.id)) };
    if (job.total > 0) say("good", t("refresh_started", { count: job.total }), undo);
    else say("problem", t("refresh_under_way"));
  });
}

/**
 * Reads a page anew. Where the browser does not let us, it is asked to: then the worker reads what it lacked.
 * @param {LinkView} link
 */
export function tryAgain(link) {
  if (link.problem?.code === NOT_ALLOWED) void doing(() => allow("sites"));
  else refresh({ links: [link.id] });
}

/** @param {Job[]} jobs */
export function clearAll(jobs) {
  clear(jobs.filter(isOver).map(({ id }) => id));
}

/**
 * Puts jobs away that are over, once there was time to think better of it. If the page is closed before, they stay.
 * @param {string[]} ids
 */
export function clear(ids) {
  state.set({ clearing: [...state.get().clearing, ...ids] });
  const show = () =>
    state.set({ clearing: state.get().clearing.filter((id) => !ids.includes(id)) });
  const timer = setTimeout(async () => {
    await doing(async () => {
      for (const id of ids) await send("clearJobs", id);
    });
    show();
  }, TOAST_TIME);
  const undo = () => {
    clearTimeout(timer);
    show();
  };
  say("good", t("cleared", { count: ids.length }), { label: t("undo"), run: undo });
}
