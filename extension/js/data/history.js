import { dayName, startOfDay } from "../core/days.js";
import { coalesce } from "../core/schedule.js";
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

/** Pages get their titles a while after they were visited: so long before the last look is looked at again. */
const MARGIN = 60_000;

/** A page gets its title at about this time after the visit, in milliseconds. */
const BEAT = 1000;

/** Pages whose addresses are looked at in one go. */
const BATCH = 1000;

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
  /** When what is newest was looked at last. */
  #renewed = 0;
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
    this.#renewed = this.#source.now();
    // Visits of the moment, and of clocks that run ahead, are of today.
    this.#from = range ? startOfDay(range.last, 1) : startOfDay(this.#source.now(), 2);
    this.more();
  }

  /** Follows what is visited from now on. */
  follow() {
    const renew = coalesce(
      () => this.#renew(),
      (later) => setTimeout(later, BEAT),
    );
    this.#stop = onHistory((what) => (what === "removed" ? this.show(this.#range) : renew()));
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
        const found = await this.#load(from, to, round);
        if (round !== this.#round) return;
        this.#from = from;
        if (this.#range) this.ended = from <= this.#range.first;
        else if (found === 0) this.ended = !(await this.#source.hasVisitsBefore(from));
        if (round !== this.#round) return;
        if (!this.#range && found < ENOUGH / 4) days = Math.min(2 * days, MOST_DAYS);
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
    if (this.#range && this.#range.last < startOfDay(now)) return;
    const from = this.#renewed - MARGIN;
    try {
      const pages = await this.#source.visitedPages(from, startOfDay(now, 2));
      const known = await this.#source.offered(pages.map(({ url }) => url));
      if (round !== this.#round) return;
      const found = pages.flatMap((page, at) =>
        entryOf(page, known[at], from, Number.POSITIVE_INFINITY),
      );
      for (const { key } of found) this.#forget(key);
      this.#take(found, from);
      this.#renewed = now;
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
   * Takes up the pages of some days that can be saved: the newest first, so that there is something to see at once.
   * @param {number} from
   * @param {number} to
   * @param {number} round
   * @returns {Promise<number>} how many there were
   */
  async #load(from, to, round) {
    const pages = await this.#source.visitedPages(from, to);
    // Where any day may be asked for, a page stands on the day on which it was visited last.
    const some = this.#range ? pages : pages.filter(({ time }) => time >= from && time < to);
    for (let at = 0; at < some.length; at += BATCH) {
      const batch = some.slice(at, at + BATCH);
      const known = await this.#source.offered(batch.map(({ url }) => url));
      if (round !== this.#round) return 0;
      this.#take(
        batch.flatMap((page, index) => entryOf(page, known[index], from, to)),
        from,
      );
      if (at + BATCH < some.length) this.#changed();
    }
    return some.length;
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

/**
 * @param {VisitedPage} page
 * @param {OfferedUrl | null | undefined} known
 * @param {number} from
 * @param {number} to
 * @returns {Entry[]}
 */
function entryOf({ url, title, time, visits }, known, from, to) {
  if (!known) return [];
  const here = time >= from && time < to;
  return [{ key: known.key, url, title, host: known.host, visits, ...(here && { time }) }];
}
