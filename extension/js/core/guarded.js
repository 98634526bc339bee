/**
 * Whether an error came out of WebAssembly that nothing in there caught. What was under way is half done then, and
 * nothing in that memory can be relied on.
 * @param {unknown} error
 */
export function isTrap(error) {
  if (error instanceof WebAssembly.RuntimeError) return true;
  // What the core reports was made there too, and so was the reason of what it breaks off.
  if (!(error instanceof Error) || error instanceof DOMException || error.name === "UrlinkError")
    return false;
  // Such as a stack that is too deep, or what the browser threw at the core.
  return /\bwasm-function\[/u.test(error.stack ?? "");
}

/** Sees to it that nobody waits for an answer of a core that has trapped. */
export class Guard {
  /** @type {Set<(reason: unknown) => void>} */
  #waiting = new Set();

  #fall;

  /** @param {(trap: unknown) => Error} fall  Called for a trap; gives what to tell whoever asked. */
  constructor(fall) {
    this.#fall = fall;
  }

  /**
   * The exports, guarded.
   * @template {object} Exports
   * @param {Exports} exports
   * @returns {Exports}
   */
  over(exports) {
    const guarded = Object.entries(exports).map(([name, value]) => [
      name,
      typeof value === "function" ? this.#guarded(value) : value,
    ]);
    return Object.fromEntries(guarded);
  }

  /**
   * Tells everybody who waits that no answer comes.
   * @param {unknown} reason
   */
  giveUp(reason) {
    for (const reject of this.#waiting) reject(reason);
    this.#waiting.clear();
  }

  /** @param {Function} call */
  #guarded(call) {
    return (/** @type {unknown[]} */ ...args) => {
      try {
        const answer = call(...args);
        return answer instanceof Promise ? this.#awaited(answer) : answer;
      } catch (error) {
        throw isTrap(error) ? this.#fall(error) : error;
      }
    };
  }

  /**
   * Not a race with one promise of the fall: that would remember every answer.
   * @param {Promise<unknown>} answer
   */
  #awaited(answer) {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      answer.then(resolve, reject).finally(() => this.#waiting.delete(reject));
    });
  }
}
