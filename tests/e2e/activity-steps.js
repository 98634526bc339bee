import { words } from "./words.js";

/** @import {Extension} from "./fixtures.js" */
/** @import {PageServer} from "../server/page-server.js" */

/**
 * The manager with its panel open.
 * @param {Extension} extension
 */
export async function openPanel(extension) {
  const manager = await extension.openManager();
  await manager.getByRole("button", { name: words("activity"), exact: true }).click();
  return { manager, panel: manager.getByRole("complementary", { name: words("activity") }) };
}

/**
 * @param {PageServer} server
 * @param {string} name
 * @param {number} count
 */
export const urlsOf = (server, name, count) =>
  Array.from({ length: count }, (_, index) => server.url(`/${name}/${index}`, index));

/**
 * @param {PageServer} server
 * @param {string} name
 * @param {number} count
 * @param {{status?: number, body?: string}} answer
 */
export function answerAll(server, name, count, answer) {
  for (let index = 0; index < count; index++) server.answer(`/${name}/${index}`, answer);
}
