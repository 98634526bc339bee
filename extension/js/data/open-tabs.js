import { t } from "../core/i18n.js";
import { allWindows, groupNames, onTabs } from "../platform/tabs.js";
import { BrowserList } from "./browser-list.js";
import { offered } from "./offered.js";

/** @import {Entry, Section} from '../core/outline.js' */
/** @import {PlacedTab} from '../platform/tabs.js' */

/**
 * The tabs that can be saved, by window and group.
 * @param {(error?: unknown) => void} changed
 */
export function openTabs(changed) {
  /** @type {Map<number, PlacedTab>} */
  let placed = new Map();
  const list = new BrowserList(read, onTabs, changed);

  async function read() {
    const [windows, groups] = await Promise.all([allWindows(), groupNames()]);
    const tabs = windows.flatMap((window) => window.tabs);
    placed = new Map(tabs.map((tab) => [tab.tab, tab]));
    const entries = await entriesOf(tabs);
    return windows.flatMap((window, at) => {
      const own = window.tabs.filter(({ group }) => !groups.has(group));
      return [
        section(`window:${window.id}`, () => windowName(window.isCurrent, at), 0, own),
        ...groupsOf(window.tabs).flatMap((group) => groupSection(group, groups, window.tabs)),
      ];
    });

    /**
     * @param {number} group
     * @param {Map<number, string>} names
     * @param {PlacedTab[]} all
     */
    function groupSection(group, names, all) {
      const name = names.get(group);
      if (name === undefined) return [];
      const inside = all.filter((tab) => tab.group === group);
      return [section(`group:${group}`, () => name || t("tab_group"), 1, inside)];
    }

    /**
     * @param {string} id
     * @param {() => string} name
     * @param {number} depth
     * @param {PlacedTab[]} some
     * @returns {Section}
     */
    function section(id, name, depth, some) {
      return { id, name, depth, entries: some.flatMap(({ tab }) => entries.get(tab) ?? []) };
    }
  }

  return {
    list,
    /**
     * Where tabs stand.
     * @param {Entry[]} entries
     */
    placesOf: (entries) => entries.flatMap(({ tab = -1 }) => placed.get(tab) ?? []),
  };
}

/**
 * @param {PlacedTab[]} tabs
 * @returns {Promise<Map<number, Entry>>} by the tab; without those that cannot be saved
 */
async function entriesOf(tabs) {
  const known = await offered(tabs.map(({ url }) => url));
  return new Map(
    tabs.flatMap(({ tab, url, title }, at) => {
      const one = known[at];
      return one ? [[tab, { key: `tab:${tab}`, url, title, host: one.host, tab }]] : [];
    }),
  );
}

/** @param {PlacedTab[]} tabs */
function groupsOf(tabs) {
  return [...new Set(tabs.map(({ group }) => group))];
}

/**
 * @param {boolean} isCurrent
 * @param {number} at
 */
function windowName(isCurrent, at) {
  return isCurrent ? t("this_window") : t("window_number", { number: at + 1 });
}
