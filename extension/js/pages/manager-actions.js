import { sentence } from "../data/library.js";
import { preferences, changeSettings as storeSettings } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { REPORT_STEP } from "../ui/report-dialog.js";
import { say } from "./manager-say.js";
import { state } from "./manager-state.js";

/** @import {SettingsChange} from '../data/settings.js' */

/** @param {SettingsChange} change */
export async function changeSettings(change) {
  try {
    await storeSettings(change);
  } catch (error) {
    say("problem", sentence(error));
  }
}

/** @param {string} job */
export async function openReport(job) {
  state.set({ report: { report: undefined, shown: REPORT_STEP } });
  try {
    const report = await send("report", job, preferences.get().language);
    if (state.get().report) state.set({ report: { report, shown: REPORT_STEP } });
  } catch (error) {
    closeReport();
    say("problem", sentence(error));
  }
}

export function moreLines() {
  const { report } = state.get();
  if (report) state.set({ report: { ...report, shown: report.shown + 5 * REPORT_STEP } });
}

export function closeReport() {
  state.set({ report: undefined });
}

export function openShortcuts() {
  document.getElementById("settings")?.hidePopover();
  state.set({ shortcuts: true });
}

export function closeShortcuts() {
  state.set({ shortcuts: false });
}
