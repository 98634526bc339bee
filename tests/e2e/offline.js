/** @import {Worker} from "@playwright/test" */

/**
 * Tells a worker that there is no network, though there is one.
 * @param {Worker} worker
 */
export function sayOffline(worker) {
  return worker.evaluate(() => {
    Object.defineProperty(navigator, "onLine", { configurable: true, get: () => false });
  });
}

/**
 * Tells it again what is so.
 * @param {Worker} worker
 */
export function sayOnline(worker) {
  return worker.evaluate(() => {
    Reflect.deleteProperty(navigator, "onLine");
  });
}
