import { t } from "../core/i18n.js";
import { clock } from "../core/time.js";
import { sentence } from "../data/library.js";
import { askToBeHeard, reminders } from "../data/reminders.js";
import { preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { reminderDialog } from "../ui/reminder-dialog.js";
import { chooseNone } from "./manager-choice.js";
import { deed, doing, done, say } from "./manager-say.js";
import { state } from "./manager-state.js";

/** @import {ReminderOffer, ReminderPreset, ReminderSet, ReminderView, ReminderWish, Repeat} from '../../wasm/urlink.js' */
/** @import {Target} from './manager-choice.js' */

/**
 * A time is being asked for.
 * @typedef {object} Reminding
 * @property {string | undefined} link  None where it is asked of several.
 * @property {Target | undefined} target  What a new one is set of.
 * @property {string} title
 * @property {'set' | 'edit' | 'snooze'} kind
 * @property {string} [reminder]
 * @property {ReminderOffer[]} offers
 * @property {string} at
 * @property {Repeat} repeat
 * @property {string | undefined} problem
 */

/**
 * Asks when to be reminded of a link, or of several at once.
 * @param {Target} target
 */
export function startReminding(target) {
  const { count, known } = target;
  const one = count === 1 ? known[0] : undefined;
  const title = one?.title ?? t("remind_of", { count });
  void ask({ link: one?.id, target, title, kind: "set", repeat: "never" });
}

/** @param {ReminderView} reminder */
export function editReminder({ id, link, title, at, repeat }) {
  void ask({ link, target: undefined, title, kind: "edit", reminder: id, at, repeat });
}

/** @param {ReminderView} reminder */
export function snoozeReminder({ id, link, title }) {
  void ask({ link, target: undefined, title, kind: "snooze", reminder: id, repeat: "never" });
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
  void deed(async () => {
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
  const { kind, reminder = "", repeat, at } = reminding;
  const wish = preset ? { preset } : { at };
  // First, as long as this is the handler of a press; refused or not, the panel and the badge will say it.
  await askToBeHeard().catch(() => undefined);
  const ways = {
    set: () => set(reminding, { ...wish, repeat }),
    edit: async () => told(await send("retimeReminder", reminder, { ...wish, repeat }, false)),
    snooze: async () => told(await send("retimeReminder", reminder, wish, true)),
  };
  await deed(() => ways[kind]().catch((error) => patch({ problem: sentence(error) })));
}

/**
 * @param {Reminding} reminding
 * @param {ReminderWish} wish
 */
async function set({ link, target }, wish) {
  if (link) return told(await send("setReminder", link, wish));
  const change = await send("remindLinks", (await target?.selection()) ?? { links: [] }, wish);
  chooseNone();
  close();
  const { links: count } = change;
  if (count === 0) say("good", t("reminded_already"));
  else done(change, t("reminders_set", { count }));
}

/** @param {ReminderSet} set */
function told({ reminder, change }) {
  close();
  const now = Date.now();
  const { language } = preferences.get();
  const text = t("reminder_set", { time: clock(reminder.due ?? now, now, language) });
  if (change.links === 0) say("good", text);
  else done(change, text);
}

function close() {
  document.querySelector("dialog")?.close();
}
