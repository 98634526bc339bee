import { createStore } from "../core/store.js";
import { zoneName, zoneWatch } from "../core/zone.js";
import { send } from "../platform/messages.js";
import { onPermissions } from "../platform/permissions.js";
import { follow } from "./changes.js";
import { allow, isAllowed } from "./grants.js";
import { sentence } from "./library.js";

/** @import {ReminderList} from '../../wasm/urlink.js' */

/**
 * The reminders of all links; `heard`: whether Chrome may say when one rings. undefined: not known yet.
 * @typedef {{ list: ReminderList | undefined, heard: boolean | undefined, problem: string | undefined }} Reminders
 */
export const reminders = createStore(
  /** @type {Reminders} */ ({ list: undefined, heard: undefined, problem: undefined }),
);

/**
 * Takes up the reminders and follows them.
 * @param {(links: string[]) => void} changed  The links whose next reminder is another.
 */
export async function openReminders(changed) {
  follow(concerns, () => refresh(changed));
  onPermissions(refreshGrant);
  followZone();
  await Promise.all([refresh(changed), refreshGrant()]);
}

/** Nothing tells the worker of another time zone; who has travelled looks at this page sooner or later. */
function followZone() {
  const isOther = zoneWatch(zoneName);
  const look = () => {
    if (isOther()) void send("ringReminders").catch(console.error);
  };
  addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
}

/** @param {string} key */
function concerns(key) {
  if (key.startsWith("r:") || key === "c:categories") return true;
  const { rang = [], pending = [] } = reminders.get().list ?? {};
  return key.startsWith("l:") && [...rang, ...pending].some(({ link }) => key === `l:${link}`);
}

/** @param {(links: string[]) => void} changed */
async function refresh(changed) {
  try {
    const before = nextOf(reminders.get().list);
    const list = await send("listReminders");
    reminders.set({ list, problem: undefined });
    const after = nextOf(list);
    const links = [...new Set([...before.keys(), ...after.keys()])];
    const others = links.filter((link) => before.get(link) !== after.get(link));
    if (others.length > 0) changed(others);
  } catch (error) {
    reminders.set({ problem: sentence(error) });
  }
}

/**
 * When the next reminder of each link rings.
 * @param {ReminderList | undefined} list
 */
function nextOf(list) {
  /** @type {Map<string, number>} */
  const next = new Map();
  for (const { link, due } of list?.pending ?? []) {
    if (due !== undefined && !next.has(link)) next.set(link, due);
  }
  return next;
}

async function refreshGrant() {
  reminders.set({ heard: await isAllowed("notifications") });
}

/** Asks for what rings to be heard, if it may not be yet; to be called in the handler of a press. */
export async function askToBeHeard() {
  if (reminders.get().heard) return;
  await allow("notifications");
  await refreshGrant();
}
