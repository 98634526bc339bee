/**
 * Where a write fails for want of room, Chrome's database goes on in a log of which it can read no more from that place
 * on: what is written behind it is there until the browser ends, and lost when it starts again. So before anything else
 * is said to be written, enough is written for the database to begin another log.
 */

const area = chrome.storage.local;

/** In the memory of the browser, as that log is in use: both end with it. Without it, this is its first worker. */
const MARK = "torn";

const PADDING = "x:padding";

/** More than the 4 MiB that the database keeps in one log. */
const ENOUGH = 5 * 1024 * 1024;

/** @type {Promise<boolean> | undefined} */
let torn;

/** Asks whether it is torn, before anybody waits to write. */
export function lookForTear() {
  torn ??= isMarked();
}

/**
 * Writes, behind nothing that is torn.
 * @param {() => Promise<void>} write
 */
export async function writeWhole(write) {
  lookForTear();
  if (await torn) await beginAnotherLog();
  try {
    await write();
  } catch (error) {
    await mark(true);
    throw error;
  }
}

async function beginAnotherLog() {
  await area.set({ [PADDING]: "-".repeat(ENOUGH) });
  // It is begun by the next write.
  await area.remove(PADDING);
  await mark(false);
}

async function isMarked() {
  const isTorn = (await chrome.storage.session.get(MARK))[MARK];
  if (isTorn === undefined) removePadding();
  return isTorn === true;
}

/** Where worker and browser were stopped between the two steps of {@link beginAnotherLog}, it is left. */
async function removePadding() {
  try {
    // It is not asked for its size: for that, Chrome would read all there is.
    const { [PADDING]: left } = await area.get(PADDING);
    if (left !== undefined) await area.remove(PADDING);
    if (!(await torn)) await mark(false);
  } catch (error) {
    // The next worker removes it.
    console.error(error);
  }
}

/** @param {boolean} isTorn */
async function mark(isTorn) {
  torn = Promise.resolve(isTorn);
  await chrome.storage.session.set({ [MARK]: isTorn });
}
