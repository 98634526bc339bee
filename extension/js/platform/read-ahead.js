/** Where the keys are kept: in the memory of the browser, which outlives the worker. */
const NAME = "read-first";

/** Of a library that is greater than most, the rest is read when it is asked for. */
const MOST = 512;

/** @typedef {Record<string, string>} Values */

/**
 * Reads what the core reads first while the core itself is still being loaded. Which keys those are, the worker before
 * has noted. What was read ahead counts until something is written, or the core has opened the library.
 */
export class ReadAhead {
  #area;
  #notes;

  /** @type {Promise<{keys: Set<string>, values: Values} | undefined> | undefined} */
  #ahead;

  /** What the core has asked for since the beginning. @type {Set<string> | undefined} */
  #asked;

  /**
   * @param {Pick<chrome.storage.StorageArea, "get">} area
   * @param {Pick<chrome.storage.StorageArea, "get" | "set">} notes
   */
  constructor(area, notes) {
    this.#area = area;
    this.#notes = notes;
  }

  begin() {
    this.#asked = new Set();
    // What cannot be read is read again by whoever asks for it.
    this.#ahead = this.#read().catch(() => undefined);
  }

  /**
   * @param {string[]} keys
   * @returns {Promise<Values>}
   */
  async get(keys) {
    for (const key of keys) this.#asked?.add(key);
    const ahead = await this.#ahead;
    // It may have ended meanwhile.
    if (!ahead || !this.#ahead) return this.#stored(keys);
    const others = keys.filter((key) => !ahead.keys.has(key));
    const values = others.length > 0 ? await this.#stored(others) : {};
    for (const key of keys) {
      const value = ahead.values[key];
      if (value !== undefined) values[key] = value;
    }
    return values;
  }

  /** Something is written. */
  forget() {
    this.#ahead = undefined;
  }

  /** The library is open, or cannot be opened. */
  async end() {
    const asked = [...(this.#asked ?? [])].slice(0, MOST);
    const read = this.#ahead;
    this.#ahead = undefined;
    this.#asked = undefined;
    const ahead = await read;
    const known = asked.length === ahead?.keys.size && asked.every((key) => ahead.keys.has(key));
    if (!known) await this.#notes.set({ [NAME]: asked });
  }

  async #read() {
    const keys = /** @type {string[] | undefined} */ ((await this.#notes.get(NAME))[NAME]);
    return keys && { keys: new Set(keys), values: await this.#stored(keys) };
  }

  /** @param {string[]} keys */
  #stored(keys) {
    return /** @type {Promise<Values>} */ (this.#area.get(keys));
  }
}
