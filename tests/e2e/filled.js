import { ask } from "../run/save.js";
import { titleOf } from "../server/page-server.js";
import { expect, saveText } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */
/** @import {Category, CategoryList, LinkPage, LinkQuery, LinkView} from "../../extension/wasm/urlink.js" */
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
  await expectFilled(manager, Object.values(places));
  return { manager, categories };
}

/**
 * Ends once the manager shows what the library has: a job is over before the page has heard of it. Then nothing moves
 * any more, and what the page keeps for the next time is whole.
 * @param {Page} manager
 * @param {number[]} saved  How many links each job had.
 */
async function expectFilled(manager, saved) {
  const list = /** @type {CategoryList} */ (await ask(manager, "listCategories"));
  const titlesOfAll = (await linksOf(manager, { category: "all" })).map(({ title }) => title);
  const counts = list.categories.map(({ id, count }) => [id, count]);
  const shown = async () => {
    const { titles, ...rest } = await manager.evaluate(inSight);
    return { ...rest, others: titles.filter((title, index) => title !== titlesOfAll[index]) };
  };
  await expect.poll(shown, "the manager shows what was saved").toEqual({
    counts: Object.fromEntries([["all", list.all], ["unsorted", list.unsorted], ...counts]),
    total: titlesOfAll.length,
    others: [],
    isToldOf: saved.some((count) => count > 1),
  });
}

/** What the manager shows; in the page. */
function inSight() {
  const rows = [...document.querySelectorAll(".row-link")];
  const counts = rows.flatMap((row) => {
    const view = row.getAttribute("data-view") ?? "";
    const count = Number.parseInt(row.querySelector(".count")?.textContent ?? "0", 10);
    return ["favourites", "problems", "trash"].includes(view) ? [] : [[view, count]];
  });
  const cards = [...document.querySelectorAll(".card")];
  const strip = document.querySelector(".strip");
  return {
    counts: Object.fromEntries(counts),
    total: Number(document.querySelector(".grid")?.getAttribute("aria-rowcount") ?? 0),
    titles: cards.map((card) => card.querySelector(".open")?.textContent ?? ""),
    isToldOf: strip?.classList.contains("finished") ?? false,
  };
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
  const link = rowOf(manager, name).getByRole("link");
  await link.click();
  await expect(link).toHaveAttribute("aria-current", "page");
  await expect(manager.locator(".card.unknown")).toHaveCount(0);
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
 * Presses the button of the message that takes back what was done.
 * @param {Page} manager
 * @param {string} [said]  In that message, where there are others.
 */
export async function takeBack(manager, said = "") {
  await manager
    .locator(".toast")
    .filter({ hasText: said })
    .getByRole("button", { name: words("undo") })
    .click();
}
