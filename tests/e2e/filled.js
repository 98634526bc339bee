import { ask } from "../run/save.js";
import { titleOf } from "../server/page-server.js";
import { saveText } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */
/** @import {Category, LinkPage, LinkQuery, LinkView} from "../../extension/wasm/urlink.js" */
/** @import {PageServer} from "../server/page-server.js" */
/** @import {Extension} from "./fixtures.js" */

/**
 * The manager of a library in which each category has some links; those of "" are unsorted. What is saved last stands
 * first: the links of a category are called `/<category>/<number>`, counted down.
 * @param {Extension} extension
 * @param {PageServer} server
 * @param {Record<string, number>} places  How many links each category has.
 */
export async function filled(extension, server, places) {
  const manager = await extension.openManager();
  /** @type {Record<string, Category>} */
  const categories = {};
  for (const [name, count] of Object.entries(places).reverse()) {
    const category = name
      ? /** @type {Category} */ (await ask(manager, "createCategory", name))
      : null;
    if (category) categories[name] = category;
    const urls = Array.from({ length: count }, (_, index) =>
      server.url(pathOf(name, count - 1 - index)),
    );
    if (count > 0) await saveText(manager, urls.join("\n"), { category: category?.id ?? null });
  }
  return { manager, categories };
}

/**
 * @param {string} place
 * @param {number} index
 */
export function pathOf(place, index) {
  return `/${place || "loose"}/${index}`;
}

/**
 * The card of a link of `filled`.
 * @param {Page} manager
 * @param {string} place
 * @param {number} index
 */
export function cardOf(manager, place, index) {
  const title = titleOf(pathOf(place, index));
  const link = manager.getByRole("link", { name: title, exact: true });
  return manager.getByRole("row").filter({ has: link });
}

/**
 * The row of a category in the sidebar.
 * @param {Page} manager
 * @param {string} name
 */
export function rowOf(manager, name) {
  return manager
    .getByRole("navigation")
    .getByRole("listitem")
    .filter({ has: manager.getByRole("link", { name: new RegExp(`^${name}`) }) });
}

/**
 * Shows a category or a view.
 * @param {Page} manager
 * @param {string} name
 */
export async function show(manager, name) {
  await rowOf(manager, name).getByRole("link").click();
}

/**
 * The titles of the cards in sight, in their order.
 * @param {Page} manager
 */
export function titles(manager) {
  return manager.getByRole("row").getByRole("link").allTextContents();
}

/**
 * The links of a view, as the library has them.
 * @param {Page} manager
 * @param {Partial<LinkQuery> & { category: string }} query
 * @returns {Promise<LinkView[]>}
 */
export async function linksOf(manager, query) {
  const whole = { offset: 0, limit: 500, ...query };
  return /** @type {LinkPage} */ (await ask(manager, "queryLinks", whole)).links;
}

/**
 * Presses the button of a message that takes back what was done.
 * @param {Page} manager
 */
export async function takeBack(manager) {
  await manager
    .getByRole("status")
    .getByRole("button", { name: words("undo") })
    .last()
    .click();
}
