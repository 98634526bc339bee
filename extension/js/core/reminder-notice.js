import { t } from "./i18n.js";
import { clock } from "./time.js";

/** @import {ReminderView} from '../../wasm/urlink.js' */
/** @import {Notice} from '../platform/notifications.js' */

/** The notice of several reminders. */
export const SEVERAL = "reminders";

const ONE = "reminder:";

/** So many are named; the system shows no more. */
const NAMED = 5;

/**
 * The notice of a reminder.
 * @param {string} reminder
 */
export function noticeOf(reminder) {
  return ONE + reminder;
}

/**
 * The reminder that a notice is of, if it is of one.
 * @param {string} notice
 */
export function reminderOf(notice) {
  return notice.startsWith(ONE) ? notice.slice(ONE.length) : undefined;
}

/**
 * What to say of reminders that ring.
 * @param {ReminderView[]} rung  At least one.
 * @param {{ now: number, language: string, icon?: string | undefined }} context
 * @returns {Notice}
 */
export function noticeFor(rung, { now, language, icon }) {
  const nameOf = (/** @type {ReminderView} */ one) => one.title || t("unreadable_link");
  const [first] = rung;
  if (rung.length === 1 && first) {
    return {
      id: noticeOf(first.id),
      title: t("reminder"),
      message: nameOf(first),
      ...(first.rang?.missed && { context: timeOf(first, now, language) }),
      ...(icon && { icon }),
      buttons: [t("open"), t("snooze_ten_minutes")],
    };
  }
  const named = rung.slice(0, NAMED);
  return {
    id: SEVERAL,
    title: t("reminders_ring", { count: rung.length }),
    message: named.map(nameOf).join("\n"),
    items: named.map((one) => ({ title: nameOf(one), message: timeOf(one, now, language) })),
    buttons: [t("show_reminders")],
  };
}

/**
 * When it rang, and that this was missed.
 * @param {ReminderView} reminder
 * @param {number} now
 * @param {string} language
 */
function timeOf({ rang }, now, language) {
  const time = clock(rang?.at ?? now, now, language);
  return rang?.missed ? t("reminder_missed", { time }) : time;
}
