import { openCore } from "./core.js";
import { keepAlarm, ringReminders } from "./reminders.js";

/** @import {Change, LinkSelection, ReminderList, ReminderOffer, ReminderSet, ReminderWish} from "../../wasm/urlink.js" */

/** When to ring. */
export const reminderHandlers = {
  /** Looks at the clock anew: that on the wall may be another. @returns {Promise<void>} */
  ringReminders,

  /** @returns {Promise<ReminderOffer[]>} */
  reminderOffers: async () => (await openCore()).reminderOffers(),

  /**
   * @param {string} [link] only its reminders
   * @returns {Promise<ReminderList>}
   */
  listReminders: async (link) => (await openCore()).listReminders(link),

  /**
   * @param {string} link
   * @param {ReminderWish} wish
   * @returns {Promise<ReminderSet>}
   */
  setReminder: async (link, wish) => timed((await openCore()).setReminder(link, wish)),

  /**
   * @param {LinkSelection} selection
   * @param {ReminderWish} wish
   * @returns {Promise<Change>}
   */
  remindLinks: async (selection, wish) => timed((await openCore()).remindLinks(selection, wish)),

  /**
   * @param {string} reminder
   * @param {ReminderWish} wish
   * @param {boolean} putOff it goes on as before then
   * @returns {Promise<ReminderSet>}
   */
  retimeReminder: async (reminder, wish, putOff) =>
    timed((await openCore()).retimeReminder(reminder, wish, putOff)),

  /**
   * @param {string[]} reminders
   * @returns {Promise<Change>}
   */
  cancelReminders: async (reminders) => (await openCore()).cancelReminders(reminders),

  /**
   * @param {string[]} [reminders] absent: all that rang
   * @returns {Promise<Change>}
   */
  dismissReminders: async (reminders) => (await openCore()).dismissReminders(reminders),

  /**
   * @param {string[]} [reminders] absent: all that rang
   * @returns {Promise<void>}
   */
  readReminders: async (reminders) => (await openCore()).readReminders(reminders),
};

/**
 * There is another time to ring: nobody is told of it before the alarm is set.
 * @template T
 * @param {Promise<T>} changed
 */
async function timed(changed) {
  const answer = await changed;
  await keepAlarm();
  return answer;
}
