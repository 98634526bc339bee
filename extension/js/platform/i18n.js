/** @import {Language} from '../../wasm/urlink.js' */
/** @import {Messages} from '../core/i18n.js' */

/**
 * The language that the browser speaks, of those that we do.
 * @returns {Language}
 */
export function browserLanguage() {
  return chrome.i18n.getUILanguage().toLowerCase().startsWith("ko") ? "ko" : "en";
}

/**
 * The sentences of a language. `chrome.i18n` gives only the browser's own language, but ours can be switched.
 * @param {Language} language
 * @returns {Promise<Messages>}
 */
export async function loadMessages(language) {
  const reply = await fetch(`/_locales/${language}/messages.json`);
  return reply.json();
}
