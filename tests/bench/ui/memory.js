import { readFile } from "node:fs/promises";
import { familyIds } from "../save/processes.js";

/**
 * The private memory of the processes that hold the extension's worker and its pages: what Chrome's own task manager
 * counts. None where the system has no `/proc`.
 * @param {number | undefined} browser
 * @returns {Promise<number | undefined>} bytes
 */
export async function memoryOf(browser) {
  if (browser === undefined) return undefined;
  let bytes = 0;
  for (const id of await familyIds(browser)) {
    const line = await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "");
    if (!line.includes("--extension-process")) continue;
    const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
    bytes += privateBytes(status);
  }
  return bytes;
}

/** @param {string} status `/proc/PID/status` */
export function privateBytes(status) {
  let kilobytes = 0;
  for (const [, size] of status.matchAll(/^(?:RssAnon|VmSwap):\s+(\d+) kB$/gmu))
    kilobytes += Number(size);
  return kilobytes * 1024;
}
