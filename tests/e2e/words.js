import { readFileSync } from "node:fs";

/** @import {Language} from "../../extension/wasm/urlink.js" */

/**
 * What the pages say for a key, so that tests find things by the names that people see.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @param {Language} [language]
 */
export function words(key, values = {}, language = "en") {
  const message = messagesOf(language)[key]?.message;
  if (message === undefined) throw new Error(`_locales/${language} has no ${key}`);
  return message.replace(/\$(\w+)\$/g, (/** @type {string} */ _, /** @type {string} */ name) => {
    const value = values[name.toLowerCase()] ?? "";
    return typeof value === "number" ? value.toLocaleString(language) : value;
  });
}

/** @type {Map<Language, Record<string, {message: string}>>} */
const loaded = new Map();

/** @param {Language} language */
function messagesOf(language) {
  const known = loaded.get(language);
  if (known) return known;
  const path = new URL(`../../extension/_locales/${language}/messages.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(path, "utf8"));
  loaded.set(language, messages);
  return messages;
}
