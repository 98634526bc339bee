import init, * as exported from "../../wasm/urlink.js";
import { Guard, isTrap } from "../core/guarded.js";
import { notAnswered } from "../platform/messages.js";
import { enter } from "../platform/network-guard.js";
import { errorOf, wayOf } from "../platform/network-report.js";
import { libraryStore, whileReadingAhead } from "../platform/storage.js";

/** @import {NetworkReport} from "../../wasm/urlink.js" */

const guard = new Guard(fall);
const core = guard.over(exported);

/** Ends with the core: whoever wanted the answers of its requests is gone then. */
let life = new AbortController();

/** @type {NetworkReport} */
const networkReport = {
  errorOf,
  wayOf,
  enter: (zone) => enter(zone, exported.networkRules),
  get life() {
    return life.signal;
  },
};

/** @type {Promise<typeof core> | undefined} */
let opened;

/**
 * The core with the library open. A failure to open is told, and tried again by the next call.
 * @returns {Promise<typeof core>}
 */
export function openCore() {
  opened ??= whileReadingAhead(open).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** The core alone, with no library in it. */
export async function loadCore() {
  await init({ module_or_path: "/wasm/urlink_bg.wasm" });
  return core;
}

async function open() {
  await loadCore();
  await core.openLibrary(libraryStore, networkReport, navigator.language);
  return core;
}

/**
 * Puts a new core in the place of one that trapped, as if the worker had been stopped: all that was said to be safe is
 * on the disk, and what was being read counts as what may have done it.
 * @param {unknown} trap
 */
function fall(trap) {
  console.error(trap);
  exported.__wbg_reset_state();
  opened = undefined;
  life.abort();
  life = new AbortController();
  const reason = notAnswered();
  guard.giveUp(reason);
  return reason;
}

/** What the bindings say of a timer, or an answer of the browser's, that belonged to a core that is gone. */
const LEFT_OVER = /previous WASM instance/u;

// Where the core goes on by itself, nobody is there to catch what it throws.
addEventListener("error", ({ error }) => {
  if (isTrap(error)) fall(error);
});
addEventListener("unhandledrejection", (event) => {
  if (isTrap(event.reason)) fall(event.reason);
  else if (LEFT_OVER.test(event.reason?.message)) event.preventDefault();
});
