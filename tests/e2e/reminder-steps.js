import { ask } from "../run/save.js";
import { expect } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Locator, Page} from "@playwright/test" */
/** @import {LinkView, ReminderList} from "../../extension/wasm/urlink.js" */

export const MINUTE = 60_000;

/** The next minute of the clock on the wall that a test has time to set a reminder for. */
export function soon() {
  return Math.ceil((Date.now() + 20_000) / MINUTE) * MINUTE;
}

/** As the field of a date and a time takes it. @param {number} time */
export function field(time) {
  const date = new Date(time - new Date(time).getTimezoneOffset() * MINUTE);
  return date.toISOString().slice(0, 16);
}

/** @param {Page} page */
export function notices(page) {
  return page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
}

/** @param {Page} page */
export function badge(page) {
  return page.evaluate(() => chrome.action.getBadgeText({}));
}

/** @param {Page} page @returns {Promise<ReminderList>} */
export function list(page) {
  return ask(page, "listReminders");
}

/** @param {Page} page */
export async function ids(page) {
  const query = { category: "all", offset: 0, limit: 50 };
  const { links } = /** @type {{links: LinkView[]}} */ (await ask(page, "queryLinks", query));
  return links.map(({ id }) => id);
}

/** @param {Page} page */
export function panel(page) {
  return page.getByRole("complementary", { name: words("reminders") });
}

/** @param {Page} page */
export function question(page) {
  return page.getByRole("dialog");
}

/**
 * Sets a reminder with keys alone.
 * @param {Page} page
 * @param {Locator} card
 * @param {string} at
 */
export async function remind(page, card, at) {
  await card.getByRole("link").focus();
  await page.keyboard.press("r");
  await question(page).getByLabel(words("date_and_time")).fill(at);
  await page.keyboard.press("Enter");
  await expect(question(page)).toBeHidden();
}

/** @param {Page} page */
export function alarm(page) {
  return page.evaluate(async () => (await chrome.alarms.get("reminder"))?.scheduledTime);
}
