import { t } from "./i18n.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @type {Map<string, Intl.RelativeTimeFormat | Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * Making a format is slow, so each is made once.
 * @template {Intl.RelativeTimeFormat | Intl.DateTimeFormat} T
 * @param {string} name
 * @param {() => T} make
 * @returns {T}
 */
function kept(name, make) {
  let format = /** @type {T | undefined} */ (formats.get(name));
  if (!format) {
    format = make();
    formats.set(name, format);
  }
  return format;
}

/**
 * How long ago something was, in words: relative up to a week, then a date.
 * @param {number} then  Epoch milliseconds.
 * @param {number} now
 * @param {string} language
 */
export function age(then, now, language) {
  const past = Math.max(0, now - then);
  const relative = kept(
    `relative ${language}`,
    () => new Intl.RelativeTimeFormat(language, { numeric: "auto" }),
  );
  if (past < MINUTE) return t("just_now");
  if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), "minute");
  if (past < DAY) return relative.format(-Math.floor(past / HOUR), "hour");
  if (past < 7 * DAY) return relative.format(-Math.floor(past / DAY), "day");
  const sameYear = new Date(then).getFullYear() === new Date(now).getFullYear();
  return kept(
    `date ${language} ${sameYear}`,
    () =>
      new Intl.DateTimeFormat(language, {
        month: "short",
        day: "numeric",
        ...(sameYear ? {} : { year: "numeric" }),
      }),
  ).format(then);
}

/**
 * The whole date and time.
 * @param {number} then
 * @param {string} language
 */
export function moment(then, language) {
  return kept(
    `moment ${language}`,
    () => new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }),
  ).format(then);
}

/**
 * When something is, soon: the time, and the day where it is not today.
 * @param {number} then
 * @param {number} now
 * @param {string} language
 */
export function clock(then, now, language) {
  const today = new Date(then).toDateString() === new Date(now).toDateString();
  return kept(
    `clock ${language} ${today}`,
    () =>
      new Intl.DateTimeFormat(language, {
        hour: "numeric",
        minute: "2-digit",
        ...(today ? {} : { month: "short", day: "numeric" }),
      }),
  ).format(then);
}
