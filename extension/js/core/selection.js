/**
 * Which links are chosen: these, or all of the view but these. So choosing all of 100,000 costs nothing.
 * @typedef {object} Selection
 * @property {boolean} all
 * @property {ReadonlySet<string>} ids  Chosen, or where `all` is set, not chosen.
 * @property {string} [anchor]  Where a range begins.
 * @property {ReadonlySet<string>} [base]  What `ids` were when the range was begun: what a range does not touch.
 */

/** @type {Selection} */
export const NOTHING = { all: false, ids: new Set() };

/** Every link of the view. @type {Selection} */
export const EVERYTHING = { all: true, ids: new Set() };

/**
 * @param {Selection} selection
 * @param {string} id
 */
export function isChosen({ all, ids }, id) {
  return all !== ids.has(id);
}

/**
 * @param {Selection} selection
 * @param {number} total  Links of the view.
 */
export function countChosen({ all, ids }, total) {
  return all ? Math.max(0, total - ids.size) : ids.size;
}

/**
 * Chooses a link, or no longer; ranges begin here.
 * @param {Selection} selection
 * @param {string} id
 * @returns {Selection}
 */
export function toggle({ all, ids }, id) {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { all, ids: next, anchor: id, base: next };
}

/**
 * Chooses everything from where the last range began to a link, instead of that range.
 * @param {Selection} selection
 * @param {readonly string[]} order  Ids of the view.
 * @param {string} id
 * @param {string} [start]  Where the range begins if none was begun.
 * @returns {Selection}
 */
export function extend({ all, ids, anchor, base = ids }, order, id, start = id) {
  const from = order.indexOf(anchor ?? start);
  const to = order.indexOf(id);
  if (to < 0) return { all, ids, base };
  const begin = from < 0 ? to : from;
  const range = order.slice(Math.min(begin, to), Math.max(begin, to) + 1);
  return { ...choose({ all, ids: base }, range), anchor: order[begin] ?? id, base };
}

/**
 * Chooses links beside those that are chosen.
 * @param {Selection} selection
 * @param {Iterable<string>} more
 * @returns {Selection}
 */
export function choose({ all, ids }, more) {
  const next = new Set(ids);
  for (const id of more) {
    if (all) next.delete(id);
    else next.add(id);
  }
  return { all, ids: next };
}

/**
 * Without what is no more in the view.
 * @param {Selection} selection
 * @param {readonly string[]} order  Ids of the view.
 * @returns {Selection} The same one where nothing is gone.
 */
export function within(selection, order) {
  const there = new Set(order);
  const ids = new Set([...selection.ids].filter((id) => there.has(id)));
  return ids.size === selection.ids.size ? selection : { all: selection.all, ids };
}

/**
 * The ids that are chosen, in their order in the view where that is known.
 * @param {Selection} selection
 * @param {readonly string[] | undefined} order  Ids of the view; needed where `all` is set.
 */
export function chosenIds({ all, ids }, order) {
  if (all) return (order ?? []).filter((id) => !ids.has(id));
  if (!order) return [...ids];
  return order.filter((id) => ids.has(id));
}
