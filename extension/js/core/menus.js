import { t } from "./i18n.js";

/** @import {Category} from '../../wasm/urlink.js' */

/** @typedef {'page' | 'link' | 'image' | 'selection' | 'tabs'} Subject */

/** @typedef {'page' | 'link' | 'image' | 'selection' | 'video' | 'audio' | 'action'} Context  What the pointer is over. */

/** Over these Chrome does not show what is for the page. @type {Context[]} */
const MEDIA = ["video", "audio"];

/**
 * The menus of every page: what can be saved, and below each, where to.
 * @param {Category[]} categories  Those to offer.
 */
export function menusOf(categories) {
  /** @type {{ subject: Subject, title: string, contexts: Context[], pages: boolean }[]} */
  const subjects = [
    { subject: "page", title: t("menu_page"), contexts: ["page", ...MEDIA], pages: true },
    { subject: "link", title: t("menu_link"), contexts: ["link"], pages: false },
    { subject: "image", title: t("menu_image"), contexts: ["image"], pages: true },
    { subject: "selection", title: t("menu_selection"), contexts: ["selection"], pages: true },
    {
      subject: "tabs",
      title: t("menu_tabs"),
      contexts: ["page", ...MEDIA, "action"],
      pages: false,
    },
  ];
  const saving = subjects.flatMap(({ subject, title, contexts, pages }) => {
    const places = [...categories, { id: "", name: t("unsorted") }].map(({ id, name }) => ({
      id: `${subject}:${id}`,
      parent: subject,
      // Two stand for one: a single one underlines the letter behind it; `%s` would be the selection.
      title: name.replaceAll("&", "&&").replaceAll("%s", "%\u200bs"),
      contexts,
      pages,
    }));
    return [{ id: subject, title, contexts, pages }, ...places];
  });
  /** @type {Context[]} */
  const contexts = ["page", ...MEDIA, "action"];
  return [...saving, { id: "side", title: t("open_side_panel"), contexts, pages: false }];
}

/**
 * What a line of the menus asks for; undefined where it saves nothing.
 * @param {string} id
 * @returns {{ subject: Subject, category: string | null } | undefined}
 */
export function menuChoice(id) {
  const [, subject, category] = /^(page|link|image|selection|tabs):(.*)$/u.exec(id) ?? [];
  if (!subject) return undefined;
  return { subject: /** @type {Subject} */ (subject), category: category || null };
}
