import { dayName, startOfDay } from "../core/days.js";
import { hasVisitsBefore, onHistory, visitedPages } from "../platform/history.js";
import { offered } from "./offered.js";

/** @import {OfferedUrl} from '../../wasm/urlink.js' */
/** @import {Entry, Section} from '../core/outline.js' */
/** @import {VisitedPage} from '../platform/history.js' */

/**
 * Where the history comes from.
 * @typedef {object} HistorySource
 * @property {(from: number, to: number) => Promise<VisitedPage[]>} visitedPages
 * @property {(time: number) => Promise<boolean>} hasVisitsBefore
 * @property {(urls: string[]) => Promise<(OfferedUrl | null)[]>} offered
 * @property {() => number} now
 */

/** @type {HistorySource} */
const BROWSER = { visitedPages, hasVisitsBefore, offered, now: Date.now };

/** The days asked for at once grow while little is found, up to this. */
const MOST_DAYS = 64;

/** Days are asked for until there is as much more to look at. */
const ENOUGH = 60;

/**
 * The first day and the last, both whole, as they begin. Undefined: everything.
 * @typedef {{ first: number, last: number } | undefined} Range
 */

/** The browser's history by day, newest first, of which only the days that were looked at are known. */
export class History {
  #source;
  #changed;
  /** @type {Range} */
  #range;
  /** @type {Map<number, Map<string, Entry>>} By the beginning of the day, then by what makes two addresses one link. */
  #days = new Map();
  /** The keys that stand somewhere: each link stands once. @type {Set<string>} */
  #seen = new Set();
  /** Everything from here on is known. */
  #from = 0;
  /** Answers to questions of an earlier round are not listened to. */
  #round = 0;
  /** @type {Section[] | undefined} */
  #sections;
  /** @type {() => void} */
  #stop = () => undefined;

  /** Whether something is being asked for. */
  busy = false;
  /** Whether all of it is known. */
  ended = false;

  /**
   * @param {(error?: unknown) => void} changed  There is something else to draw, or a question failed.
   * @param {HistorySource} [source]
   */
  constructor(changed, source = BROWSER) {
    this.#changed = changed;
    this.#source = source;
  }

  /** How many pages are known. */
  get total() {
    return this.#seen.size;
  }

  /** The days that are known. Another array only where something is another. */
  get sections() {
    this.#sections ??= [...this.#days]
      .sort(([one], [other]) => other - one)
      .map(([day, entries]) => ({
        id: `day:${day}`,
        name: (now, language) => dayName(day, now, language),
        depth: 0,
        entries: [...entries.values()].sort((one, other) => (other.time ?? 0) - (one.time ?? 0)),
      }));
    return this.#sections;
  }

  /**
   * Begins anew, with these days only.
   * @param {Range} range
   */
  show(range) {
    this.#range = range;
    this.#round++;
    this.#days = new Map();
    this.#seen = new Set();
    this.#sections = [];
    this.busy = false;
    this.ended = false;
    // Visits of the moment, and of clocks that run ahead, are of today.
    this.#from = range ? startOfDay(range.last, 1) : startOfDay(this.#source.now(), 2);
    this.more();
  }

  /** Follows what is visited from now on. */
  follow() {
    this.#stop = onHistory((what) => (what === "removed" ? this.show(this.#range) : this.#renew()));
  }

  close() {
    this.#round++;
    this.#stop();
  }

  /** Asks for earlier days, until there is a good deal more or nothing is left. */
  more() {
    if (this.busy || this.ended) return;
    this.busy = true;
    void this.#loadMore();
  }

  async #loadMore() {
    const round = this.#round;
    const before = this.total;
    let days = 1;
    try {
      while (!this.ended && this.total < before + ENOUGH) {
        const to = this.#from;
        const from = Math.max(startOfDay(to, -days), this.#range?.first ?? 0);
        const found = await this.#read(from, to);
        if (round !== this.#round) return;
        this.#from = from;
        this.#take(found, from);
        if (this.#range) this.ended = from <= this.#range.first;
        else if (found.length === 0) this.ended = !(await this.#source.hasVisitsBefore(from));
        if (round !== this.#round) return;
        if (!this.#range && found.length < ENOUGH / 4) days = Math.min(2 * days, MOST_DAYS);
      }
      this.busy = false;
      this.#changed();
    } catch (error) {
      if (round !== this.#round) return;
      this.busy = false;
      this.ended = true;
      this.#changed(error);
    }
  }

  /** What was visited since stands on top. */
  async #renew() {
    const round = this.#round;
    const now = this.#source.now();
    const from = startOfDay(now);
    if (this.#range && this.#range.last < from) return;
    try {
      const found = await this.#read(from, startOfDay(now, 2));
      if (round !== this.#round) return;
      for (const { key } of found) this.#forget(key);
      this.#take(found, from);
      this.#changed();
    } catch (error) {
      if (round === this.#round) this.#changed(error);
    }
  }

  /** @param {string} key */
  #forget(key) {
    this.#seen.delete(key);
    for (const [day, entries] of this.#days) {
      if (entries.delete(key) && entries.size === 0) this.#days.delete(day);
    }
  }

  /**
   * The pages of some days that can be saved.
   * @param {number} from
   * @param {number} to
   * @returns {Promise<Entry[]>}
   */
  async #read(from, to) {
    const pages = await this.#source.visitedPages(from, to);
    // Where any day may be asked for, a page stands on the day on which it was visited last.
    const some = this.#range ? pages : pages.filter(({ time }) => time >= from && time < to);
    const known = await this.#source.offered(some.map(({ url }) => url));
    return some.flatMap(({ url, title, time, visits }, index) => {
      const one = known[index];
      if (!one) return [];
      const here = time >= from && time < to;
      return [{ key: one.key, url, title, host: one.host, visits, ...(here && { time }) }];
    });
  }

  /**
   * @param {Entry[]} found
   * @param {number} from  The day of those whose time is not known.
   */
  #take(found, from) {
    for (const entry of found) {
      const day = startOfDay(entry.time ?? from);
      const entries = this.#days.get(day) ?? new Map();
      const same = entries.get(entry.key);
      if (same) same.visits = (same.visits ?? 0) + (entry.visits ?? 0);
      else if (!this.#seen.has(entry.key)) {
        this.#seen.add(entry.key);
        entries.set(entry.key, entry);
        this.#days.set(day, entries);
      }
    }
    this.#sections = undefined;
  }
}
