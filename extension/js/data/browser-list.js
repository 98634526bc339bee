import { coalesce } from "../core/schedule.js";

/** @import {Section} from '../core/outline.js' */

/** The browser tells of each change; a burst of them is looked at once, so many milliseconds later. */
const BEAT = 150;

/** A list of the browser's that is read whole, and followed. */
export class BrowserList {
  #read;
  #follow;
  #changed;
  /** @type {() => void} */
  #stop = () => undefined;
  #isOn = false;
  #renew = coalesce(
    () => this.#load(),
    (later) => setTimeout(later, BEAT),
  );

  /** @type {Section[]} */
  sections = [];
  busy = false;
  ended = false;

  /**
   * @param {() => Promise<Section[]>} read
   * @param {(callback: () => void) => () => void} follow  Gives what ends it.
   * @param {(error?: unknown) => void} changed
   */
  constructor(read, follow, changed) {
    this.#read = read;
    this.#follow = follow;
    this.#changed = changed;
  }

  start() {
    this.#isOn = true;
    this.#stop = this.#follow(this.#renew);
    this.busy = !this.ended;
    void this.#load();
  }

  stop() {
    this.#isOn = false;
    this.#stop();
  }

  /** All of it is known at once. */
  more() {}

  async #load() {
    if (!this.#isOn) return;
    try {
      this.sections = await this.#read();
      this.busy = false;
      this.ended = true;
      this.#changed();
    } catch (error) {
      this.busy = false;
      this.ended = true;
      this.#changed(error);
    }
  }
}
