import { send } from "../platform/messages.js";

/** @import {SavedPlace} from '../../wasm/urlink.js' */

/** So many addresses are asked for at once. */
const BATCH = 1000;

/**
 * Which addresses are in the library, as far as that was asked. What is known stays in sight until its newer form is
 * there.
 */
export class SavedMarks {
  /** @type {Map<string, SavedPlace | null>} */
  #known = new Map();
  /** What is known from before the library changed. @type {Set<string>} */
  #stale = new Set();
  /** @type {Set<string>} */
  #asked = new Set();
  #changed;
  #ask;

  /** Another number whenever something that was told is another. */
  version = 0;

  /**
   * @param {(error?: unknown) => void} changed
   * @param {(urls: string[]) => Promise<(SavedPlace | null)[]>} [askFor]
   */
  constructor(changed, askFor = (urls) => send("savedPlaces", urls)) {
    this.#changed = changed;
    this.#ask = askFor;
  }

  /**
   * Where an address is saved; undefined also while that is not known.
   * @param {string} url
   */
  of(url) {
    const place = this.#known.get(url);
    return place && !place.deleted ? place : undefined;
  }

  /** The library is another. */
  renew() {
    this.#stale = new Set(this.#known.keys());
  }

  /** @param {Iterable<string>} urls  Of which it should be known. */
  want(urls) {
    const missing = [];
    for (const url of urls) {
      const isKnown = this.#known.has(url) && !this.#stale.has(url);
      if (!isKnown && !this.#asked.has(url)) missing.push(url);
    }
    for (let at = 0; at < missing.length; at += BATCH)
      void this.#learn(missing.slice(at, at + BATCH));
  }

  /** @param {string[]} urls */
  async #learn(urls) {
    for (const url of urls) {
      this.#asked.add(url);
      this.#stale.delete(url);
    }
    try {
      const places = await this.#ask(urls);
      const isNew = urls.some((url, at) => !isSame(this.#known.get(url), places[at]));
      for (const [at, url] of urls.entries()) this.#known.set(url, places[at] ?? null);
      if (isNew) this.version++;
      this.#changed();
    } catch (error) {
      this.#changed(error);
    } finally {
      for (const url of urls) this.#asked.delete(url);
    }
  }
}

/**
 * @param {SavedPlace | null | undefined} one
 * @param {SavedPlace | null | undefined} other
 */
function isSame(one, other) {
  return (
    one?.id === other?.id && one?.category === other?.category && one?.deleted === other?.deleted
  );
}
