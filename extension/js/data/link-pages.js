import { pagesOf } from "../core/viewport.js";

/** @import {Language, LinkPage, LinkQuery, LinkView} from '../../wasm/urlink.js' */
/** @import {ViewQuery} from '../core/route.js' */

/** How many links are asked for at a time: as many as are in sight on a great screen, for each letter waits for them. */
export const PAGE_SIZE = 64;

/** Questions that wait for their answers: who scrolls fast is shown where he is, not what he has passed. */
const AT_ONCE = 2;

/** How many pages are kept, those nearest to what shows: 100,000 links would take 200 MB. */
export const KEPT = 50;

/**
 * Where the links come from.
 * @typedef {object} LinkSource
 * @property {(query: LinkQuery) => Promise<LinkPage>} queryLinks
 * @property {(ids: string[], language: Language) => Promise<LinkView[]>} getLinks
 * @property {(query: ViewQuery) => Promise<string[]>} queryIds
 * @property {(query: ViewQuery, language: Language) => LinkPage | undefined} [lastKnown]  The first links, as they were.
 * @property {(query: ViewQuery, language: Language, page: LinkPage) => void} [keep]  The first links, as they are.
 */

/**
 * The links of one view, of which only the pages that were looked at are known. What is known stays in sight until
 * its newer form is there, so nothing flickers.
 */
export class LinkPages {
  /** @type {Map<number, { links: LinkView[], stale: boolean }>} */
  #pages = new Map();
  /** @type {Set<number>} */
  #asked = new Set();
  /** Replies to questions of an earlier round are not listened to. */
  #round = 0;
  /** @type {LinkSource} */
  #source;
  /** @type {(error?: unknown) => void} */
  #changed;
  /** @type {ViewQuery} */
  #query = { category: "all" };
  /** What is known answers another question: it stays in sight until the first answer to this one. */
  #outdated = false;
  /** Nobody has said yet that what is known still holds. */
  #unsure = false;
  /** @type {Language} */
  #language = "en";
  #first = 0;
  #last = 0;
  /** @type {Promise<string[]> | undefined} */
  #order;

  /** @type {number | undefined} How many links there are; undefined: not known yet. */
  total = undefined;
  /** Counts the answers after which all links are others. */
  answer = 0;
  /** Links that became full cards before the user's eyes. @type {Set<string>} */
  settled = new Set();

  /**
   * @param {LinkSource} source
   * @param {(error?: unknown) => void} changed  Called when there is something else to draw, or a question failed.
   */
  constructor(source, changed) {
    this.#source = source;
    this.#changed = changed;
  }

  /**
   * Turns to the links of a view.
   * @param {ViewQuery} query
   * @param {Language} language
   */
  show(query, language) {
    const same = sameQuery(query, this.#query);
    if (same && language === this.#language && this.total !== undefined) return;
    const looked = query.search !== undefined || this.#query.search !== undefined;
    if (query.category !== this.#query.category && !looked) {
      this.#forget();
    } else if (!same) this.#outdated = true;
    this.#query = query;
    this.#language = language;
    if (this.total === undefined) this.#takeUp(this.#source.lastKnown?.(query, language));
    void this.reorder();
  }

  /** @param {LinkPage | undefined} page  As it was last known. */
  #takeUp(page) {
    if (!page) return;
    this.#pages.set(0, { links: page.links, stale: true });
    this.total = page.total;
    this.#unsure = true;
  }

  #keep() {
    const first = this.#pages.get(0);
    if (!first || first.stale || this.total === undefined) return;
    this.#source.keep?.(this.#query, this.#language, { total: this.total, links: first.links });
  }

  /** @param {number} index */
  at(index) {
    return this.#pages.get(Math.floor(index / PAGE_SIZE))?.links[index % PAGE_SIZE];
  }

  /** The links that are known. */
  get known() {
    return [...this.#pages.values()].flatMap(({ links }) => links);
  }

  /** The ids of all links of the view, in their order. */
  order() {
    this.#order ??= this.#source.queryIds(this.#query);
    this.#order.catch(() => {
      this.#order = undefined;
    });
    return this.#order;
  }

  /**
   * Asks for what is missing of the cells that show.
   * @param {number} first
   * @param {number} last
   */
  want(first, last) {
    this.#first = first;
    this.#last = last;
    void this.#ask();
  }

  /**
   * The order or the number of the links is another. Ends with the answers: whoever asks again before is answered later.
   */
  async reorder() {
    this.#round++;
    this.#order = undefined;
    this.#asked.clear();
    for (const page of this.#pages.values()) page.stale = true;
    await this.#ask();
  }

  /**
   * Some links are not what they were: those in sight are asked for at once, the others when they come into sight.
   * @param {string[]} ids
   */
  async refresh(ids) {
    const changed = new Set(ids);
    const inSight = [];
    for (const [number, page] of this.#pages) {
      for (const [slot, link] of page.links.entries()) {
        if (!changed.has(link.id)) continue;
        const index = number * PAGE_SIZE + slot;
        if (index >= this.#first && index < this.#last) inSight.push(link.id);
        else page.stale = true;
      }
    }
    if (inSight.length === 0) return;
    const round = this.#round;
    try {
      const links = await this.#source.getLinks(inSight, this.#language);
      if (round !== this.#round) return;
      const byId = new Map(links.map((link) => [link.id, link]));
      for (const page of this.#pages.values()) {
        page.links = page.links.map((old) => this.#replaced(old, byId.get(old.id)));
      }
      this.#keep();
      this.#changed();
    } catch (error) {
      this.#changed(error);
    }
  }

  /**
   * @param {LinkView} old
   * @param {LinkView | undefined} link
   */
  #replaced(old, link) {
    if (!link) return old;
    if (old.state === "waiting" && link.state !== "waiting") this.settled.add(link.id);
    return link;
  }

  async #ask() {
    const asked = [];
    const last = Math.max(this.#last, this.#first + 1);
    for (const number of pagesOf(this.#first, last, PAGE_SIZE)) {
      if (this.#asked.size >= AT_ONCE) break;
      const known = this.#pages.get(number);
      if (this.#asked.has(number) || (known && !known.stale)) continue;
      if (this.total !== undefined && number > 0 && number * PAGE_SIZE >= this.total) continue;
      this.#asked.add(number);
      asked.push(this.#load(number));
    }
    await Promise.all(asked);
  }

  /** @param {number} number */
  async #load(number) {
    const round = this.#round;
    try {
      const { total, links } = await this.#source.queryLinks({
        ...this.#query,
        offset: number * PAGE_SIZE,
        limit: PAGE_SIZE,
        language: this.#language,
      });
      if (round !== this.#round) return;
      this.#asked.delete(number);
      if (this.#outdated) {
        this.#pages.clear();
        this.#outdated = false;
        this.answer++;
      } else this.#settle(links);
      this.#pages.set(number, { links, stale: false });
      this.#unsure = false;
      this.#cut(total);
      this.#forgetFarthest();
      this.#keep();
      this.#changed();
      void this.#ask();
    } catch (error) {
      if (round !== this.#round) return;
      this.#asked.delete(number);
      // Of a library that does not open nothing is shown as if it did.
      if (this.#unsure) this.#forget();
      this.#changed(error);
    }
  }

  #forget() {
    this.#pages.clear();
    this.settled.clear();
    this.total = undefined;
    this.answer++;
    this.#unsure = false;
  }

  #forgetFarthest() {
    const here = this.#first / PAGE_SIZE;
    const numbers = [...this.#pages.keys()];
    numbers.sort((one, other) => Math.abs(one - here) - Math.abs(other - here));
    for (const number of numbers.slice(KEPT)) this.#pages.delete(number);
  }

  /** @param {LinkView[]} links */
  #settle(links) {
    const waited = new Set();
    for (let index = this.#first; index < this.#last; index++) {
      const link = this.at(index);
      if (link?.state === "waiting") waited.add(link.id);
    }
    for (const link of links)
      if (link.state !== "waiting" && waited.has(link.id)) this.settled.add(link.id);
  }

  /** @param {number} total */
  #cut(total) {
    this.total = total;
    for (const number of this.#pages.keys()) {
      if (number > 0 && number * PAGE_SIZE >= total) this.#pages.delete(number);
    }
  }
}

/**
 * @param {ViewQuery} one
 * @param {ViewQuery} other
 */
function sameQuery(one, other) {
  return (
    one.category === other.category &&
    one.sort === other.sort &&
    one.search === other.search &&
    one.tag === other.tag
  );
}
