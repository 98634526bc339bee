import { t } from "../core/i18n.js";
import { howToOpen } from "../core/many-tabs.js";
import { viewsOf } from "../data/library.js";
import { openInTabs } from "../platform/new-tabs.js";
import { doing, say } from "./manager-say.js";
import { state } from "./manager-state.js";

/** @import {TabsAs} from '../platform/new-tabs.js' */
/** @import {Target} from './manager-choice.js' */

/**
 * Opens links, each in a tab; the core says which may be opened.
 * @param {Target} target
 * @param {TabsAs} as
 */
export function openLinks(target, as) {
  const run = () =>
    doing(async () => {
      const links = await viewsOf(target);
      const hrefs = links.flatMap(({ href }) => href ?? []);
      const left = links.length - hrefs.length;
      await openInTabs(hrefs, as);
      if (left > 0) say("problem", t("not_opened", { count: left }));
    });
  const how = howToOpen(target.count);
  if (how === "unasked") void run();
  else {
    state.set({
      question: {
        title: t("open_title", { count: target.count }),
        text: as === "sleeping" ? t("open_text_sleeping") : t("open_text"),
        go: t("open"),
        wary: how === "wary",
        run,
      },
    });
  }
}

/**
 * Asks how.
 * @param {Target} target
 * @param {HTMLElement} opener
 */
export function openMenu(target, opener) {
  const items = [
    { label: t("open_as_tabs"), run: () => openLinks(target, "tabs") },
    { label: t("open_group"), run: () => openLinks(target, "group") },
    { label: t("open_sleeping"), run: () => openLinks(target, "sleeping") },
  ];
  state.set({ menu: { label: t("open"), items, opener } });
}
