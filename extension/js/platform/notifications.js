import { onPermissions } from "./permissions.js";

const OWN_ICON = "icons/urlink-128.png";

/**
 * What is said outside the browser's windows. One of the same id takes its place.
 * @typedef {object} Notice
 * @property {string} id
 * @property {string} title
 * @property {string} message
 * @property {string} [context]  Said below, in small.
 * @property {{ title: string, message: string }[]} [items]  Several in one.
 * @property {string} [icon]  A `data:` address; absent, or if it cannot be shown: our own.
 * @property {string[]} buttons
 */

/**
 * Shows it, where that is allowed. It stays until somebody has seen to it.
 * @param {Notice} notice
 */
export async function notify({ id, title, message, context, items, icon, buttons }) {
  if (!chrome.notifications) return;
  /** @type {Omit<chrome.notifications.NotificationCreateOptions, "iconUrl">} */
  const options = {
    type: items ? "list" : "basic",
    title,
    message,
    ...(context && { contextMessage: context }),
    ...(items && { items }),
    buttons: buttons.map((label) => ({ title: label })),
    requireInteraction: true,
  };
  const own = chrome.runtime.getURL(OWN_ICON);
  try {
    await chrome.notifications.create(id, { ...options, iconUrl: icon ?? own });
  } catch (error) {
    if (!icon) throw error;
    await chrome.notifications.create(id, { ...options, iconUrl: own });
  }
}

/** @returns {Promise<string[]>} the ids of those that are shown */
export async function shownNotices() {
  return chrome.notifications ? Object.keys(await chrome.notifications.getAll()) : [];
}

/** @param {string} id */
export async function takeAway(id) {
  await chrome.notifications.clear(id);
}

/**
 * Calls back with the id of what was pressed, and with the number of the button if it was one. The permission may come
 * while the worker runs.
 * @param {(id: string, button?: number) => void} callback
 */
export function onNotice(callback) {
  const pressed = (/** @type {string} */ id) => callback(id);
  const listen = () => {
    if (!chrome.notifications || chrome.notifications.onClicked.hasListener(pressed)) return;
    chrome.notifications.onClicked.addListener(pressed);
    chrome.notifications.onButtonClicked.addListener(callback);
  };
  listen();
  onPermissions(listen);
}
