import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "./fixtures.js";

/** @import {Page} from "@playwright/test" */

/** @param {Page} page */
export async function expectAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
