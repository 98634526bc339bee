/**
 * A function that gives what it gave last while it is asked for the same.
 * @template {readonly unknown[]} Args
 * @template Result
 * @param {(...args: Args) => Result} make
 * @returns {(...args: Args) => Result}
 */
export function remembered(make) {
  /** @type {{ args: Args, result: Result } | undefined} */
  let last;
  return (...args) => {
    if (!last || args.some((arg, at) => !Object.is(arg, last?.args[at]))) {
      last = { args, result: make(...args) };
    }
    return last.result;
  };
}
