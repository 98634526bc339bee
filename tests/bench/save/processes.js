import { readdir, readFile } from "node:fs/promises";

/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock. */
const TICKS_PER_SECOND = 100;

/** Where the fields of `/proc/PID/stat` stand behind the name, which may hold anything. */
const FIELDS = { parent: 1, user: 11, system: 12 };

/** @typedef {{parent: number, seconds: number}} Stat */

/**
 * @param {string} text `/proc/PID/stat`
 * @returns {Stat}
 */
export function readStat(text) {
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ticks = Number(fields[FIELDS.user]) + Number(fields[FIELDS.system]);
  return { parent: Number(fields[FIELDS.parent]), seconds: ticks / TICKS_PER_SECOND };
}

/**
 * A process and all that it started, and theirs.
 * @param {Map<number, Stat>} stats
 * @param {number} root
 */
export function familyOf(stats, root) {
  const family = new Set([root]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const [id, { parent }] of stats) if (family.has(parent)) family.add(id);
  }
  return family;
}

/**
 * Processor seconds that a process and its family have used: user and system. None where the
 * system has no `/proc`.
 * @param {number | undefined} root
 * @returns {Promise<number | undefined>}
 */
export async function cpuOf(root) {
  const stats = await readStats();
  if (root === undefined || !stats.has(root)) return undefined;
  let seconds = 0;
  for (const id of familyOf(stats, root)) seconds += stats.get(id)?.seconds ?? 0;
  return seconds;
}

/**
 * A process and all that it started, and theirs.
 * @param {number} root
 */
export const familyIds = async (root) => familyOf(await readStats(), root);

async function readStats() {
  /** @type {Map<number, Stat>} */
  const stats = new Map();
  for (const id of await processIds()) {
    // It may have ended by now.
    const text = await readFile(`/proc/${id}/stat`, "utf8").catch(() => undefined);
    if (text) stats.set(id, readStat(text));
  }
  return stats;
}

/**
 * The process that was started with an argument, and has started others with it.
 * @param {string} argument
 * @returns {Promise<number | undefined>}
 */
export async function findProcess(argument) {
  for (const id of await processIds()) {
    const line = await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "");
    if (line.includes(argument) && !line.includes("--type=")) return id;
  }
  return undefined;
}

async function processIds() {
  const names = await readdir("/proc").catch(() => []);
  return names.filter((name) => /^\d+$/.test(name)).map(Number);
}
