import { useLanguage } from "../core/i18n.js";
import { createStore } from "../core/store.js";
import { turns } from "../core/turns.js";
import { browserLanguage, loadMessages } from "../platform/i18n.js";
import { send } from "../platform/messages.js";
import { follow } from "./changes.js";
import { copyOf, keepCopy } from "./copies.js";

/** @import {Language, Settings} from '../../wasm/urlink.js' */

/**
 * A copy of the settings that a page can read before the worker is awake, so that nothing flashes in another
 * language or theme. The settings themselves are the worker's.
 */
const COPY = "settings";

/**
 * @typedef {{ settings: Settings, language: Language }} Preferences
 */
export const preferences = createStore(
  /** @type {Preferences} */ ({ settings: { theme: "system" }, language: "en" }),
);

/** Takes up the settings as they were last known, then as they are, and follows them. */
export async function openSettings() {
  await apply(lastKnown());
  follow((key) => key === "s:settings", refresh);
  // Whoever cannot read the settings cannot read the library either, and that is said where links should be.
  refresh().catch(() => undefined);
}

/**
 * What is to be another; `undefined`: as if nobody had ever chosen it.
 * @typedef {{ [Key in keyof Settings]?: Settings[Key] | undefined }} SettingsChange
 */

const inTurn = turns();

/**
 * Changes some of the settings, one change after the other: none takes back what the one before it chose.
 * @param {SettingsChange} change
 */
export function changeSettings(change) {
  return inTurn(async () => {
    // What is undefined goes into no message.
    const settings = /** @type {Settings} */ ({ ...preferences.get().settings, ...change });
    await apply(await send("setSettings", settings));
  });
}

async function refresh() {
  await apply(await send("getSettings"));
}

/** @param {Settings} settings */
async function apply(settings) {
  const language = settings.language ?? browserLanguage();
  const root = document.documentElement;
  if (settings.theme === "system") delete root.dataset.theme;
  else root.dataset.theme = settings.theme;
  if (root.lang !== language || root.dataset.spoken !== language) {
    useLanguage(language, await loadMessages(language));
    root.lang = language;
    root.dataset.spoken = language;
  }
  keepCopy(COPY, settings);
  preferences.set({ settings, language });
}

/** @returns {Settings} */
function lastKnown() {
  return { theme: "system", ...copyOf(COPY) };
}
