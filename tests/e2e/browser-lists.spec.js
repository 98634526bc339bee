import { ask } from "../run/save.js";
import { titleOf } from "../server/page-server.js";
import { expectAccessible } from "./axe.js";
import { expect, saveText, test } from "./fixtures.js";
import { allLinks } from "./library.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */
/** @import {Category, CategoryList, Language} from "../../extension/wasm/urlink.js" */

test.use({ hosts: 50 });

/**
 * @param {Page} manager
 * @param {"tabs" | "bookmarks"} name
 * @param {Language} [language]
 */
async function openPanel(manager, name, language) {
  await manager.keyboard.press(name === "tabs" ? "t" : "b");
  const key = name === "tabs" ? "open_tabs" : "bookmarks";
  const panel = manager.getByRole("complementary", { name: words(key, {}, language) });
  await expect(panel.getByRole("treegrid")).toBeVisible();
  return panel;
}

/**
 * Folders and links among the browser's bookmarks.
 * @param {Page} page one of the extension's
 * @param {string[]} urls four of them
 */
function makeBookmarks(page, urls) {
  return page.evaluate(async ([loose = "", first = "", second = "", deep = ""]) => {
    const make = chrome.bookmarks.create;
    await make({ parentId: "1", title: "Loose", url: loose });
    const recipes = await make({ parentId: "1", title: "Recipes" });
    await make({ parentId: recipes.id, title: "First", url: first });
    await make({ parentId: recipes.id, title: "Second", url: second });
    await make({ parentId: recipes.id, title: "Settings", url: "chrome://settings/" });
    const inner = await make({ parentId: recipes.id, title: "김치" });
    await make({ parentId: inner.id, title: "Deep", url: deep });
    const empty = await make({ parentId: "1", title: "Empty" });
    await make({ parentId: empty.id, title: "Empty too" });
  }, urls);
}

test("saves tabs of all windows and closes them, unless that is undone", async ({
  extension,
  server,
}) => {
  const manager = await extension.openManager();
  const [one, two, three] = ["/one", "/two", "/three"].map((path, at) => server.url(path, at));
  for (const url of [one, two]) await (await extension.context.newPage()).goto(url ?? "");
  await extension.worker.evaluate(async (url) => {
    await chrome.windows.create({ url: url ?? "", focused: false });
    const tabs = await chrome.tabs.query({ url: "*://127.0.0.2/*" });
    const group = await chrome.tabs.group({ tabIds: [tabs[0]?.id ?? 0] });
    await chrome.tabGroups.update(group, { title: "Trains" });
  }, three);
  const panel = await openPanel(manager, "tabs");
  const rows = panel.getByRole("row");
  await expect(panel.getByRole("row", { name: "Trains" })).toBeVisible();
  await expect(rows.filter({ hasText: titleOf("/three") })).toBeVisible();
  await expect(rows).toHaveCount(6);
  await panel.getByRole("row", { name: "Trains" }).locator(".tick").click();
  await rows.filter({ hasText: titleOf("/three") }).click();
  await panel.getByRole("button", { name: words("save_and_close") }).click();
  await panel.getByRole("combobox", { name: words("where_to") }).press("Enter");

  const said = words("tabs_closed_other", { count: 2 });
  const toast = manager.locator(".toast").filter({ hasText: said });
  await expect(toast).toBeVisible();
  await expect(rows).toHaveCount(2);
  const links = await allLinks(manager);
  expect(links.map(({ url }) => url).sort()).toEqual([two, three].sort());
  expect(links.map(({ title }) => title).sort()).toEqual([titleOf("/three"), titleOf("/two")]);

  await toast.getByRole("button", { name: words("undo") }).click();
  await expect(rows.filter({ hasText: titleOf("/two") })).toBeVisible();
  await expect(rows.filter({ hasText: titleOf("/three") })).toBeVisible();
});

test("an empty library leads to the bookmarks", async ({ extension }) => {
  const manager = await extension.openManager();
  await manager.getByRole("button", { name: words("bring_in") }).click();
  const heading = manager.getByRole("heading", { name: words("bookmarks"), level: 2 });
  await expect(heading).toBeFocused();
});

test("brings bookmarks in, into categories named like their folders", async ({
  extension,
  server,
}) => {
  const manager = await extension.openManager();
  const urls = ["/loose", "/first", "/second", "/deep"].map((path, at) => server.url(path, at));
  await makeBookmarks(manager, urls);
  const panel = await openPanel(manager, "bookmarks");
  const rows = panel.getByRole("row");
  await expect(
    rows,
    "three folders and four links, not what cannot be saved, nor folders of nothing",
  ).toHaveCount(7);
  const recipes = panel.getByRole("row", { name: "Recipes" });
  await recipes.click();
  await expect(rows).toHaveCount(3);
  await recipes.locator(".tick").click();
  await expect(panel.getByText(words("chosen_count_other", { count: 3 }))).toBeVisible();
  await recipes.click();
  await rows.filter({ hasText: "Loose" }).click();
  await panel.getByRole("button", { name: words("save_by_folder") }).click();
  const said = words("saved_by_folder_other", { count: 4 });
  await expect(manager.locator(".toast").filter({ hasText: said })).toBeVisible();

  const list = /** @type {CategoryList} */ (await ask(manager, "listCategories"));
  const counts = Object.fromEntries(list.categories.map(({ name, count }) => [name, count]));
  expect(counts).toEqual({ Recipes: 2, 김치: 1 });
  expect(list.unsorted).toBe(1);
  await expect(rows.filter({ hasText: "Deep" })).toContainText(
    words("in_place", { place: "김치" }),
  );

  await manager.evaluate(() =>
    chrome.bookmarks.create({ parentId: "1", title: "New", url: "https://new.example/" }),
  );
  await expect(rows.filter({ hasText: "New" })).toBeVisible();
});

for (const language of /** @type {Language[]} */ (["en", "ko"])) {
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    test(`tabs and bookmarks are accessible (${language}, ${theme})`, async ({
      extension,
      server,
    }) => {
      const manager = await extension.openManager();
      await ask(manager, "setSettings", { language, theme });
      const urls = ["/a", "/b", "/c", "/d"].map((path, at) => server.url(path, at));
      await (await extension.context.newPage()).goto(urls[0] ?? "");
      await makeBookmarks(manager, urls);
      for (const name of /** @type {const} */ (["tabs", "bookmarks"])) {
        const panel = await openPanel(manager, name, language);
        await panel.getByRole("row").first().locator(".tick").click();
        await expectAccessible(manager);
        await manager.screenshot({ path: test.info().outputPath(`${name}.png`) });
      }
    });
  }
}

test("copies the library into Chrome's bookmarks, and then only what changed", async ({
  extension,
  server,
}) => {
  const manager = await extension.openManager();
  const study = /** @type {Category} */ (await ask(manager, "createCategory", "Study"));
  const urls = ["/a", "/b", "/c"].map((path, at) => server.url(path, at));
  await saveText(manager, urls.slice(0, 2).join("\n"), { category: study.id });
  await saveText(manager, urls[2] ?? "");
  await manager.evaluate(() => chrome.bookmarks.create({ parentId: "1", title: "Mine" }));

  await manager.keyboard.press("b");
  const panel = manager.getByRole("complementary", { name: words("bookmarks") });
  await panel.getByRole("button", { name: words("to_bookmarks") }).click();
  await manager.getByRole("button", { name: words("to_bookmarks_go"), exact: true }).click();
  const changes = words("to_bookmarks_done_other", { count: 4 });
  await expect(manager.locator(".toast").filter({ hasText: changes })).toBeVisible();
  const tree = () =>
    manager.evaluate(async () => {
      const [top] = await chrome.bookmarks.search({ title: "urLink" });
      const [folder] = await chrome.bookmarks.getSubTree(top?.id ?? "");
      const says = (/** @type {chrome.bookmarks.BookmarkTreeNode} */ node) =>
        node.url ? node.title : { [node.title]: node.children?.map((child) => child.title).sort() };
      return folder?.children?.map(says);
    });
  const whole = [{ Study: [titleOf("/a"), titleOf("/b")] }, titleOf("/c")];
  expect(await tree()).toEqual(whole);
  expect(await ask(manager, "exportToBookmarks"), "again").toBe(0);

  await saveText(manager, server.url("/d", 3));
  await extension.killWorker();
  expect(await ask(manager, "exportToBookmarks")).toBe(1);
  expect(await tree()).toEqual([...whole, titleOf("/d")]);
});
