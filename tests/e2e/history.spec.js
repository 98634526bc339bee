import { ask } from "../run/save.js";
import { titleOf } from "../server/page-server.js";
import { expectAccessible } from "./axe.js";
import { expect, test } from "./fixtures.js";
import { allLinks } from "./library.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */
/** @import {Extension} from "./fixtures.js" */
/** @import {Category, CategoryList, Language} from "../../extension/wasm/urlink.js" */

test.use({ hosts: 50 });

const DAY = 24 * 60 * 60 * 1000;

/**
 * Visits pages as a person does.
 * @param {Extension} extension
 * @param {string[]} urls
 */
async function visit(extension, urls) {
  const tab = await extension.context.newPage();
  for (const url of urls) await tab.goto(url);
  await tab.close();
}

/**
 * Puts addresses into the history, the last one on top.
 * @param {Page} page one of the extension's
 * @param {string[]} urls
 */
function remember(page, urls) {
  return page.evaluate(async (all) => {
    for (const url of all) await chrome.history.addUrl({ url });
  }, urls);
}

/**
 * @param {Page} manager
 * @param {Language} [language]
 */
async function openHistory(manager, language) {
  const name = words("history", {}, language);
  await manager.locator("#history-button").click();
  const panel = manager.getByRole("complementary", { name });
  await expect(panel.getByRole("treegrid")).toBeVisible();
  return panel;
}

test("shows what was visited, newest first, and saves what is chosen", async ({
  extension,
  server,
}) => {
  const urls = ["/first", "/second", "/third"].map((path, host) => server.url(path, host));
  await visit(extension, [...urls, server.url("/third", 2)]);
  const manager = await extension.openManager();
  const panel = await openHistory(manager);
  const rows = panel.getByRole("row");
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(0)).toContainText(words("today"));
  await expect(rows.nth(1)).toContainText(titleOf("/third"));
  await expect(rows.nth(1)).toContainText(words("visits_other", { count: 2 }));
  await expect(rows.nth(3)).toContainText(titleOf("/first"));

  await rows.nth(1).click();
  await rows.nth(3).click({ modifiers: ["Shift"] });
  await rows.nth(2).click({ modifiers: ["Control"] });
  await expect(panel.getByText(words("chosen_count_other", { count: 2 }))).toBeVisible();
  await panel.getByRole("button", { name: words("save_chosen"), exact: true }).click();
  const place = panel.getByRole("combobox", { name: words("where_to") });
  await expect(place).toBeFocused();
  await place.fill("여행");
  await place.press("Enter");
  const said = words("saved_to_other", { count: 2, place: "여행" });
  await expect(manager.getByRole("status").filter({ hasText: said })).toBeVisible();
  await expect(rows.nth(1)).toContainText(words("in_place", { place: "여행" }));
  const links = await allLinks(manager);
  expect(links.map(({ url }) => url).sort()).toEqual([urls[0], urls[2]].sort());

  await visit(extension, [server.url("/fourth", 4)]);
  await expect(rows.nth(1), "what is visited meanwhile").toContainText(titleOf("/fourth"));

  await panel.getByRole("button", { name: words("hide_saved") }).click();
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(2)).toContainText(titleOf("/second"));
});

test("goes back through the days, and finds a word and a day", async ({ extension, server }) => {
  await visit(extension, [server.url("/recipes/kimchi"), server.url("/trains")]);
  const now = Date.now();
  const manager = await extension.context.newPage();
  await manager.clock.setFixedTime(now + DAY);
  await manager.goto(`chrome-extension://${new URL(extension.worker.url()).host}/manager.html`);
  const panel = await openHistory(manager);
  await expect(panel.getByRole("row").first()).toContainText(words("yesterday"));

  await manager.clock.setFixedTime(now + 800 * DAY);
  await manager.reload();
  const rows = panel.getByRole("row");
  await expect(rows, "two years and more ago").toHaveCount(3);
  const year = String(new Date(now).getFullYear());
  await expect(rows.first()).toContainText(year);
  const bySite = panel.getByRole("button", { name: words("by_site") });
  await bySite.click();
  await expect(rows.nth(1), "a page of a site says its day").toContainText(year);
  await bySite.click();
  await panel.getByRole("searchbox").fill("KIMCHI");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(titleOf("/recipes/kimchi"));
  await panel.getByRole("searchbox").fill("");

  await panel.getByRole("button", { name: words("by_date") }).click();
  const field = (/** @type {number} */ time) => {
    const date = new Date(time);
    const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  };
  await panel.getByRole("textbox", { name: words("date_from"), exact: true }).fill(field(now));
  await expect(rows).toHaveCount(3);
  await panel
    .getByRole("textbox", { name: words("date_from"), exact: true })
    .fill(field(now + DAY));
  await expect(panel.getByText(words("nothing_found")), "not the day before as well").toBeVisible();
  await panel.getByRole("textbox", { name: words("date_to"), exact: true }).fill(field(now));
  await expect(rows, "both days, in either order").toHaveCount(3);
});

test("holds tens of thousands of pages, by keyboard alone", async ({ extension }) => {
  test.setTimeout(180_000);
  const manager = await extension.openManager();
  const urls = Array.from(
    { length: 20_000 },
    (_, at) => `https://site-${at % 40}.example/page/${at}`,
  );
  await remember(manager, urls);
  await manager.keyboard.press("h");
  const panel = manager.getByRole("complementary", { name: words("history") });
  const list = panel.getByRole("treegrid");
  await expect(list).toHaveAttribute("aria-rowcount", "20001", { timeout: 90_000 });
  expect(await panel.getByRole("row").count(), "rows that exist").toBeLessThan(60);

  await manager.keyboard.press("Tab");
  const focused = manager.locator(":focus");
  for (
    let stop = 0;
    stop < 12 && !(await focused.evaluate((e) => e.matches("[role=row]")));
    stop++
  ) {
    await manager.keyboard.press("Tab");
  }
  await manager.keyboard.press("End");
  await expect(focused).toContainText("site-0.example/page/0");
  await panel.getByRole("button", { name: words("to_top") }).click();
  await expect(focused).toContainText(words("today"));
  await manager.keyboard.press("End");
  await expect(focused).toContainText("site-0.example/page/0");
  await manager.keyboard.press("Space");
  for (let times = 0; times < 2; times++) await manager.keyboard.press("Shift+ArrowUp");
  await expect(panel.getByText(words("chosen_count_other", { count: 3 }))).toBeVisible();
  await manager.keyboard.press("Control+a");
  await expect(panel.getByText(words("chosen_count_other", { count: 20_000 }))).toBeVisible();
  await manager.keyboard.press("Escape");
  await panel.getByRole("button", { name: words("by_site") }).click();
  await expect(list).toHaveAttribute("aria-rowcount", "20040");
  await panel.getByRole("row").first().locator(".tick").click();
  await expect(panel.getByText(words("chosen_count_other", { count: 500 }))).toBeVisible();
});

for (const language of /** @type {Language[]} */ (["en", "ko"])) {
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    test(`the history is accessible, wide and narrow (${language}, ${theme})`, async ({
      extension,
      server,
    }) => {
      const paths = ["/a", "/b", "/c", "/d"];
      await visit(
        extension,
        paths.map((path, host) => server.url(path, host)),
      );
      const manager = await extension.openManager();
      await ask(manager, "setSettings", { language, theme });
      const panel = await openHistory(manager, language);
      await panel.getByRole("row").nth(1).click();
      await panel.getByRole("row").nth(2).click();
      await panel.getByRole("button", { name: words("by_date", {}, language) }).click();
      const from = words("date_from", {}, language);
      await expect(panel.getByRole("textbox", { name: from, exact: true })).toBeVisible();
      await expectAccessible(manager);
      await manager.screenshot({ path: test.info().outputPath("wide.png") });
      await panel
        .getByRole("button", { name: words("save_chosen", {}, language), exact: true })
        .click();
      const place = words("where_to", {}, language);
      await expect(panel.getByRole("combobox", { name: place })).toBeFocused();
      await expectAccessible(manager);
      await manager.setViewportSize({ width: 400, height: 800 });
      await expect(manager.getByRole("dialog")).toBeVisible();
      await expectAccessible(manager);
      await manager.screenshot({ path: test.info().outputPath("narrow.png") });
    });
  }
}

test("five hundred pages are dragged onto a category, and onto the cards", async ({
  extension,
}) => {
  const manager = await extension.openManager();
  const study = /** @type {Category} */ (await ask(manager, "createCategory", "Study"));
  const urls = Array.from({ length: 510 }, (_, at) => `https://site-${at % 50}.invalid/page/${at}`);
  await remember(manager, urls);
  const panel = await openHistory(manager);
  await expect(panel.getByRole("treegrid")).toHaveAttribute("aria-rowcount", "511");
  await panel.getByRole("row").nth(1).click();
  await manager.keyboard.press("Control+a");
  for (let row = 1; row <= 10; row++) await panel.getByRole("row").nth(row).click();
  await expect(panel.getByText(words("chosen_count_other", { count: 500 }))).toBeVisible();

  await panel
    .getByRole("row")
    .nth(12)
    .dragTo(manager.getByRole("link", { name: "Study" }));
  const count = async () => {
    const list = /** @type {CategoryList} */ (await ask(manager, "listCategories"));
    return list.categories.find(({ id }) => id === study.id)?.count;
  };
  await expect.poll(count).toBe(500);

  await expect(panel.getByRole("button", { name: words("choose_none") })).toHaveCount(0);
  await manager.getByRole("link", { name: "Study" }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText("Study");
  await panel.getByRole("row").nth(1).dragTo(manager.locator(".scroll"));
  await expect.poll(count, "a row that was not chosen is dragged alone").toBe(501);
});
