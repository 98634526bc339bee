/** Holds those who want to pass until it is opened, and tells how many stand before it. */
export class Gate {
  #first;
  #held = 0;

  /** @type {(() => void) | undefined} */
  #open;

  /** @type {Promise<void>} */
  #opened;

  /** @type {Set<{count: number, resolve: () => void}>} */
  #watchers = new Set();

  /** @param {number} first how many may pass at once */
  constructor(first) {
    this.#first = first;
    this.#opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  /** Passes, or waits until the gate is opened. */
  async pass() {
    if (this.#first > 0) {
      this.#first -= 1;
      return;
    }
    this.#held += 1;
    for (const watcher of this.#watchers) if (this.#held >= watcher.count) watcher.resolve();
    await this.#opened;
  }

  /**
   * Ends once so many have come to stand before the gate.
   * @param {number} count
   * @returns {Promise<void>}
   */
  async held(count) {
    if (this.#held >= count) return;
    await new Promise((resolve) => {
      this.#watchers.add({ count, resolve: () => resolve(undefined) });
    });
  }

  open() {
    this.#open?.();
  }
}
