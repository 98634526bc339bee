import { t } from "../core/i18n.js";
import { pictureOf } from "../data/pictures.js";
import { reminders } from "../data/reminders.js";
import { preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { bell, remindersPanel } from "../ui/reminders-panel.js";
import { cancelReminder, editReminder, snoozeReminder } from "./manager-remind.js";
import { deed, doing, done } from "./manager-say.js";
import { togglePanel } from "./manager-slot.js";
import { state } from "./manager-state.js";

/** @import {RightPanel} from './manager-panels.js' */
/** @import {ReminderView} from '../../wasm/urlink.js' */

/** What rang, and what will. @type {RightPanel} */
export const remindersSlot = {
  label: () => t("reminders"),
  look: () => undefined,
  drawn: () => undefined,
  linksChanged: () => undefined,
  template() {
    const { list, problem } = reminders.get();
    const { language } = preferences.get();
    return remindersPanel(
      { list, problem, context: { now: Date.now(), language, pictureOf } },
      {
        read: ({ id }) => void doing(() => send("readReminders", [id])),
        readAll: () => void doing(() => send("readReminders")),
        snooze: snoozeReminder,
        dismiss: (one) => dismiss([one]),
        clear: () => dismiss(undefined),
        edit: editReminder,
        cancel: cancelReminder,
        close: toggleReminders,
      },
    );
  },
};

/** @param {ReminderView[] | undefined} some  undefined: all. */
function dismiss(some) {
  void deed(async () => {
    const change = await send(
      "dismissReminders",
      some?.map(({ id }) => id),
    );
    done(change, t("reminders_dismissed", { count: change.links }));
  });
}

export function toggleReminders() {
  togglePanel("reminders");
}

/** The bell, and how many are not read. */
export function remindersBell() {
  const unread = reminders.get().list?.unread ?? 0;
  return bell({ open: state.get().panel === "reminders", unread }, toggleReminders);
}
