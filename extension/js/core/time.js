import { startOfDay } from "./days.js";
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
 * What the clock on the wall shows then, as if it were UTC. A format keeps the time zone that it was made in; so it is
 * made for UTC, and stays right where the user travels.
 * @param {number} then
 */
function wall(then) {
  return then - new Date(then).getTimezoneOffset() * MINUTE;
}

/**
 * How long ago something was, in words: relative up to a week, then a date.
 * @param {number} then  Epoch milliseconds.
 * @param {number} now
 * @param {string} language
 * @param {Intl.RelativeTimeFormatStyle} [style]  Shorter words, where there is little room.
 */
export function age(then, now, language, style = "long") {
  const past = Math.max(0, now - then);
  const relative = kept(
    `relative ${language} ${style}`,
    () => new Intl.RelativeTimeFormat(language, { numeric: "auto", style }),
  );
  if (past < MINUTE) return t("just_now");
  if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), "minute");
  if (past < DAY) return relative.format(-Math.floor(past / HOUR), "hour");
  if (past < 7 * DAY) {
    // Yesterday ends at midnight, not after 48 hours; and days on which clocks change are longer or shorter.
    const days = Math.round((startOfDay(now) - startOfDay(then)) / DAY);
    return relative.format(-days, "day");
  }
  const year = yearOf(then, now);
  return kept(
    `date ${language} ${year}`,
    () =>
      new Intl.DateTimeFormat(language, {
        timeZone: "UTC",
        month: "short",
        day: "numeric",
        ...(year && { year }),
      }),
  ).format(wall(then));
}

/**
 * How the year is said: not at all where it is this one.
 * @param {number} then
 * @param {number} now
 */
function yearOf(then, now) {
  const same = new Date(then).getFullYear() === new Date(now).getFullYear();
  return same ? undefined : /** @type {const} */ ("numeric");
}

/**
 * The whole date and time.
 * @param {number} then
 * @param {string} language
 */
export function moment(then, language) {
  return kept(
    `moment ${language}`,
    () =>
      new Intl.DateTimeFormat(language, {
        timeZone: "UTC",
        dateStyle: "long",
        timeStyle: "short",
      }),
  ).format(wall(then));
}

/**
 * When something is, soon: the time, and the day where it is not today, and the year where it is not this one.
 * @param {number} then
 * @param {number} now
 * @param {string} language
 */
export function clock(then, now, language) {
  const today = new Date(then).toDateString() === new Date(now).toDateString();
  const year = yearOf(then, now);
  return kept(
    `clock ${language} ${today} ${year}`,
    () =>
      new Intl.DateTimeFormat(language, {
        timeZone: "UTC",
        hour: "numeric",
        minute: "2-digit",
        ...(!today && { month: "short", day: "numeric" }),
        ...(year && { year }),
      }),
  ).format(wall(then));
}

/**
 * The time of a day.
 * @param {number} time
 * @param {string} language
 */
export function clockTime(time, language) {
  return kept(
    `time ${language}`,
    () => new Intl.DateTimeFormat(language, { timeZone: "UTC", timeStyle: "short" }),
  ).format(wall(time));
}
