import { carried, readDrop, writeCards, writeCategory } from "../core/drag.js";
import { t } from "../core/i18n.js";
import { beforeWhich } from "../core/place.js";
import { isCategory } from "../core/route.js";
import { turns } from "../core/turns.js";
import { preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { showDragImage } from "../ui/drag-image.js";
import * as categories from "./manager-categories.js";
import { those } from "./manager-choice.js";
import { move, targetOf, trash } from "./manager-deeds.js";
import { categoryOf, links, shownCategory } from "./manager-links.js";
import { saySaved } from "./manager-saved.js";
import { deed, doing, doneQuietly, say } from "./manager-say.js";
import { state } from "./manager-state.js";

/** @import {Category, LinkView} from '../../wasm/urlink.js' */
/** @import {Dropped} from '../core/drag.js' */
/** @import {Target} from './manager-choice.js' */

/** What is being dragged out of the cards of this page. @type {Target | undefined} */
let dragged;

/**
 * Cards are links for every other program.
 * @param {LinkView} link
 * @param {DragEvent} event
 */
export function dragCards(link, event) {
  if (!event.dataTransfer) return;
  const target = targetOf(link);
  const known = target.known.includes(link) ? target.known : [link];
  const asLinks = known.map(({ url, title }) => ({ url, title }));
  writeCards(
    event.dataTransfer,
    known.map(({ id }) => id),
    asLinks,
  );
  event.dataTransfer.effectAllowed = "copyMove";
  const slip = target.count > 1 ? t("links", { count: target.count }) : link.title;
  showDragImage(event.dataTransfer, slip);
  dragged = target;
  state.set({ dragging: "ids" });
}

/**
 * @param {Category} category
 * @param {DragEvent} event
 */
function dragCategory({ id, name }, event) {
  if (!event.dataTransfer) return;
  writeCategory(event.dataTransfer, id);
  event.dataTransfer.effectAllowed = "move";
  showDragImage(event.dataTransfer, name);
  state.set({ dragging: "category" });
}

/** Whatever was dragged has been dropped, here or elsewhere. */
export function dragEnded() {
  dragged = undefined;
  state.set({ dragging: undefined });
}

/**
 * What a drag over something would do there.
 * @param {DragEvent} event
 * @returns {'ids' | 'links' | 'category' | undefined}
 */
function over(event) {
  return event.dataTransfer ? carried(event.dataTransfer.types) : undefined;
}

/**
 * On a view or a category of the sidebar.
 * @param {string} view
 * @param {DataTransfer} data
 * @param {boolean} behind  On the latter half of it.
 */
function dropOnRow(view, data, behind) {
  const dropped = readDrop(data);
  const category = categoryOf(view);
  if (!dropped) return;
  if (dropped.kind === "category") {
    if (category) categories.dropOn(dropped.id, category, behind);
  } else if (dropped.kind !== "ids") save(dropped, category?.id ?? null);
  else if (view === "trash") trash(taken(dropped.ids));
  else if (category || view === "unsorted") void move(taken(dropped.ids), category?.id ?? null);
}

/** Whether links that are dragged may be dropped on a row. @param {string} view @param {'ids' | 'links'} what */
function takes(view, what) {
  if (isCategory(view) || view === "unsorted") return true;
  return what === "ids" ? view === "trash" : view === "all";
}

/**
 * Whether the cards that show take what comes from elsewhere: cards of another window where a row of that name would,
 * links everywhere but among what was deleted.
 * @param {'ids' | 'links'} what
 */
function takesHere(what) {
  const { view } = state.get();
  return what === "ids" ? takes(view, what) : view !== "trash";
}

/** What is dragged in from anywhere goes where one looks. @param {DataTransfer} data */
function dropOnCards(data) {
  const dropped = readDrop(data);
  if (!dropped || dropped.kind === "category") return;
  if (dropped.kind === "ids") dropOnRow(state.get().view, data, false);
  else save(dropped, shownCategory()?.id ?? null);
}

/** Whether cards may be placed by hand among those that show. */
function byHand() {
  const { view, search, tag } = state.get();
  if (view === "trash" || view === "problems") return false;
  return preferences.get().settings.sort === "hand" && !search.trim() && !tag;
}

/**
 * Puts the cards that are dragged beside another.
 * @param {LinkView} link
 * @param {boolean} behind
 */
function dropBeside(link, behind) {
  const target = dragged;
  if (!target) return;
  void deed(async () => {
    const ids = await target.ids();
    const others = (await links.order()).filter((id) => !ids.includes(id));
    if (ids.includes(link.id)) return;
    await place(ids, beforeWhich(others, link.id, behind));
  });
}

const inTurn = turns();

/**
 * Moves a card by a step in the order made by hand: each step goes on from where the one before led.
 * @param {LinkView} link
 * @param {-1 | 1} step
 */
export function shiftCard(link, step) {
  if (!byHand()) {
    say("problem", t("not_by_hand"));
    return;
  }
  void deed(() => inTurn(() => shiftNow(link, step)));
}

/**
 * @param {LinkView} link
 * @param {-1 | 1} step
 */
async function shiftNow(link, step) {
  const order = await links.order();
  const at = order.indexOf(link.id) + step;
  if (at < 0 || at >= order.length) return;
  await place([link.id], order[step > 0 ? at + 1 : at]);
  await links.reorder();
  state.set({ heard: t("link_moved", { at: at + 1, count: order.length }) });
}

/**
 * @param {string[]} ids
 * @param {string | undefined} before
 */
async function place(ids, before) {
  doneQuietly(await send("placeLinks", ids, before, state.get().view));
}

/**
 * The links that were dropped: all that is dragged here, or ids that came from another page.
 * @param {string[]} ids
 * @returns {Target}
 */
function taken(ids) {
  return dragged ?? those(ids);
}

/**
 * @param {Extract<Dropped, { kind: 'links' | 'text' }>} dropped
 * @param {string | null} category
 */
function save(dropped, category) {
  const { language } = preferences.get();
  void doing(async () => {
    const job =
      dropped.kind === "text"
        ? await send("save", { text: dropped.text }, { category, language })
        : await send("save", { urls: dropped.urls }, { category, language, hints: dropped.hints });
    const name = categoryOf(category ?? undefined)?.name ?? t("unsorted");
    await saySaved(job, category, name);
  });
}

/** What the sidebar takes. @type {import('../ui/sidebar-drop.js').SidebarDrop} */
export const onSidebar = {
  over,
  takes,
  onRow: dropOnRow,
  onSection(data, favourite) {
    const dropped = readDrop(data);
    if (dropped?.kind === "category") categories.dropLast(dropped.id, favourite);
  },
  drag: dragCategory,
};

/** What the cards take. @type {import('../ui/cards-drop.js').CardsDrop} */
export const onCards = {
  over,
  own: () => dragged !== undefined,
  takes: takesHere,
  byHand,
  at: (index) => links.at(index),
  take: dropOnCards,
  beside: dropBeside,
};
