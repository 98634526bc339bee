import { pagesOf } from "./viewport.js";

/** @import {LinkView} from '../../wasm/urlink.js' */
/** @import {Range} from './viewport.js' */

/** How many links are known or not known together: few, for each letter that is typed waits for those in sight. */
export const PAGE_SIZE = 16;

/** How many pages are kept, those nearest to what shows: 100,000 links would take 200 MB. */
export const KEPT = 200;

/** The links of one view that are known, page by page; what is stale may be another by now. */
export class KnownPages {
  /** @type {Map<number, { links: LinkView[], stale: boolean }>} */
  #pages = new Map();

  /** @param {number} index */
  at(index) {
    return this.#pages.get(Math.floor(index / PAGE_SIZE))?.links[index % PAGE_SIZE];
  }

  get links() {
    return [...this.#pages.values()].flatMap(({ links }) => links);
  }

  /** Those of the first pages that are as they are shown, up to one that is not. @param {number} most  Pages. */
  first(most) {
    const links = [];
    for (let number = 0; number < most && this.isFresh(number); number++)
      links.push(...(this.#pages.get(number)?.links ?? []));
    return links;
  }

  /** @param {number} number */
  isFresh(number) {
    return this.#pages.get(number)?.stale === false;
  }

  /**
   * Takes in links that follow one another, in place of those that were known there.
   * @param {number} number  Of the first page; it is known from now on, even if it is empty.
   * @param {LinkView[]} links
   * @param {boolean} [stale]
   */
  put(number, links, stale = false) {
    for (let from = 0; from === 0 || from < links.length; from += PAGE_SIZE)
      this.#pages.set(number + from / PAGE_SIZE, {
        links: links.slice(from, from + PAGE_SIZE),
        stale,
      });
  }

  /** @param {(old: LinkView) => LinkView} by */
  replace(by) {
    for (const page of this.#pages.values()) page.links = page.links.map(by);
  }

  /** Whatever is known may be another. */
  doubt() {
    for (const page of this.#pages.values()) page.stale = true;
  }

  /**
   * Some links are not what they were.
   * @param {Set<string>} ids
   * @param {Range} wanted
   * @returns {string[]} those that are wanted; the pages of the others are stale
   */
  changed(ids, { first, last }) {
    const inSight = [];
    for (const [number, page] of this.#pages) {
      for (const [slot, { id }] of page.links.entries()) {
        if (!ids.has(id)) continue;
        const index = number * PAGE_SIZE + slot;
        if (index >= first && index < last) inSight.push(id);
        else page.stale = true;
      }
    }
    return inSight;
  }

  forget() {
    this.#pages.clear();
  }

  /** Forgets what is far from a place. @param {number} index */
  forgetFarthest(index) {
    const here = index / PAGE_SIZE;
    const numbers = [...this.#pages.keys()];
    numbers.sort((one, other) => Math.abs(one - here) - Math.abs(other - here));
    for (const number of numbers.slice(KEPT)) this.#pages.delete(number);
  }

  /** There are no more than that. @param {number} total */
  cut(total) {
    for (const number of this.#pages.keys())
      if (isBeyond(number, total)) this.#pages.delete(number);
  }
}

/**
 * The first pages of a range, in their order, that follow one another and are wanted.
 * @param {Range} range
 * @param {number} most
 * @param {(number: number) => boolean} isWanted
 */
export function runOf({ first, last }, most, isWanted) {
  const run = [];
  for (const number of pagesOf(first, Math.max(last, first + 1), PAGE_SIZE)) {
    if (isWanted(number)) run.push(number);
    else if (run.length > 0) break;
    if (run.length === most) break;
  }
  return run;
}

/**
 * The first page is there, also where it is empty.
 * @param {number} number
 * @param {number} total
 */
export function isBeyond(number, total) {
  return number > 0 && number * PAGE_SIZE >= total;
}
