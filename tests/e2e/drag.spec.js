import { ask } from "../run/save.js";
import { cardOf, filled, linksOf, rowOf, show, takeBack, titles } from "./filled.js";
import { expect, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Locator, Page} from "@playwright/test" */

/**
 * Drops something that comes from elsewhere: another page, the address bar, a panel.
 * @param {Page} page
 * @param {Locator} target
 * @param {Record<string, string>} forms
 */
async function dropFromElsewhere(page, target, forms) {
  const dataTransfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const [type, value] of Object.entries(given)) data.setData(type, value);
    return data;
  }, forms);
  await target.dispatchEvent("dragover", { dataTransfer });
  await target.dispatchEvent("drop", { dataTransfer });
}

/** Cards can be placed from then on. @param {Page} manager */
async function sortByHand(manager) {
  await ask(manager, "setSettings", { theme: "light", language: "en", sort: "hand" });
  const button = `${words("sort")}: ${words("sort_hand")}`;
  await expect(manager.getByRole("button", { name: button })).toBeVisible();
}

test("cards are dragged to a category, all that are chosen, and to the trash", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 0, "": 5 });
  await cardOf(manager, "", 0).dragTo(rowOf(manager, "Study"));
  await expect(rowOf(manager, "Study")).toContainText("1");
  await cardOf(manager, "", 1).click({ modifiers: ["ControlOrMeta"] });
  await cardOf(manager, "", 3).click();
  await cardOf(manager, "", 3).dragTo(rowOf(manager, "Study"));
  await expect(rowOf(manager, "Study")).toContainText("3");
  await takeBack(manager, words("moved_other", { count: 2, place: "Study" }));
  await expect(rowOf(manager, "Study")).toContainText("1");
  await show(manager, words("unsorted"));
  await cardOf(manager, "", 2).dragTo(rowOf(manager, words("trash")));
  await expect(rowOf(manager, words("trash"))).toContainText("1");
});

test("a card that is dragged out is a link for every program", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 2 });
  const dataTransfer = await manager.evaluateHandle(() => new DataTransfer());
  await cardOf(manager, "", 0).getByRole("link").dispatchEvent("dragstart", { dataTransfer });
  const forms = await dataTransfer.evaluate((data) =>
    Object.fromEntries(data.types.map((type) => [type, data.getData(type)])),
  );
  const url = server.url("/loose/0");
  expect(forms["text/uri-list"]).toBe(url);
  expect(forms["text/plain"]).toBe(url);
  expect(forms["text/html"]).toBe(`<a href="${url}">Page /loose/0</a>`);
  const [link] = await linksOf(manager, { category: "all" });
  expect(JSON.parse(forms["application/x-urlink-ids"] ?? "")).toEqual([link?.id]);
});

test("links dragged in from a page, the address bar or a panel are saved where they are dropped", async ({
  extension,
  server,
}) => {
  const { manager, categories } = await filled(extension, server, { Study: 1, "": 1 });
  await dropFromElsewhere(manager, rowOf(manager, "Study"), {
    "text/uri-list": server.url("/dropped/1"),
    "text/html": `<a href="${server.url("/dropped/1")}">A link of a page</a>`,
  });
  await expect(rowOf(manager, "Study")).toContainText("2");
  await show(manager, "Study");
  await dropFromElsewhere(manager, manager.locator(".scroll"), {
    "application/x-urlink-links": JSON.stringify([
      { url: server.url("/dropped/2"), title: "Of the history" },
      { url: server.url("/dropped/3") },
    ]),
    "text/plain": "something else",
  });
  await expect(rowOf(manager, "Study")).toContainText("4");
  await dropFromElsewhere(manager, manager.locator(".scroll"), {
    "text/plain": `read ${server.url("/dropped/4")}`,
  });
  await expect(rowOf(manager, "Study")).toContainText("5");
  await dropFromElsewhere(manager, manager.locator(".scroll"), { "text/plain": "only words" });
  await expect(manager.getByRole("status").filter({ hasText: /./ }).last()).toContainText(
    words("were_rejected_one", { count: 1 }),
  );
  const saved = await linksOf(manager, { category: categories.Study?.id ?? "" });
  expect(saved.map(({ url }) => new URL(url).pathname).sort()).toEqual([
    "/Study/0",
    "/dropped/1",
    "/dropped/2",
    "/dropped/3",
    "/dropped/4",
  ]);
});

test("what is saved elsewhere already can be moved to where it was dropped", async ({
  extension,
  server,
}) => {
  const { manager, categories } = await filled(extension, server, { Study: 2, Work: 1 });
  const urls = ["/Study/0", "/Study/1", "/Work/0", "/new"].map((path) => server.url(path));
  await dropFromElsewhere(manager, rowOf(manager, "Work"), { "text/plain": urls.join("\n") });
  await expect(rowOf(manager, "Work")).toContainText("2");
  await manager
    .locator(".toast")
    .getByRole("button", { name: words("move_to", { place: "Work" }) })
    .click();
  await expect(rowOf(manager, "Work")).toContainText("4");
  await takeBack(manager);
  await expect(rowOf(manager, "Work")).toContainText("2");
  const there = await linksOf(manager, { category: categories.Work?.id ?? "" });
  expect(there.map(({ url }) => url).sort()).toEqual(urls.slice(2).sort());
  await dropFromElsewhere(manager, rowOf(manager, words("all_links")), {
    "text/plain": urls[0] ?? "",
  });
  await expect(manager.getByText(words("were_duplicates_one", { count: 1 }))).toBeVisible();
  await expect(manager.getByRole("button", { name: /^Move to/ })).toHaveCount(0);
});

test("what is dropped beside all that takes it opens nothing", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 1 });
  const taken = (/** @type {string} */ selector, /** @type {string} */ type) =>
    manager.locator(selector).evaluate((element, form) => {
      const dataTransfer = new DataTransfer();
      if (form === "Files") dataTransfer.items.add(new File(["x"], "x.txt"));
      else dataTransfer.setData(form, "https://beside.example/");
      const options = { bubbles: true, cancelable: true, dataTransfer };
      // What is not taken goes to the browser, which opens it.
      return ["dragover", "drop"].every(
        (name) => !element.dispatchEvent(new DragEvent(name, options)),
      );
    }, type);
  expect(await taken("header", "text/uri-list")).toBe(true);
  expect(await taken("nav .brand", "text/uri-list")).toBe(true);
  expect(await taken(".scroll", "Files")).toBe(true);
  expect(await taken("#find", "Files")).toBe(true);
  expect(await taken("#find", "text/plain"), "words are dropped into a field").toBe(false);
  expect(await linksOf(manager, { category: "all" })).toHaveLength(1);
});

test("in the order by hand cards are placed by dragging and by keyboard", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 4 });
  await sortByHand(manager);
  await show(manager, "Study");
  const order = () => titles(manager);
  const path = (/** @type {number} */ i) => `Page /Study/${i}`;
  await expect.poll(order).toEqual([0, 1, 2, 3].map(path));
  await cardOf(manager, "Study", 3).dragTo(cardOf(manager, "Study", 1), {
    targetPosition: { x: 20, y: 200 },
  });
  await expect.poll(order).toEqual([0, 3, 1, 2].map(path));
  await cardOf(manager, "Study", 0).dragTo(cardOf(manager, "Study", 2), {
    targetPosition: { x: 280, y: 200 },
  });
  await expect.poll(order).toEqual([3, 1, 2, 0].map(path));
  await cardOf(manager, "Study", 1).getByRole("link").focus();
  await manager.keyboard.press("Alt+ArrowLeft");
  await expect.poll(order).toEqual([1, 3, 2, 0].map(path));
  await manager.keyboard.press("ControlOrMeta+z");
  await expect.poll(order).toEqual([3, 1, 2, 0].map(path));

  await manager.evaluate(() => {
    for (let presses = 0; presses < 2; presses++) {
      const key = { key: "ArrowRight", code: "ArrowRight", altKey: true, bubbles: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", key));
    }
  });
  await expect.poll(order, "as far as the keys say").toEqual([3, 2, 0, 1].map(path));
});

for (const [view, name] of /** @type {const} */ ([
  ["all", "all_links"],
  ["unsorted", "unsorted"],
  ["favourites", "favourite_links"],
])) {
  test(`the order by hand holds in the view ${view} too`, async ({ extension, server }) => {
    const { manager } = await filled(extension, server, { "": 3 });
    const links = await linksOf(manager, { category: "all" });
    await ask(manager, "favouriteLinks", { links: links.map(({ id }) => id) }, true);
    await sortByHand(manager);
    await show(manager, words(name));
    const path = (/** @type {number} */ i) => `Page /loose/${i}`;
    await expect.poll(() => titles(manager)).toEqual([0, 1, 2].map(path));
    await cardOf(manager, "", 2).dragTo(cardOf(manager, "", 0), {
      targetPosition: { x: 20, y: 200 },
    });
    await expect.poll(() => titles(manager)).toEqual([2, 0, 1].map(path));
    await cardOf(manager, "", 2).getByRole("link").focus();
    await manager.keyboard.press("Alt+ArrowRight");
    await expect.poll(() => titles(manager)).toEqual([0, 2, 1].map(path));
    await manager.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => titles(manager)).toEqual([2, 0, 1].map(path));
  });
}

test("cards are dragged from one window into another", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { Study: 0, Work: 0, "": 3 });
  const other = await extension.openManager();
  const dragged = await manager.evaluateHandle(() => new DataTransfer());
  await cardOf(manager, "", 1).click({ modifiers: ["ControlOrMeta"] });
  await cardOf(manager, "", 2).click({ modifiers: ["ControlOrMeta"] });
  await cardOf(manager, "", 1).getByRole("link").dispatchEvent("dragstart", {
    dataTransfer: dragged,
  });
  const forms = await dragged.evaluate((data) =>
    Object.fromEntries(data.types.map((type) => [type, data.getData(type)])),
  );
  await dropFromElsewhere(other, rowOf(other, "Study"), forms);
  await expect(rowOf(other, "Study")).toContainText("2");
  await expect(rowOf(manager, "Study"), "the window they came from follows").toContainText("2");
  await show(other, "Work");
  await expect(other.locator(".empty")).toBeVisible();
  await dropFromElsewhere(other, other.locator(".scroll"), forms);
  await expect(rowOf(other, "Work"), "onto the cards too").toContainText("2");
  await takeBack(other, words("moved_other", { count: 2, place: "Work" }));
  await expect(rowOf(manager, "Study")).toContainText("2");
  await show(other, words("unsorted"));
  await expect(cardOf(other, "", 0)).toBeVisible();
  await dropFromElsewhere(other, other.locator(".scroll"), forms);
  await expect(rowOf(other, words("unsorted")), "and out of every category").toContainText("3");
  await show(other, words("trash"));
  await expect(other.locator(".empty")).toBeVisible();
  await dropFromElsewhere(other, other.locator(".scroll"), { "text/plain": server.url("/new") });
  await dropFromElsewhere(other, other.locator(".scroll"), forms);
  await expect(rowOf(other, words("trash")), "where nothing new is put").toContainText("2");
  expect((await linksOf(other, { category: "all" })).map(({ url }) => url)).toEqual([
    server.url("/loose/0"),
  ]);
});
