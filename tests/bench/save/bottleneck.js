/** What a connection sends before anybody has answered: ten packets. */
const FIRST_FLIGHT = 14_600;

/** Milliseconds between two turns. */
const TICK = 4;

/** What nobody sent for so many milliseconds may be sent at once. */
const BURST = 20;

/**
 * Somebody who takes bytes.
 * @typedef {object} Sink
 * @property {(bytes: Uint8Array) => unknown} write
 * @property {() => unknown} end
 * @property {boolean} destroyed
 */

/** @typedef {{total: number, each: number}} Rates bytes a second: of all together, of each */

/**
 * A line of limited width that all who send share fairly, and on which none is faster than a
 * server usually is.
 */
export class Bottleneck {
  /** @type {Map<Sink, {bytes: Uint8Array, sent: number}>} */
  #sending = new Map();

  #rates;

  #now;

  /** What may be sent now; less than nothing where first flights took it in advance. */
  #budget = 0;

  #filled = 0;

  #turned = 0;

  /** @type {NodeJS.Timeout | undefined} */
  #timer;

  /**
   * @param {Rates} rates
   * @param {() => number} now in milliseconds
   */
  constructor(rates, now = () => performance.now()) {
    this.#rates = rates;
    this.#now = now;
    this.#filled = now();
  }

  /**
   * @param {Sink} sink
   * @param {Uint8Array} bytes
   */
  send(sink, bytes) {
    const one = { bytes, sent: 0 };
    this.#fill();
    this.#push(sink, one, FIRST_FLIGHT);
    if (one.sent === bytes.length) return;
    if (this.#sending.size === 0) this.#turned = this.#now();
    this.#sending.set(sink, one);
    this.#timer ??= setInterval(() => this.turn(), TICK);
  }

  /** Sends what may be sent by now. */
  turn() {
    this.#fill();
    const most = ((this.#now() - this.#turned) / 1000) * this.#rates.each;
    this.#turned = this.#now();
    let left = this.#sending.size;
    // Whoever is served goes to the end.
    for (const [sink, one] of [...this.#sending]) {
      const share = Math.floor(Math.min(most, this.#budget / left));
      left -= 1;
      if (!sink.destroyed && share <= 0) continue;
      this.#sending.delete(sink);
      if (sink.destroyed) continue;
      this.#push(sink, one, share);
      if (one.sent < one.bytes.length) this.#sending.set(sink, one);
    }
    if (this.#sending.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** What a line does not carry at once, it does not carry later. */
  #fill() {
    const passed = this.#now() - this.#filled;
    this.#filled += passed;
    const { total } = this.#rates;
    this.#budget = Math.min(this.#budget + (passed * total) / 1000, (BURST * total) / 1000);
  }

  /**
   * @param {Sink} sink
   * @param {{bytes: Uint8Array, sent: number}} one
   * @param {number} most
   */
  #push(sink, one, most) {
    const part = one.bytes.subarray(one.sent, one.sent + most);
    one.sent += part.length;
    this.#budget -= part.length;
    sink.write(part);
    if (one.sent === one.bytes.length) sink.end();
  }
}
