import { t } from "../core/i18n.js";
import { send } from "../platform/messages.js";
import { foldAway } from "../ui/fold.js";
import { chooseNone, chosen, countChosen, isChosen, onceChosen, only } from "./manager-choice.js";
import { copy, copyMenu } from "./manager-copy.js";
import { startEditing } from "./manager-edit.js";
import { refresh } from "./manager-jobs.js";
import { categoryOf, links } from "./manager-links.js";
import { openLinks, openMenu } from "./manager-open.js";
import { startReminding } from "./manager-remind.js";
import { deed, doing, done, doneQuietly } from "./manager-say.js";
import { state } from "./manager-state.js";

/** @import {LinkView} from "../../wasm/urlink.js" */
/** @import {Act} from '../ui/grid-events.js' */
/** @import {MenuItem} from '../ui/menu.js' */
/** @import {Target} from './manager-choice.js' */

/** What a person means by an act on a link: all that is chosen if it is one of them. @param {LinkView} link */
export function targetOf(link) {
  return countChosen() > 0 && isChosen(link) ? chosen() : only(link);
}

/**
 * Done with the pointer on a card.
 * @param {Act} act
 * @param {LinkView} link
 * @param {HTMLElement} element
 */
export function actOn(act, link, element) {
  if (act === "by-tag") state.set({ tag: element.dataset.tag });
  else if (act === "menu") onceChosen(() => openCardMenu(link, element));
  else if (act === "edit") void startEditing(link);
  else perform(act, only(link), element);
}

/**
 * Done by a key on the cards.
 * @param {Act} act
 * @param {LinkView | undefined} link  The one that has the focus.
 * @param {HTMLElement} element
 */
export function actByKey(act, link, element) {
  if (link && act === "edit") {
    void startEditing(link);
    return;
  }
  onceChosen(() => {
    if (link && act === "menu") openCardMenu(link, element);
    else if (countChosen() > 0 && act === "copy") copy(chosen(), "addresses");
    else if (countChosen() > 0) perform(act, chosen(), element);
    else if (link) perform(act, only(link), element);
  });
}

/**
 * @param {Act} act
 * @param {Target} target
 * @param {HTMLElement} element  What was used; a menu stands beside it.
 */
export function perform(act, target, element) {
  const trashed = state.get().view === "trash";
  if (trashed && ["favourite", "move", "tag", "refresh", "remind"].includes(act)) return;
  if (act === "delete" && trashed) erase(target);
  else deeds[act]?.(target, element);
}

/** @type {Partial<Record<Act, (target: Target, element: HTMLElement) => void>>} */
const deeds = {
  open: (target, element) =>
    target.count === 1 ? openLinks(target, "tabs") : openMenu(target, element),
  copy: (target, element) =>
    target.count === 1 ? copy(target, "addresses") : copyMenu(target, element),
  delete: trash,
  erase,
  favourite,
  move: (target) => state.set({ moving: { target, typed: "", place: undefined } }),
  refresh: (target) => void doing(async () => refresh(await target.selection())),
  remind: startReminding,
  restore,
  tag: (target) => startTagging(target),
};

/** @param {Target} target */
export function trash(target) {
  fold(target);
  void deed(async () => {
    const change = await send("trashLinks", await target.selection());
    chooseNone();
    done(change, t("trashed", { count: change.links }));
  });
}

/** @param {Target} target */
function fold({ known }) {
  const going = new Set(known.map(({ id }) => id));
  foldAway((index) => going.has(links.at(index)?.id ?? ""));
}

/** @param {Target} target */
function restore(target) {
  void deed(async () => {
    const change = await send("restoreLinks", await target.selection());
    chooseNone();
    done(change, t("restored", { count: change.links }));
  });
}

/** @param {Target} target */
function erase(target) {
  state.set({
    question: {
      title: t("erase_title", { count: target.count }),
      text: t("erase_text"),
      go: t("erase"),
      danger: true,
      run: () => {
        fold(target);
        return doing(async () => {
          await send("eraseLinks", await target.selection());
          chooseNone();
        });
      },
    },
  });
}

/** Whether links are to become favourites: unless all that are known of them are. @param {LinkView[]} known */
export function wouldLike(known) {
  return known.length === 0 || known.some((link) => !link.favourite);
}

/** @param {Target} target */
function favourite(target) {
  const like = wouldLike(target.known);
  void deed(async () => {
    const change = await send("favouriteLinks", await target.selection(), like);
    if (target.count === 1) doneQuietly(change);
    else {
      const { links: count } = change;
      done(change, like ? t("made_favourites", { count }) : t("no_favourites", { count }));
    }
  });
}

/**
 * @param {Target} target
 * @param {string | null} category
 */
export function move(target, category) {
  return deed(async () => {
    const change = await send("moveLinks", await target.selection(), category);
    chooseNone();
    const place = categoryOf(category ?? undefined)?.name ?? t("unsorted");
    done(change, t("moved", { count: change.links, place }));
  });
}

/** @param {Target} target */
function startTagging(target) {
  const tags = [...new Set(target.known.flatMap((link) => link.tags))].sort();
  state.set({ tagging: { target, before: tags, tags, known: [] } });
  void doing(async () => {
    const known = (await send("listTags")).map(({ tag }) => tag);
    const { tagging } = state.get();
    if (tagging) state.set({ tagging: { ...tagging, known } });
  });
}

/** @param {string[]} tags */
export function changeTags(tags) {
  const { tagging } = state.get();
  if (tagging) state.set({ tagging: { ...tagging, tags } });
}

export function keepTags() {
  const { tagging } = state.get();
  if (!tagging) return;
  const { target, before, tags } = tagging;
  const add = tags.filter((tag) => !before.includes(tag));
  const remove = before.filter((tag) => !tags.includes(tag));
  if (add.length + remove.length === 0) return;
  void deed(async () => {
    const change = await send("tagLinks", await target.selection(), { add, remove });
    done(change, t("tagged", { count: change.links }));
  });
}

/**
 * Everything that can be done with a link, where its ⋯ is.
 * @param {LinkView} link
 * @param {HTMLElement} element
 */
function openCardMenu(link, element) {
  const opener = /** @type {HTMLElement} */ (
    element.closest(".card")?.querySelector('[data-act="menu"], .deed') ?? element
  );
  const item = (
    /** @type {string} */ label,
    /** @type {MenuItem['icon']} */ icon,
    /** @type {() => void} */ run,
    /** @type {string} */ key = "",
  ) => ({ label, ...(icon && { icon }), run, ...(key && { key }) });
  const target = targetOf(link);
  const by = (/** @type {Act} */ act) => () => perform(act, target, opener);
  const trashed = state.get().view === "trash";
  const items = trashed
    ? [
        item(t("restore"), "restore", by("restore")),
        { ...item(t("erase"), "trash", by("erase")), danger: true },
      ]
    : [
        item(t("open"), "open", () => openLinks(target, "tabs"), "↵"),
        item(t("edit"), "edit", () => void startEditing(link), "E"),
        item(
          link.favourite ? t("unfavourite") : t("make_favourite"),
          "heart",
          by("favourite"),
          "F",
        ),
        item(t("move"), "move", by("move"), "M"),
        item(t("tag"), "tag", by("tag"), "L"),
        item(t("remind_me"), "bell", by("remind"), "R"),
        item(t("read_again"), "again", by("refresh"), "U"),
        null,
        item(t("copy_link"), "link", () => copy(target, "addresses")),
        item(t("copy_markdown"), "copy", () => copy(target, "markdown")),
        item(t("copy_html"), "copy", () => copy(target, "html")),
        null,
        { ...item(t("delete"), "trash", by("delete"), "Del"), danger: true },
      ];
  state.set({ menu: { label: t("more_of", { title: link.title }), items, opener } });
}
