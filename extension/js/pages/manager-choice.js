import * as choice from "../core/selection.js";
import { turns } from "../core/turns.js";
import { links, viewQuery } from "./manager-links.js";
import { doing } from "./manager-say.js";
import { state } from "./manager-state.js";

/** @import {LinkSelection, LinkView} from '../../wasm/urlink.js' */
/** @import {Selection} from '../core/selection.js' */

/**
 * Links that something is to be done with.
 * @typedef {object} Target
 * @property {number} count
 * @property {() => Promise<string[]>} ids  In the order of the view.
 * @property {LinkView[]} known  Those of them that are known.
 * @property {() => Promise<LinkSelection>} selection  As the core takes it.
 */

/** What was chosen before a rectangle was drawn. @type {Selection} */
let before = choice.NOTHING;

/** What is done with what is chosen comes after the choosing that was asked for before it. */
const inTurn = turns();

/** Choosing that waits for the order of the view. */
let awaited = 0;

/** Counts the views: what was to be chosen of one is not chosen of the next. */
let round = 0;

/** @param {Selection} selection */
function set(selection) {
  if (selection !== state.get().selection) state.set({ selection });
}

/**
 * Does something with what is chosen: at once, or where a range still waits for the order of the view, after that.
 * @param {() => void} act
 */
export function onceChosen(act) {
  if (awaited === 0) act();
  else void inTurn(() => Promise.resolve(act()));
}

/**
 * Chooses by the order of the view.
 * @param {(order: readonly string[], selection: Selection) => Selection} change
 */
async function byOrder(change) {
  const asked = round;
  awaited++;
  await inTurn(() =>
    doing(async () => {
      const order = await links.order();
      if (asked === round) set(change(order, state.get().selection));
    }),
  );
  awaited--;
}

/** Another view is shown. */
export function startChoosing() {
  round++;
  set(choice.NOTHING);
}

/** Whether anything is chosen, or about to be. */
export function isChoosing() {
  return awaited > 0 || countChosen() > 0;
}

export function countChosen() {
  return choice.countChosen(state.get().selection, links.total ?? 0);
}

/** @param {LinkView} link */
export function isChosen(link) {
  return choice.isChosen(state.get().selection, link.id);
}

/**
 * @param {'toggle' | 'extend'} how
 * @param {number} index
 * @param {number} from  Where a range may begin.
 */
export function choose(how, index, from) {
  const id = links.at(index)?.id;
  const start = links.at(from)?.id;
  if (how === "toggle" && id) {
    onceChosen(() => set(choice.toggle(state.get().selection, id)));
    return;
  }
  void byOrder((order, selection) => {
    const there = id ?? order[index];
    if (!there) return selection;
    return how === "toggle"
      ? choice.toggle(selection, there)
      : choice.extend(selection, order, there, start ?? order[from]);
  });
}

export function chooseAll() {
  if (links.total) onceChosen(() => set(choice.EVERYTHING));
}

export function chooseNone() {
  onceChosen(() => set(choice.NOTHING));
}

/** Links have come or gone: what is no more in the view is not chosen either. */
export async function chooseWhatIsThere() {
  if (awaited === 0 && state.get().selection.ids.size === 0) return;
  await byOrder((order, selection) => choice.within(selection, order));
}

/** What is chosen now stays so while a rectangle is drawn. */
export function remember() {
  before = state.get().selection;
}

/**
 * Chooses what a rectangle touches. Where not all of it is known, the ids are asked for, and it is chosen then.
 * @param {number[]} indexes
 * @param {{ adds: boolean }} how
 */
export function touch(indexes, { adds }) {
  const base = adds ? before : choice.NOTHING;
  const ids = indexes.map((index) => links.at(index)?.id);
  if (ids.every((id) => id !== undefined)) onceChosen(() => set(choice.choose(base, ids)));
  else
    void byOrder((order) =>
      choice.choose(
        base,
        indexes.flatMap((at) => order[at] ?? []),
      ),
    );
}

/** What is chosen, as something to do something with. @returns {Target} */
export function chosen() {
  const { selection } = state.get();
  const { sort: _, ...view } = viewQuery();
  const ids = async () => choice.chosenIds(selection, await links.order());
  return {
    count: countChosen(),
    known: links.known.filter(isChosen),
    ids,
    async selection() {
      if (!selection.all) return { links: [...selection.ids] };
      return selection.ids.size === 0 ? view : { links: await ids() };
    },
  };
}

/**
 * Links of which nothing but the ids is known, as something to do something with.
 * @param {string[]} ids
 * @returns {Target}
 */
export function those(ids) {
  return {
    count: ids.length,
    known: [],
    ids: () => Promise.resolve(ids),
    selection: () => Promise.resolve({ links: ids }),
  };
}

/**
 * A single link, as something to do something with.
 * @param {LinkView} link
 * @returns {Target}
 */
export function only(link) {
  return {
    count: 1,
    known: [link],
    ids: () => Promise.resolve([link.id]),
    selection: () => Promise.resolve({ links: [link.id] }),
  };
}
