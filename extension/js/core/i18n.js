/**
 * The sentences of the language that is in use. The tables are those of `_locales`, which Chrome reads too.
 * @typedef {Record<string, { message: string, placeholders?: Record<string, { content: string }> }>} Messages
 */

/** @type {Messages} */
let messages = {};
let language = "en";
/** @type {Intl.PluralRules} */
let plurals = new Intl.PluralRules("en");
/** @type {Intl.NumberFormat} */
let numbers = new Intl.NumberFormat("en");
/** @type {Intl.NumberFormat} */
let percents = new Intl.NumberFormat("en", { style: "percent" });

/**
 * @param {string} newLanguage
 * @param {Messages} newMessages
 */
export function useLanguage(newLanguage, newMessages) {
  language = newLanguage;
  messages = newMessages;
  plurals = new Intl.PluralRules(newLanguage);
  numbers = new Intl.NumberFormat(newLanguage);
  percents = new Intl.NumberFormat(newLanguage, { style: "percent" });
}

/** The language in use. */
export function currentLanguage() {
  return language;
}

/** @param {number} value */
export function number(value) {
  return numbers.format(value);
}

/** @param {number} part  Of 1. */
export function percent(part) {
  return percents.format(part);
}

/**
 * The sentence of a key. Where `values` has a `count`, the form for that count is used if there is one (`key_one`,
 * `key_zero` for none at all); numbers are written as the language writes them.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const { message } = form(key, values.count) ?? { message: key };
  return message.replace(/\$(\w+)\$/gu, (whole, name) => {
    const value = values[String(name).toLowerCase()];
    if (value === undefined) return whole;
    return typeof value === "number" ? numbers.format(value) : value;
  });
}

/**
 * @param {string} key
 * @param {string | number | undefined} count
 */
function form(key, count) {
  if (typeof count !== "number") return messages[key];
  const none = count === 0 ? messages[`${key}_zero`] : undefined;
  return none ?? messages[`${key}_${plurals.select(count)}`] ?? messages[key];
}
