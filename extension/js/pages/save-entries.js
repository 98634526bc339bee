import { preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";

/** @import {Entry} from '../core/outline.js' */

/**
 * @param {Pick<Entry, 'url' | 'title' | 'tab'>[]} entries
 * @param {string | null} category
 */
export function saveEntries(entries, category) {
  const tabs = entries.map(({ tab }) => tab);
  return send(
    "save",
    { urls: entries.map(({ url }) => url), ...(tabs.some((tab) => tab !== undefined) && { tabs }) },
    {
      category,
      hints: entries.map(({ title }) => title || null),
      language: preferences.get().language,
    },
  );
}
