/** Milliseconds between two questions, at least: a bulk save writes several times a second. */
const BEAT = 60;

/** And at most, so that what is over is seen to be over. */
const LONGEST = 400;

/** Of what is followed, following it takes a quarter of the time at most. */
const REST = 3;

/**
 * How long to leave alone what is followed, after looking at it took so long.
 * @param {number} took  Milliseconds.
 */
export function restAfter(took) {
  return Math.min(LONGEST, Math.max(BEAT, REST * took));
}

/**
 * Runs `work` once for a burst of calls: at the next beat of `later`, never twice at a time. A call during a run
 * causes one more run.
 * @param {() => unknown} work
 * @param {(run: () => void) => void} later  Such as `requestAnimationFrame` or a `setTimeout` of some length.
 * @returns {() => void}
 */
export function coalesce(work, later) {
  let planned = false;
  let running = false;
  let again = false;
  const run = async () => {
    planned = false;
    running = true;
    try {
      await work();
    } finally {
      running = false;
      if (again) {
        again = false;
        call();
      }
    }
  };
  const call = () => {
    if (running) again = true;
    else if (!planned) {
      planned = true;
      later(run);
    }
  };
  return call;
}
