import { t } from "../core/i18n.js";
import { clock } from "../core/time.js";
import { sentence } from "../data/library.js";
import { askToBeHeard, reminders } from "../data/reminders.js";
import { preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { reminderDialog } from "../ui/reminder-dialog.js";
import { doing, done, say } from "./manager-say.js";
import { state } from "./manager-state.js";

/** @import {ReminderOffer, ReminderPreset, ReminderView, Repeat} from '../../wasm/urlink.js' */

/**
 * A time is being asked for.
 * @typedef {object} Reminding
 * @property {string} link
 * @property {string} title
 * @property {'set' | 'edit' | 'snooze'} kind
 * @property {string} [reminder]
 * @property {ReminderOffer[]} offers
 * @property {string} at
 * @property {Repeat} repeat
 * @property {string | undefined} problem
 */

/**
 * Asks when to be reminded of a link.
 * @param {{ id: string, title: string }} link
 */
export function startReminding({ id, title }) {
  void ask({ link: id, title, kind: "set", repeat: "never" });
}

/** @param {ReminderView} reminder */
export function editReminder({ id, link, title, at, repeat }) {
  void ask({ link, title, kind: "edit", reminder: id, at, repeat });
}

/** @param {ReminderView} reminder */
export function snoozeReminder({ id, link, title }) {
  void ask({ link, title, kind: "snooze", reminder: id, repeat: "never" });
}

/** @param {Omit<Reminding, 'offers' | 'at' | 'problem'> & { at?: string }} asked */
async function ask(asked) {
  await doing(async () => {
    const offers = await send("reminderOffers");
    const tomorrow = offers.find(({ preset }) => preset === "tomorrow-morning")?.at ?? "";
    state.set({ reminding: { problem: undefined, at: tomorrow, ...asked, offers } });
  });
}

/** @param {ReminderView} reminder */
export function cancelReminder({ id }) {
  void doing(async () => {
    const change = await send("cancelReminders", [id]);
    done(change, t("reminder_cancelled"));
  });
}

/** @param {Reminding} reminding */
export function remindQuestion(reminding) {
  const { list, heard } = reminders.get();
  const pending = list?.pending.filter(({ link }) => link === reminding.link) ?? [];
  return reminderDialog(
    {
      ...reminding,
      reminder: reminding.reminder,
      pending,
      heard: heard !== false,
      now: Date.now(),
      language: preferences.get().language,
    },
    {
      change: (part) => patch({ ...part, problem: undefined }),
      keep: (preset) => void keep(preset),
      edit: editReminder,
      snooze: snoozeReminder,
      cancel: cancelReminder,
      close: () => state.set({ reminding: undefined }),
    },
  );
}

/** @param {Partial<Reminding>} part */
function patch(part) {
  const { reminding } = state.get();
  if (reminding) state.set({ reminding: { ...reminding, ...part } });
}

/** @param {ReminderPreset} [preset] */
async function keep(preset) {
  // As it is now: Enter may be pressed before what was typed is drawn.
  const { reminding } = state.get();
  if (!reminding) return;
  const { kind, link, reminder = "", repeat, at } = reminding;
  const wish = preset ? { preset } : { at };
  // First, as long as this is the handler of a press; refused or not, the panel and the badge will say it.
  await askToBeHeard().catch(() => undefined);
  try {
    const { due } = await {
      set: () => send("setReminder", link, { ...wish, repeat }),
      edit: () => send("editReminder", reminder, { ...wish, repeat }),
      snooze: () => send("snoozeReminder", reminder, wish),
    }[kind]();
    document.querySelector("dialog")?.close();
    const now = Date.now();
    const { language } = preferences.get();
    say("good", t("reminder_set", { time: clock(due ?? now, now, language) }));
  } catch (error) {
    patch({ problem: sentence(error) });
  }
}
