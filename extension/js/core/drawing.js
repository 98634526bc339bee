/** Milliseconds for which what is drawn may wait for an answer that changes nearly all of it. */
const PATIENCE = 60;

/**
 * Draws once for a burst of calls, with the next frame of the screen. While such an answer is awaited, a frame of its
 * own would only hold it up: what else there is to draw is drawn with it, or when it is late.
 * @param {() => void} draw
 * @param {() => boolean} isAwaited
 * @param {(draw: () => void) => unknown} frame  Such as `requestAnimationFrame`.
 * @returns {() => void} asks for a drawing
 */
export function drawing(draw, isAwaited, frame) {
  let planned = false;
  /** Since when it waits. @type {number | undefined} */
  let since;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let late;
  const run = () => {
    planned = false;
    since ??= performance.now();
    clearTimeout(late);
    const left = since + PATIENCE - performance.now();
    if (isAwaited() && left > 0) {
      late = setTimeout(plan, left);
      return;
    }
    since = undefined;
    draw();
  };
  const plan = () => {
    if (!planned) frame(run);
    planned = true;
  };
  return plan;
}
