import { useLanguage } from "../core/i18n.js";
import { loadMessages } from "../platform/i18n.js";

/** The language whose sentences are loaded. @type {string | undefined} */
let spoken;

/**
 * Loads the sentences of a language, if it is another.
 * @param {import("../../wasm/urlink.js").Language} language
 */
export async function speak(language) {
  if (spoken === language) return;
  useLanguage(language, await loadMessages(language));
  spoken = language;
}
