/** @import {Locator} from "@playwright/test" */

/**
 * Pastes a text as a person does: by the clipboard.
 * @param {Locator} field
 * @param {string} text
 */
export async function paste(field, text) {
  const page = field.page();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await field.focus();
  await page.keyboard.press("ControlOrMeta+V");
}
