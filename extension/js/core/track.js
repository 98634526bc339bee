/**
 * What scrolls past a view. Chrome lays nothing out that is higher than 2^25 pixels of the screen, so what is longer
 * gets a track of that height, on which each pixel stands for a little more than one.
 * @typedef {object} Track
 * @property {number} length  Of what scrolls, in pixels.
 * @property {number} height  Of the view.
 * @property {number} limit  See `highest`.
 */

/** A little less than 2^25, for what stands above and below the track. */
const HIGHEST = 33_000_000;

/**
 * The highest that may be laid out, in pixels of the page.
 * @param {number} pixelRatio  Of the screen to the page.
 */
export function highest(pixelRatio) {
  return Math.floor(HIGHEST / Math.max(1, pixelRatio));
}

/** How high the track is. @param {Track} track */
export function trackLength({ length, limit }) {
  return Math.min(length, limit);
}

/**
 * What is at the top of the view when the track is scrolled so far. Beyond both ends a pixel is a pixel again.
 * @param {number} scrolled
 * @param {Track} track
 */
export function topAt(scrolled, track) {
  const { whole, part } = ways(track);
  if (scrolled <= 0 || whole === part) return scrolled;
  return scrolled >= part ? whole + scrolled - part : (scrolled / part) * whole;
}

/**
 * How far the track is to be scrolled for that to be at the top: the way back of `topAt`.
 * @param {number} top
 * @param {Track} track
 */
export function scrolledTo(top, track) {
  const { whole, part } = ways(track);
  if (top <= 0 || whole === part) return top;
  return top >= whole ? part + top - whole : (top / whole) * part;
}

/** From the first to the last view: of what scrolls, and of its track. @param {Track} track */
function ways(track) {
  const part = Math.max(0, trackLength(track) - track.height);
  return { whole: Math.max(part, track.length - track.height), part };
}
