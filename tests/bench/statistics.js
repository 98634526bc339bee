/**
 * The value below which a share of the values lies, between neighbours in proportion.
 * @param {number[]} values at least one
 * @param {number} share 0 to 1
 */
export function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) throw new RangeError("no values");
  return below + (above - below) * (position - Math.floor(position));
}

/** @param {number[]} values at least one */
export const median = (values) => quantile(values, 0.5);

/** @param {number[]} values */
export const sum = (values) => values.reduce((total, value) => total + value, 0);

/**
 * @typedef {object} Speed
 * @property {number} pages
 * @property {number} megabytesPerSecond bytes of whole pages, in millions
 * @property {number} p50 milliseconds a page
 * @property {number} p95
 */

/**
 * @param {{bytes: number, milliseconds: number}[]} pages
 * @returns {Speed}
 */
export function speedOf(pages) {
  const times = pages.map(({ milliseconds }) => milliseconds);
  return {
    pages: pages.length,
    megabytesPerSecond: sum(pages.map(({ bytes }) => bytes)) / 1000 / sum(times),
    p50: median(times),
    p95: quantile(times, 0.95),
  };
}

/**
 * How many times as long something takes as something else, over the pages that both read.
 * @param {Map<string, number>} times milliseconds by page
 * @param {Map<string, number>} others
 */
export function ratioOf(times, others) {
  const common = [...times.keys()].filter((page) => others.has(page));
  /** @param {Map<string, number>} of */
  const total = (of) => sum(common.map((page) => of.get(page) ?? 0));
  return total(times) / total(others);
}
