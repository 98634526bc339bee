/**
 * Lets work be done one after the other: each begins when the one before has ended, however that ended.
 * @returns {<T>(work: () => Promise<T>) => Promise<T>} ends as the work does
 */
export function turns() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
