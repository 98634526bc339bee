import { touched } from "../core/marquee.js";

/** @import {Cells, Point} from '../core/marquee.js' */

/** A press becomes a rectangle when it has moved so far, in pixels. */
const SLACK = 5;
/** So near to an edge the cards begin to scroll, in pixels. */
const EDGE = 40;

/**
 * @typedef {object} MarqueeHost
 * @property {() => { cells: Cells, origin: Point } | undefined} shape  `origin`: of the first cell, on the screen.
 * @property {() => void} begin
 * @property {(indexes: number[], event: { adds: boolean }) => void} touch
 * @property {() => void} press  It was a press beside the cards, and nothing more.
 */

/**
 * A rectangle drawn by the mouse chooses the cells it touches; at an edge, and by the wheel, the view scrolls along.
 * Escape takes it away, and what it chose.
 */
export class Marquee {
  #host;
  #scroller;
  #box = document.createElement("div");
  /** @type {Point} */
  #start = { x: 0, y: 0 };
  /** @type {PointerEvent | undefined} */
  #last;
  #drawing = false;
  /** Nothing has been drawn since the button went down. */
  #isPress = false;
  #adds = false;

  /**
   * @param {HTMLElement} scroller
   * @param {MarqueeHost} host
   */
  constructor(scroller, host) {
    this.#scroller = scroller;
    this.#host = host;
    this.#box.className = "marquee";
    this.#box.hidden = true;
    document.body.append(this.#box);
    scroller.addEventListener("pointerdown", this.#down);
  }

  #down = (/** @type {PointerEvent} */ event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const beside =
      event.clientX >= this.#scroller.getBoundingClientRect().left + this.#scroller.clientWidth;
    if (event.button !== 0 || event.pointerType === "touch" || beside) return;
    if (target.closest(".card, button, a, input, textarea")) return;
    const shape = this.#host.shape();
    if (!shape) return;
    event.preventDefault();
    this.#start = { x: event.clientX - shape.origin.x, y: event.clientY - shape.origin.y };
    this.#adds = event.ctrlKey || event.metaKey || event.shiftKey;
    this.#last = event;
    this.#isPress = true;
    this.#scroller.setPointerCapture(event.pointerId);
    this.#scroller.addEventListener("pointermove", this.#move);
    this.#scroller.addEventListener("lostpointercapture", this.#end, { once: true });
  };

  #move = (/** @type {PointerEvent} */ event) => {
    const first = /** @type {PointerEvent} */ (this.#last);
    this.#last = event;
    if (!this.#drawing) {
      const shape = this.#host.shape();
      if (!shape) return;
      const dx = event.clientX - shape.origin.x - this.#start.x;
      const dy = event.clientY - shape.origin.y - this.#start.y;
      if (Math.hypot(dx, dy) < SLACK) {
        this.#last = first;
        return;
      }
      this.#drawing = true;
      this.#isPress = false;
      this.#box.hidden = false;
      this.#host.begin();
      this.#scroller.addEventListener("scroll", this.#scrolled);
      addEventListener("keydown", this.#key, { capture: true });
      requestAnimationFrame(this.#scroll);
    }
    this.#draw();
  };

  #draw() {
    const shape = this.#host.shape();
    if (!shape || !this.#last) return;
    const { origin, cells } = shape;
    const here = { x: this.#last.clientX - origin.x, y: this.#last.clientY - origin.y };
    const view = this.#scroller.getBoundingClientRect();
    const left = Math.max(view.left, Math.min(this.#start.x, here.x) + origin.x);
    const top = Math.max(view.top, Math.min(this.#start.y, here.y) + origin.y);
    const right = Math.min(view.right, Math.max(this.#start.x, here.x) + origin.x);
    const bottom = Math.min(view.bottom, Math.max(this.#start.y, here.y) + origin.y);
    const { style } = this.#box;
    style.transform = `translate(${left}px, ${top}px)`;
    style.width = `${Math.max(0, right - left)}px`;
    style.height = `${Math.max(0, bottom - top)}px`;
    this.#host.touch(touched(this.#start, here, cells), { adds: this.#adds });
  }

  #scroll = () => {
    if (!this.#drawing || !this.#last) return;
    const view = this.#scroller.getBoundingClientRect();
    const above = view.top + EDGE - this.#last.clientY;
    const below = this.#last.clientY - (view.bottom - EDGE);
    const speed = Math.max(0, below) - Math.max(0, above);
    if (speed !== 0) {
      this.#scroller.scrollTop += Math.sign(speed) * Math.min(40, Math.abs(speed) / 2);
      this.#draw();
    }
    requestAnimationFrame(this.#scroll);
  };

  #scrolled = () => this.#draw();

  #key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.#stop();
    this.#host.touch([], { adds: true });
  };

  #end = () => {
    this.#stop();
    if (this.#isPress) this.#host.press();
  };

  #stop() {
    this.#drawing = false;
    this.#box.hidden = true;
    this.#scroller.removeEventListener("pointermove", this.#move);
    this.#scroller.removeEventListener("scroll", this.#scrolled);
    removeEventListener("keydown", this.#key, { capture: true });
  }
}
