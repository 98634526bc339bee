/**
 * What was done on a page and can be taken back: the last thing first. What was taken back can be done again, until
 * something else is done.
 * @template T
 */
export class Doings {
  /** @type {T[]} */
  #done = [];
  /** @type {T[]} */
  #undone = [];

  /** @param {T} change */
  did(change) {
    this.#done.push(change);
    this.#undone = [];
  }

  /** What to take back; it is asked for once. */
  takeBack() {
    return this.#done.pop();
  }

  /** What to do again; it is asked for once. */
  takeAgain() {
    return this.#undone.pop();
  }

  /** @param {T} change  By which it can be done again. */
  tookBack(change) {
    this.#undone.push(change);
  }

  /** @param {T} change  By which it can be taken back again. */
  didAgain(change) {
    this.#done.push(change);
  }

  /**
   * It has been taken back elsewhere.
   * @param {(change: T) => boolean} which
   */
  forget(which) {
    this.#done = this.#done.filter((change) => !which(change));
  }
}
