/**
 * Where in a list something that is dragged would go: before an entry, or behind the last.
 * @param {readonly string[]} ids
 * @param {string} over  The entry that the pointer is over.
 * @param {boolean} behind  It is over the latter half of it.
 * @returns {string | undefined} Undefined: behind the last.
 */
export function beforeWhich(ids, over, behind) {
  const at = ids.indexOf(over);
  return at < 0 ? undefined : ids[at + (behind ? 1 : 0)];
}

/**
 * Where something goes that is moved by a step in its list.
 * @param {readonly string[]} ids
 * @param {string} id
 * @param {-1 | 1} step
 * @returns {{ before: string | undefined } | undefined} Undefined: it is at the end already.
 */
export function stepped(ids, id, step) {
  const at = ids.indexOf(id);
  const next = at + step;
  if (at < 0 || next < 0 || next >= ids.length) return undefined;
  return { before: ids[step > 0 ? next + 1 : next] };
}
