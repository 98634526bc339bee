import { Doings } from "../core/doings.js";
import { t } from "../core/i18n.js";
import { sentence } from "../data/library.js";
import { send } from "../platform/messages.js";
import { state } from "./manager-state.js";

/** @import {Change} from '../../wasm/urlink.js' */

/** How long a message stays. */
export const TOAST_TIME = 6000;

let lastToast = 0;

/** @type {Map<number, ReturnType<typeof setTimeout>>} */
const leaving = new Map();

/** @type {Doings<Change>} */
const doings = new Doings();

/** The messages that offer to take something back, by what that is. @type {Map<string, number>} */
const offers = new Map();

/**
 * @param {'good' | 'problem'} kind
 * @param {string} text
 * @param {{ label: string, run: () => void }} [action]  What may still be done.
 * @returns {number} which message it is
 */
export function say(kind, text, action) {
  const id = ++lastToast;
  const toast = { id, kind, text, ...(action && { action }) };
  state.set({ toasts: [...state.get().toasts.slice(-2), toast] });
  letGo();
  return id;
}

/** @param {number} id */
export function dismissToast(id) {
  clearTimeout(leaving.get(id));
  leaving.delete(id);
  state.set({ toasts: state.get().toasts.filter((toast) => toast.id !== id) });
}

/** The messages stay while somebody is at them. */
export function hold() {
  for (const timer of leaving.values()) clearTimeout(timer);
  leaving.clear();
}

/** The messages leave after their time. */
export function letGo() {
  for (const { id } of state.get().toasts) {
    if (!leaving.has(id))
      leaving.set(
        id,
        setTimeout(() => dismissToast(id), TOAST_TIME),
      );
  }
}

/**
 * Says what was done, and offers to take it back.
 * @param {Change} change
 * @param {string} text
 */
export function done(change, text) {
  if (change.links === 0 && change.kind !== "delete-category") return;
  doings.did(change);
  const toast = say("good", text, { label: t("undo"), run: () => undo(change) });
  offers.set(change.id, toast);
}

/**
 * What was done without a word, and can be taken back all the same.
 * @param {Change} change
 */
export function doneQuietly(change) {
  doings.did(change);
}

/** What is being done, taken back, or done again: one after the other, however fast the keys are. */
let turn = Promise.resolve();

/**
 * Does something that can be taken back: who takes back what was done last, means this. What goes wrong is said.
 * @param {() => Promise<unknown>} work
 */
export function deed(work) {
  const over = doing(work);
  turn = Promise.all([turn, over]).then(() => undefined);
  return over;
}

/** Takes back what was done last. */
export function undoLast() {
  turn = turn.then(async () => {
    const change = doings.takeBack();
    if (change) await takeBack(change);
    else say("problem", t("nothing_to_undo"));
  });
}

/** @param {Change} change */
function undo(change) {
  doings.forget((one) => one.id === change.id);
  turn = turn.then(() => takeBack(change));
}

/** Does again what was taken back last. */
export function redoLast() {
  turn = turn.then(doAgain);
}

async function doAgain() {
  const change = doings.takeAgain();
  if (!change) return;
  try {
    doings.didAgain(await send("undo", change.id));
    say("good", t("done_again"));
  } catch (error) {
    say("problem", sentence(error));
  }
}

/** @param {Change} change */
async function takeBack(change) {
  dismissToast(offers.get(change.id) ?? 0);
  offers.delete(change.id);
  try {
    doings.tookBack(await send("undo", change.id));
    say("good", t("undone"));
  } catch (error) {
    say("problem", sentence(error));
  }
}

/**
 * Does something; what goes wrong is said.
 * @param {() => Promise<unknown>} work
 */
export async function doing(work) {
  try {
    await work();
  } catch (error) {
    say("problem", sentence(error));
  }
}
