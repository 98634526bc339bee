import { Dice } from "../dice.js";

/** How long a page lets wait for its first byte, in milliseconds. */
const LATENCY = { median: 250, p95: 750 };

/** As many hosts at most: more urls share them. */
const HOSTS = 1000;

/** Names that no resolver knows; whoever runs is told that all of them are this machine. */
export const DOMAIN = ".test";

/**
 * The urls of one run. Each run has hosts of its own, so that none finds connections open that
 * another one left.
 * @param {number} run
 * @param {number} count
 * @param {number} port
 */
export function urlsOf(run, count, port) {
  return Array.from({ length: count }, (_, index) => {
    const host = `run-${run}-site-${index % HOSTS}${DOMAIN}`;
    return `http://${host}:${port}/page/${index}`;
  });
}

/** @typedef {{run: number, kind: string, index: number}} Asked */

/**
 * What is asked for: the inverse of `urlsOf`, and the same for what pages refer to.
 * @param {string} host as in the header
 * @param {string} path
 * @returns {Asked | undefined}
 */
export function askedFor(host, path) {
  const run = /^run-(\d+)-/.exec(host)?.[1];
  const [, kind, index] = /^\/(page|image|icon|visit)\/(\d+)$/.exec(path) ?? [];
  if (!run || !kind || !index) return undefined;
  return { run: Number(run), kind, index: Number(index) };
}

/** How long each answer lets wait: by its number, whoever asks. */
export class Latencies {
  #dice;

  /** @type {number[]} */
  #known = [];

  /** @param {number} seed */
  constructor(seed) {
    this.#dice = new Dice(seed);
  }

  /**
   * @param {number} index
   * @returns {number} milliseconds
   */
  of(index) {
    while (this.#known.length <= index) this.#known.push(this.#dice.lognormal(LATENCY));
    return this.#known[index] ?? 0;
  }
}
