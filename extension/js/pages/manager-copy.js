import { t } from "../core/i18n.js";
import { copyLinks } from "../data/clipboard.js";
import { viewsOf } from "../data/library.js";
import { doing, say } from "./manager-say.js";
import { state } from "./manager-state.js";

/** @import {CopyForm} from '../data/clipboard.js' */
/** @import {Target} from './manager-choice.js' */

/**
 * @param {Target} target
 * @param {CopyForm} form
 */
export function copy(target, form) {
  void doing(async () => {
    const links = await viewsOf(target);
    try {
      await copyLinks(links, form);
    } catch {
      say("problem", t("not_copied"));
      return;
    }
    say("good", t("copied", { count: links.length }));
  });
}

/**
 * Asks in which form.
 * @param {Target} target
 * @param {HTMLElement} opener
 */
export function copyMenu(target, opener) {
  const items = [
    { label: t("copy_addresses"), run: () => copy(target, "addresses") },
    { label: t("copy_markdown"), run: () => copy(target, "markdown") },
    { label: t("copy_html"), run: () => copy(target, "html") },
  ];
  state.set({ menu: { label: t("copy"), items, opener } });
}
