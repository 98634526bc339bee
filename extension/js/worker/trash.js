import { forgetPictures } from "../data/picture-cache.js";
import { setSweepAlarm } from "../platform/sweep-alarm.js";
import { openCore } from "./core.js";

/** Erases what has been in the trash for long, and sees to it that this happens again in time. */
export async function sweepTrash() {
  try {
    const core = await openCore();
    await core.sweepTrash();
    await sweepLater();
  } catch (error) {
    // What is left is erased at the next start.
    console.error(error);
  }
}

/** There may be something in the trash that was not there before. */
export async function sweepLater() {
  const core = await openCore();
  await setSweepAlarm(core.trashDue());
}

/** Erases the whole library, and the pictures that were kept for its cards. */
export async function eraseEverything() {
  const core = await openCore();
  await core.eraseEverything();
  await forgetPictures();
  await sweepLater();
}
