import { t } from "./i18n.js";

/**
 * The beginning of the day that a moment is in, where the user is.
 * @param {number} time  Epoch milliseconds.
 * @param {number} [days]  So many days later.
 */
export function startOfDay(time, days = 0) {
  const date = new Date(time);
  // Not so many times 24 hours: days on which clocks change are longer or shorter.
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/**
 * The day that a field of a date says (`2026-11-23`), as it begins where the user is.
 * @param {string} field
 * @returns {number | undefined}
 */
export function dayOfField(field) {
  const [, year, month, day] = /^(\d{4,6})-(\d\d)-(\d\d)$/u.exec(field) ?? [];
  if (!year) return undefined;
  return new Date(Number(year), Number(month) - 1, Number(day)).getTime();
}

/**
 * A day as a field of a date takes it.
 * @param {number} time
 */
export function fieldOfDay(time) {
  const date = new Date(time);
  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * What a day is called: today, yesterday, or its date.
 * @param {number} day  A moment of it.
 * @param {number} now
 * @param {string} language
 */
export function dayName(day, now, language) {
  const start = startOfDay(day);
  if (start === startOfDay(now)) return t("today");
  if (start === startOfDay(now, -1)) return t("yesterday");
  const year = new Date(day).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(language, {
    weekday: "short",
    month: "long",
    day: "numeric",
    ...(year ? {} : { year: "numeric" }),
  }).format(day);
}
