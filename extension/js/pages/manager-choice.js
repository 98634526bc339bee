import * as choice from "../core/selection.js";
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

/** @param {Selection} selection */
function set(selection) {
  state.set({ selection });
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
  const known = links.at(index)?.id;
  if (how === "toggle" && known) {
    set(choice.toggle(state.get().selection, known));
    return;
  }
  void doing(async () => {
    const order = await links.order();
    const id = order[index];
    const { selection } = state.get();
    if (!id) return;
    set(
      how === "toggle"
        ? choice.toggle(selection, id)
        : choice.extend(selection, order, id, order[from]),
    );
  });
}

export function chooseAll() {
  if (links.total) set(choice.EVERYTHING);
}

export function chooseNone() {
  set(choice.NOTHING);
}

/** Links have come or gone: what is no more in the view is not chosen either. */
export async function chooseWhatIsThere() {
  if (state.get().selection.ids.size === 0) return;
  const order = await links.order();
  const { selection } = state.get();
  const left = choice.within(selection, order);
  if (left !== selection) set(left);
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
  if (ids.every((id) => id !== undefined)) {
    set(choice.choose(base, ids));
    return;
  }
  void doing(async () => {
    const order = await links.order();
    set(
      choice.choose(
        base,
        indexes.flatMap((index) => order[index] ?? []),
      ),
    );
  });
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
