/** @import {Entry} from './outline.js' */

/** The entries of a list that are chosen. They stay chosen while a search hides them. */
export class Chosen {
  /** @type {Map<string, Entry>} */
  #entries = new Map();
  /** Where a range begins. @type {string | undefined} */
  #anchor;

  get size() {
    return this.#entries.size;
  }

  /** In the order in which they were chosen. */
  get entries() {
    return [...this.#entries.values()];
  }

  /** @param {Entry} entry */
  has({ key }) {
    return this.#entries.has(key);
  }

  clear() {
    this.#entries.clear();
    this.#anchor = undefined;
  }

  /** @param {Entry} entry */
  toggle(entry) {
    if (!this.#entries.delete(entry.key)) this.#entries.set(entry.key, entry);
    this.#anchor = entry.key;
  }

  /** @param {Entry[]} entries */
  add(entries) {
    for (const entry of entries) this.#entries.set(entry.key, entry);
  }

  /**
   * Chooses all of some entries; where they are chosen already, none of them.
   * @param {Entry[]} entries
   */
  toggleAll(entries) {
    const all = entries.every((entry) => this.has(entry));
    if (!all) this.add(entries);
    else for (const { key } of entries) this.#entries.delete(key);
    this.#anchor = entries[0]?.key;
  }

  /**
   * Chooses everything from the entry that was chosen last to this one.
   * @param {Entry[]} order  The entries as they stand in the list.
   * @param {Entry} entry
   */
  extend(order, entry) {
    const to = order.findIndex(({ key }) => key === entry.key);
    const anchor = order.findIndex(({ key }) => key === this.#anchor);
    const from = anchor < 0 ? to : anchor;
    if (anchor < 0) this.#anchor = entry.key;
    this.add(order.slice(Math.min(from, to), Math.max(from, to) + 1));
  }

  /**
   * Whether all, some or none of some entries are chosen.
   * @param {Entry[]} entries
   * @returns {'true' | 'mixed' | 'false'}
   */
  share(entries) {
    const count = entries.filter((entry) => this.has(entry)).length;
    if (count === 0) return "false";
    return count === entries.length ? "true" : "mixed";
  }
}
