/**
 * Cuts a text into what was found in it and what was not.
 * @param {string} text
 * @param {readonly (readonly [number, number])[]} [found]  Where it was found, in UTF-16 units; in any order.
 * @returns {{ text: string, found: boolean }[]}
 */
export function pieces(text, found = []) {
  const parts = [];
  let at = 0;
  for (const [start, end] of [...found].sort(([one], [other]) => one - other)) {
    const from = Math.max(at, start);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (from > at) parts.push({ text: text.slice(at, from), found: false });
    parts.push({ text: text.slice(from, to), found: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), found: false });
  return parts;
}
