/**
 * A text with something else between two markers, each on a line of its own.
 * @param {string} text
 * @param {string} name of the markers: `<!-- name -->` and `<!-- /name -->`
 * @param {string[]} lines
 */
export function replaceBetween(text, name, lines) {
  const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`there is no ${start.trim()} with its end`);
  return `${text.slice(0, from + start.length)}${lines.join("\n")}\n${text.slice(to)}`;
}
