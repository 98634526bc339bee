import { currentLanguage } from "../core/i18n.js";
import { noticeFor, noticeOf, reminderOf, SEVERAL } from "../core/reminder-notice.js";
import { coalesce } from "../core/schedule.js";
import { keptPicture } from "../data/picture-cache.js";
import { browserLanguage } from "../platform/i18n.js";
import { openPage } from "../platform/new-tabs.js";
import { notify, onNotice, shownNotices, takeAway } from "../platform/notifications.js";
import { keepReminderAlarm } from "../platform/reminder-alarm.js";
import { onChanged } from "../platform/storage.js";
import { openManager } from "../platform/tabs.js";
import { openCore } from "./core.js";
import { fetchPicture } from "./pictures.js";
import { speak } from "./speech.js";

/** @import {ReminderView} from '../../wasm/urlink.js' */

/** Changes of the library are gathered so long. */
const BEAT = 500;

/** A reminder waits no longer for its icon. */
const PATIENCE = 2_000;

/** @type {Promise<void>} */
let ringing = Promise.resolve();

/** Rings what is due, tells of it, and sees to the alarm: at each start, by the alarm, and after each change. */
export function ringReminders() {
  ringing = ringing.then(ring).catch((error) => {
    // What has not rung is due at the next start, or by the alarm.
    console.error(error);
  });
  return ringing;
}

async function ring() {
  const core = await openCore();
  try {
    const rung = await core.ringReminders();
    if (rung.length > 0) {
      await tell(rung);
      await core.toldReminders(rung.map(({ id }) => id));
    }
    await tidy();
  } finally {
    await keepAlarm();
  }
}

/** Sees to the alarm of what rings next. */
export async function keepAlarm() {
  const core = await openCore();
  await keepReminderAlarm(core.reminderAlarm);
}

/** @param {ReminderView[]} rung */
async function tell(rung) {
  const core = await openCore();
  await speak(core.getSettings().language ?? browserLanguage());
  const [first] = rung;
  const icon = rung.length === 1 && first ? await iconOf(first) : undefined;
  const notice = noticeFor(rung, { now: Date.now(), language: currentLanguage(), icon });
  // That it cannot be shown must not keep it from the panel and the badge.
  await notify(notice).catch(console.error);
}

/**
 * The site's icon as the cards have it, as an address that a notification can show.
 * @param {ReminderView} reminder
 * @returns {Promise<string | undefined>}
 */
async function iconOf({ icon, url }) {
  if (!icon || icon.startsWith("data:")) return icon;
  /** @type {Promise<false>} */
  const tooLate = new Promise((resolve) => setTimeout(() => resolve(false), PATIENCE));
  const kept = await Promise.race([fetchPicture("icon", icon, url), tooLate]).catch(() => false);
  const picture = kept && (await keptPicture("icon", icon));
  if (!picture) return undefined;
  const bytes = new Uint8Array(await picture.arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `data:${picture.type};base64,${btoa(text)}`;
}

/** Takes the notices away of what was read, dismissed, put off or deleted elsewhere. */
async function tidy() {
  const shown = await shownNotices();
  if (shown.length === 0) return;
  const { rang } = await (await openCore()).listReminders(undefined);
  const unread = rang.filter((one) => !one.rang?.read);
  const wanted = new Set(unread.map(({ id }) => noticeOf(id)));
  if (unread.length > 0) wanted.add(SEVERAL);
  await Promise.all(shown.filter((id) => !wanted.has(id)).map(takeAway));
}

/**
 * Somebody pressed a notice, or one of its buttons.
 * @param {string} notice
 * @param {number} [button]
 */
async function pressed(notice, button = 0) {
  const core = await openCore();
  const id = reminderOf(notice);
  if (id === undefined) await openManager("#panel=reminders");
  else if (button > 0) await core.retimeReminder(id, { preset: "ten-minutes" }, true);
  else {
    const { rang } = await core.listReminders(undefined);
    const href = rang.find((one) => one.id === id)?.href;
    if (href) await openPage(href);
    else await openManager("#panel=reminders");
    await core.readReminders([id]);
  }
  await takeAway(notice);
}

/** Follows what is pressed, and what changes of the reminders and their links. */
export function followReminders() {
  onNotice((notice, button) => void pressed(notice, button).catch(console.error));
  const later = coalesce(ringReminders, (run) => setTimeout(run, BEAT));
  onChanged((keys) => {
    // The counts are written whenever links go to the trash, or come back.
    if (keys.some((key) => key.startsWith("r:") || key === "c:categories")) later();
  });
}
