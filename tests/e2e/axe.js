import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "./fixtures.js";

/** @import {Page} from "@playwright/test" */

/**
 * Judged at rest: what fades in has no contrast yet.
 * @param {Page} page
 */
export async function expectAccessible(page) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
