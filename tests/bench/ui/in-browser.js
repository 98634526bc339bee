// What runs in the browser: each function is sent there as text, and has nothing but its argument.

/**
 * When a message was answered, and when the frame with the answer was begun and on the screen.
 * @typedef {{answered: number, begun: number, shown: number}} Times
 */

/**
 * @typedef {object} Bench
 * @property {() => Promise<number>} painted ends when what was drawn last is on the screen: the time
 * @property {(selector: string) => Promise<number>} seen ends when something is on the screen: the time
 * @property {(name: string, about?: string) => Promise<Times>} asked ends when a message is answered and the answer is on
 *   the screen; `about`: the words it looks for
 * @property {Promise<Times>} first when the first question for links is answered
 */

/** Makes ready every page that is opened. */
export function prepare() {
  /** @returns {Promise<{begun: number, shown: number}>} */
  const drawn = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const begun = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ begun, shown: performance.now() });
        port2.postMessage(null);
      });
    });
  const painted = async () => (await drawn()).shown;
  /** @param {string} selector */
  const seen = (selector) =>
    new Promise((resolve) => {
      const look = () => {
        if (!document.querySelector(selector)) return;
        observer.disconnect();
        resolve(painted());
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { attributes: true, childList: true, subtree: true });
      look();
    });
  /** @type {{name: string, about: string | undefined, tell: (times: Times) => void}[]} */
  const waiting = [];
  /** @type {(message: unknown) => Promise<unknown>} */
  const send = chrome.runtime.sendMessage.bind(chrome.runtime);
  /** @param {{name: string, args: any[]}} message */
  const followed = async (message) => {
    const answer = await send(message);
    const answered = performance.now();
    for (const { name, about, tell } of waiting) {
      const said = message.args[0]?.search ?? "";
      if (name !== message.name || (about !== undefined && said !== about)) continue;
      drawn().then((times) => tell({ answered, ...times }));
    }
    return answer;
  };
  Object.assign(chrome.runtime, { sendMessage: followed });
  /** @param {string} name @param {string} [about] */
  const asked = (name, about) =>
    new Promise((resolve) => {
      /** @param {Times} times */
      const tell = (times) => {
        waiting.splice(waiting.indexOf(one), 1);
        resolve(times);
      };
      const one = { name, about, tell };
      waiting.push(one);
    });
  Object.assign(globalThis, { bench: { painted, seen, asked, first: asked("queryLinks") } });
}

/**
 * How long after the page was asked for something is on the screen.
 * @param {string} selector
 */
export const opened = (selector) =>
  /** @type {{bench: Bench}} */ (/** @type {unknown} */ (globalThis)).bench.seen(selector);

/** How long after the page was asked for its links are on the screen as the worker says they are. */
export async function confirmed() {
  const { bench } = /** @type {{bench: Bench}} */ (/** @type {unknown} */ (globalThis));
  return (await bench.first).shown;
}

/**
 * Records the time of each frame that the page draws, until it is told to stop.
 * @returns {Promise<number[]>}
 */
export function recordFrames() {
  /** @type {number[]} */
  const frames = [];
  return new Promise((resolve) => {
    /** @param {number} time */
    const frame = (time) => {
      frames.push(time);
      if (!("stopFrames" in globalThis)) requestAnimationFrame(frame);
      else {
        Reflect.deleteProperty(globalThis, "stopFrames");
        resolve(frames);
      }
    };
    requestAnimationFrame(frame);
  });
}

export const stopFrames = () => void Object.assign(globalThis, { stopFrames: true });

/** How far what scrolls can still be scrolled. */
export function scrollLength() {
  const scroller = document.querySelector(".scroll");
  return scroller ? scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop : 0;
}

/**
 * Turns the manager to another view.
 * @param {string} hash
 */
export function show(hash) {
  location.hash = hash;
}

export const scrollBack = () => document.querySelector(".scroll")?.scrollTo(0, 0);

/**
 * How long until every card in sight is there.
 * @returns {Promise<number>}
 */
export function settled() {
  const start = performance.now();
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(".unknown")) requestAnimationFrame(look);
      else resolve(performance.now() - start);
    };
    look();
  });
}

/**
 * Types as people do, and tells how long after each letter what was found is on the screen, and how much of that took
 * the frame that drew it.
 * @param {string[]} states of the box
 * @returns {Promise<{shown: number, frame: number}[]>} milliseconds
 */
export async function type(states) {
  const { bench } = /** @type {{bench: Bench}} */ (/** @type {unknown} */ (globalThis));
  const box = /** @type {HTMLInputElement} */ (document.getElementById("find"));
  const times = [];
  for (const state of states) {
    // Ten letters a second, at any moment of a frame.
    await new Promise((resolve) => setTimeout(resolve, 90 + 20 * Math.random()));
    const asked = bench.asked("queryLinks", state.trim());
    const start = performance.now();
    box.value = state;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const { begun, shown } = await asked;
    times.push({ shown: shown - start, frame: shown - begun });
  }
  return times;
}

/**
 * How long the core takes for what stands in the box after each letter: it finds, and counts.
 * @param {string[]} states of the box
 * @returns {Promise<number[]>} milliseconds, without those of a question with nothing to do
 */
export async function find(states) {
  /** @param {object} message */
  const ask = async (message) => {
    const start = performance.now();
    const answer = await chrome.runtime.sendMessage(message);
    if (!answer?.ok) throw new Error(answer?.message ?? "the worker did not answer");
    return performance.now() - start;
  };
  const times = [];
  for (const search of states) {
    const nothing = await ask({ name: "getSettings", args: [] });
    const query = { category: "all", search, offset: 0, limit: 0 };
    times.push(Math.max(0, (await ask({ name: "queryLinks", args: [query] })) - nothing));
  }
  return times;
}

/** How long until all are chosen. */
export async function chooseAll() {
  const { bench } = /** @type {{bench: Bench}} */ (/** @type {unknown} */ (globalThis));
  const card = document.querySelector(".card");
  const start = performance.now();
  const key = { key: "a", ctrlKey: true, bubbles: true, cancelable: true };
  card?.dispatchEvent(new KeyboardEvent("keydown", key));
  return (await bench.seen(".bulk")) - start;
}

/**
 * Moves what is chosen, and takes it back.
 * @param {{move: string, category: string}} words the name of the button; where to
 */
export async function moveAndBack({ move, category }) {
  const { bench } = /** @type {{bench: Bench}} */ (/** @type {unknown} */ (globalThis));
  document.querySelector(`.bulk [aria-label="${move}"]`)?.dispatchEvent(new MouseEvent("click"));
  await bench.seen("dialog #place");
  const place = /** @type {HTMLInputElement} */ (document.querySelector("dialog #place"));
  place.value = category;
  place.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await bench.painted();
  await bench.painted();
  const moved = bench.asked("moveLinks");
  const start = performance.now();
  const key = { key: "Enter", bubbles: true, cancelable: true };
  place.dispatchEvent(new KeyboardEvent("keydown", key));
  const { answered } = await moved;
  const shown = await bench.seen(".toast-action");

  const back = bench.asked("undo");
  const startBack = performance.now();
  const undo = /** @type {HTMLElement} */ (document.querySelector(".toast-action"));
  undo.click();
  const undone = await back;
  await bench.seen(".card:not(.unknown)");
  return {
    move: { disk: answered - start, screen: shown - start },
    undo: { disk: undone.answered - startBack, screen: (await bench.painted()) - startBack },
  };
}

/**
 * How long it takes to write a key that is no link's.
 * @returns {Promise<number>}
 */
export async function write() {
  const start = performance.now();
  await chrome.storage.local.set({ bench: "" });
  return performance.now() - start;
}

/** Takes away what `write` wrote. */
export const unwrite = () => chrome.storage.local.remove("bench");

/**
 * How long it takes to save a link, until it is on the disk.
 * @param {string} url
 * @returns {Promise<{milliseconds: number, job: string}>}
 */
export async function saveOne(url) {
  const start = performance.now();
  const message = { name: "save", args: [{ urls: [url] }, {}] };
  const answer = await chrome.runtime.sendMessage(message);
  if (!answer?.ok) throw new Error(answer?.message ?? "the worker did not answer");
  return { milliseconds: performance.now() - start, job: answer.value.id };
}
