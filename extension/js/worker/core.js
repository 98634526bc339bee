import init, * as core from "../../wasm/urlink.js";
import { enter } from "../platform/network-guard.js";
import { errorOf, wayOf } from "../platform/network-report.js";
import { libraryStore } from "../platform/storage.js";

/** @import {NetworkReport} from "../../wasm/urlink.js" */

/** @type {NetworkReport} */
const networkReport = { errorOf, wayOf, enter: (zone) => enter(zone, core.networkRules) };

/** @type {Promise<typeof core> | undefined} */
let opened;

/**
 * The core with the library open. A failure to open is told, and tried again by the next call.
 * @returns {Promise<typeof core>}
 */
export function openCore() {
  opened ??= open().catch((error) => {
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
