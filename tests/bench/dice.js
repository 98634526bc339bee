/** How many deviations of a normal distribution reach to 95 %. */
const DEVIATIONS_TO_P95 = 1.645;

/** Chance that is the same everywhere: the same seed, the same numbers (mulberry32). */
export class Dice {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** From 0 to 1, without 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /**
   * A whole number from 0 up to, and without, a bound.
   * @param {number} bound
   */
  below(bound) {
    return Math.floor(this.next() * bound);
  }

  /**
   * @template T
   * @param {T[]} choices at least one
   * @returns {T}
   */
  pick(choices) {
    return /** @type {T} */ (choices[this.below(choices.length)]);
  }

  /** Of the normal distribution around 0, with a deviation of 1 (Box and Muller). */
  normal() {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /**
   * Of a distribution whose logarithm is normal: of sizes and of times.
   * @param {{median: number, p95: number}} shape
   */
  lognormal({ median, p95 }) {
    const spread = Math.log(p95 / median) / DEVIATIONS_TO_P95;
    return median * Math.exp(spread * this.normal());
  }

  /**
   * Some of a list, in its order.
   * @template T
   * @param {T[]} list
   * @param {number} count
   */
  sample(list, count) {
    const keys = list.map((_, index) => ({ index, key: this.next() }));
    keys.sort((one, other) => one.key - other.key);
    const chosen = new Set(keys.slice(0, count).map(({ index }) => index));
    return list.filter((_, index) => chosen.has(index));
  }
}
