import { isBeyond, KnownPages, PAGE_SIZE, runOf } from "../core/known-pages.js";

/** @import {Language, LinkPage, LinkQuery, LinkView} from '../../wasm/urlink.js' */
/** @import {ViewQuery} from '../core/route.js' */
/** @import {Range} from '../core/viewport.js' */

/** Pages that are asked for in one question, at most: as many as are in sight on a great screen. */
const RUN = 8;

/** Questions that wait for their answers: who scrolls fast is shown where he is, not what he has passed. */
const AT_ONCE = 2;

/** What is in sight before it is known how much the screen shows. */
const FIRST_SIGHT = { first: 0, last: 2 * PAGE_SIZE };

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
  #pages = new KnownPages();
  /** The numbers of pages. @type {Set<number>} */
  #asked = new Set();
  #questions = 0;
  /** Replies to questions of an earlier round are not listened to. */
  #round = 0;
  /** @type {LinkSource} */
  #source;
  /** @type {(error?: unknown) => void} */
  #changed;
  /** @type {ViewQuery} */
  #query = { category: "all" };
  #outdated = false;
  /** Nobody has said yet that what is known still holds. */
  #unsure = false;
  /** @type {Language} */
  #language = "en";
  /** @type {Range} */
  #sight = FIRST_SIGHT;
  /** What is in sight and what is kept ready around it. @type {Range} */
  #wanted = FIRST_SIGHT;
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
    if (!same) this.#toStart();
    this.#query = query;
    this.#language = language;
    if (this.total === undefined) this.#takeUp(this.#source.lastKnown?.(query, language));
    void this.reorder();
  }

  /** @param {LinkPage | undefined} page  As it was last known. */
  #takeUp(page) {
    if (!page) return;
    this.#pages.put(0, page.links, true);
    this.total = page.total;
    this.#unsure = true;
  }

  #keep() {
    const links = this.#pages.first(RUN);
    if (links.length === 0 || this.total === undefined) return;
    this.#source.keep?.(this.#query, this.#language, { total: this.total, links });
  }

  /** What was asked for is seen from its beginning. */
  #toStart() {
    const fromStart = (/** @type {Range} */ { first, last }) => ({ first: 0, last: last - first });
    this.#sight = fromStart(this.#sight);
    this.#wanted = fromStart(this.#wanted);
  }

  /** @param {number} index */
  at(index) {
    return this.#pages.at(index);
  }

  /** What is known answers another question, and stays in sight until this one is answered. */
  get isOther() {
    return this.#outdated;
  }

  /** The links that are known. */
  get known() {
    return this.#pages.links;
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
   * Asks for what is missing of the cells that show or are kept ready.
   * @param {Range} wanted
   * @param {Range} [sight]  Those of them that show.
   */
  want(wanted, sight = wanted) {
    this.#wanted = wanted;
    this.#sight = sight;
    void this.#ask();
  }

  /**
   * The order or the number of the links is another. Ends with the answers: whoever asks again before is answered later.
   */
  async reorder() {
    this.#round++;
    this.#order = undefined;
    this.#asked.clear();
    this.#questions = 0;
    this.#pages.doubt();
    await this.#ask();
  }

  /**
   * Some links are not what they were: those in sight are asked for at once, the others when they come into sight.
   * @param {string[]} ids
   */
  async refresh(ids) {
    const inSight = this.#pages.changed(new Set(ids), this.#wanted);
    if (inSight.length === 0) return;
    const round = this.#round;
    try {
      const links = await this.#source.getLinks(inSight, this.#language);
      if (round !== this.#round) return;
      const byId = new Map(links.map((link) => [link.id, link]));
      this.#pages.replace((old) => this.#replaced(old, byId.get(old.id)));
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
    while (this.#questions < AT_ONCE) {
      const run = this.#missing();
      if (run.length === 0) break;
      asked.push(this.#load(run));
    }
    await Promise.all(asked);
  }

  /** What is asked for next: pages that follow one another. */
  #missing() {
    // Of what nothing is known yet, what is in sight comes alone.
    const isNew = this.#outdated || this.total === undefined;
    const range = isNew ? this.#sight : this.#wanted;
    return runOf(range, RUN, (number) => {
      if (this.#asked.has(number)) return false;
      return isNew || !(this.#pages.isFresh(number) || isBeyond(number, this.total ?? 0));
    });
  }

  /** @param {number[]} run */
  async #load(run) {
    const round = this.#round;
    const [number = 0] = run;
    this.#questions++;
    for (const one of run) this.#asked.add(one);
    try {
      const { total, links } = await this.#source.queryLinks({
        ...this.#query,
        offset: number * PAGE_SIZE,
        limit: run.length * PAGE_SIZE,
        language: this.#language,
      });
      if (round !== this.#round) return;
      this.#answered(run);
      if (this.#outdated) {
        this.#pages.forget();
        this.#outdated = false;
        this.answer++;
      } else this.#settle(links);
      this.#pages.put(number, links);
      this.#unsure = false;
      this.total = total;
      this.#pages.cut(total);
      this.#pages.forgetFarthest(this.#wanted.first);
      this.#keep();
      this.#changed();
      void this.#ask();
    } catch (error) {
      if (round !== this.#round) return;
      this.#answered(run);
      // Of a library that does not open nothing is shown as if it did.
      if (this.#unsure) this.#forget();
      this.#changed(error);
    }
  }

  /** @param {number[]} run */
  #answered(run) {
    this.#questions--;
    for (const number of run) this.#asked.delete(number);
  }

  #forget() {
    this.#pages.forget();
    this.settled.clear();
    this.total = undefined;
    this.answer++;
    this.#unsure = false;
  }

  /** @param {LinkView[]} links */
  #settle(links) {
    const waited = new Set();
    for (let index = this.#wanted.first; index < this.#wanted.last; index++) {
      const link = this.at(index);
      if (link?.state === "waiting") waited.add(link.id);
    }
    for (const link of links)
      if (link.state !== "waiting" && waited.has(link.id)) this.settled.add(link.id);
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
