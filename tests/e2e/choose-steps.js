import { expect } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */

/** @param {Page} manager */
export const bar = (manager) => manager.getByRole("toolbar", { name: words("chosen_links") });

/** @param {Page} manager @param {number} count */
export async function expectChosen(manager, count) {
  if (count === 0) await expect(bar(manager)).toBeHidden();
  else await expect(bar(manager)).toContainText(words("chosen_other", { count }));
}
