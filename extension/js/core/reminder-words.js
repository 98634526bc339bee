import { t } from "./i18n.js";
import { clock } from "./time.js";

/** @import {ReminderPreset, ReminderView, Repeat} from '../../wasm/urlink.js' */

/** @type {Record<Repeat, () => string>} */
const REPEATS = {
  never: () => t("repeat_never"),
  daily: () => t("repeat_daily"),
  weekdays: () => t("repeat_weekdays"),
  weekly: () => t("repeat_weekly"),
  monthly: () => t("repeat_monthly"),
};

/** @type {Record<ReminderPreset, () => string>} */
const PRESETS = {
  "ten-minutes": () => t("in_ten_minutes"),
  hour: () => t("in_an_hour"),
  "this-morning": () => t("this_morning"),
  "this-evening": () => t("this_evening"),
  "tomorrow-evening": () => t("tomorrow_evening"),
  "tomorrow-morning": () => t("tomorrow_morning"),
  "next-monday": () => t("next_monday"),
  "next-weekend": () => t("next_weekend"),
};

export const REPEAT_NAMES = /** @type {Repeat[]} */ (Object.keys(REPEATS));

/** @param {Repeat} repeat */
export function repeatName(repeat) {
  return REPEATS[repeat]();
}

/** @param {ReminderPreset} preset */
export function presetName(preset) {
  return PRESETS[preset]();
}

/**
 * When a reminder rings, and how it goes on.
 * @param {ReminderView} reminder
 * @param {number} now
 * @param {string} language
 */
export function whenWords({ due, repeat, snoozed }, now, language) {
  const words = [clock(due ?? now, now, language)];
  if (repeat !== "never") words.push(repeatName(repeat));
  if (snoozed) words.push(t("put_off"));
  return words.join(" · ");
}

/**
 * How many, as the bell says it; nothing where there are none.
 * @param {number} count
 */
export function bellCount(count) {
  if (count === 0) return "";
  return count > 99 ? "99+" : String(count);
}
