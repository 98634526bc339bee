import { t } from "../core/i18n.js";
import { sentence } from "../data/library.js";
import { openTabs } from "../data/open-tabs.js";
import { closeTabs, reopenTabs, showTab } from "../platform/tabs.js";
import { hideSavedTools } from "../ui/history-tools.js";
import { LinkPanel } from "./link-panel.js";
import { say } from "./manager-say.js";

/** @import {Entry} from '../core/outline.js' */

/**
 * The open tabs of all windows.
 * @param {() => void} redraw
 */
export function openTabsPanel(redraw) {
  const filters = { hideSaved: false, bySite: false };
  const { list, placesOf } = openTabs((error) => panel.changed(error));

  /**
   * Closes tabs that were saved; they can be opened again.
   * @param {Entry[]} entries
   */
  async function close(entries) {
    const places = placesOf(entries);
    await closeTabs(places.map(({ tab }) => tab));
    const run = () => void reopenTabs(places).catch((error) => say("problem", sentence(error)));
    say("good", t("tabs_closed", { count: places.length }), { label: t("undo"), run });
  }

  /** @type {LinkPanel} */
  const panel = new LinkPanel(
    {
      name: "tabs",
      label: () => t("open_tabs"),
      asking: () => ({
        icon: "lock",
        title: t("ask_tabs"),
        text: t("ask_tabs_text"),
        button: t("allow_tabs"),
      }),
      nothing: (searching) =>
        searching
          ? { icon: "search", title: t("nothing_found"), text: t("nothing_found_text") }
          : { icon: "tabs", title: t("empty_tabs"), text: t("empty_tabs_text") },
      source: list,
      filters: () => filters,
      ways: () => [
        { id: "save", label: t("save_chosen"), primary: true },
        { id: "close", label: t("save_and_close"), saved: close },
      ],
      tools: () =>
        hideSavedTools(filters.hideSaved, () => {
          filters.hideSaved = !filters.hideSaved;
          panel.reset();
        }),
      openOne: ({ tab = -1 }) => void showTab(tab),
    },
    redraw,
  );
  return panel;
}
