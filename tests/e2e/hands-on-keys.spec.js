import { ask } from "../run/save.js";
import { cardOf, filled, linksOf, rowOf } from "./filled.js";
import { expect, saveText, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {CategoryList} from "../../extension/wasm/urlink.js" */

test("a library is made, kept in order and searched without a mouse", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 1, "": 3 });
  const { keyboard } = manager;
  const counts = async () => {
    const { categories } = /** @type {CategoryList} */ (await ask(manager, "listCategories"));
    return categories.map(({ name, count }) => `${name} ${count}`);
  };

  await keyboard.press("n");
  await keyboard.type("Travel");
  await keyboard.press("Enter");
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText("Travel");

  await keyboard.press("a");
  await expect(manager.getByRole("dialog").getByRole("textbox").first()).toBeFocused();
  await keyboard.type(server.url("/typed"));
  await keyboard.press("ControlOrMeta+Enter");
  await expect(manager.getByRole("dialog")).toHaveCount(0);
  await expect(manager.getByRole("link", { name: "Page /typed", exact: true })).toBeVisible();

  await keyboard.press("s");
  await keyboard.press("Home");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText(words("unsorted"));
  await expect(cardOf(manager, "", 0)).toBeVisible();

  await keyboard.press("g");
  await keyboard.press("Space");
  await keyboard.press("Shift+ArrowRight");
  await keyboard.press("m");
  await keyboard.type("trav");
  await keyboard.press("Enter");
  await expect.poll(counts).toEqual(["Travel 3", "Study 1"]);
  await keyboard.press("ControlOrMeta+z");
  await expect.poll(counts).toEqual(["Travel 1", "Study 1"]);
  await keyboard.press("ControlOrMeta+Shift+z");
  await expect.poll(counts).toEqual(["Travel 3", "Study 1"]);

  await keyboard.press("g");
  await expect(cardOf(manager, "", 2).getByRole("link")).toBeFocused();
  await keyboard.press("e");
  await expect(manager.getByRole("textbox", { name: words("title") })).toBeFocused();
  await keyboard.press("ControlOrMeta+a");
  await keyboard.type("Written by hand");
  await keyboard.press("Tab");
  await keyboard.type("A memo");
  await keyboard.press("Tab");
  await keyboard.type("tagged,");
  await keyboard.press("ControlOrMeta+Enter");
  const card = manager.getByRole("row").filter({ hasText: "Written by hand" });
  await expect(card).toContainText("A memo");
  await expect(card.getByRole("link")).toBeFocused();
  await keyboard.press("f");
  await expect(card).toContainText(words("favourite"));
  await keyboard.press("l");
  await keyboard.type("second,");
  await keyboard.press("Enter");
  await expect(manager.getByRole("dialog")).toHaveCount(0);
  await expect(card.getByRole("listitem")).toHaveText(["tagged", "second"]);
  await expect(card.getByRole("link")).toBeFocused();
  await keyboard.press("Delete");
  await expect(card).toHaveCount(0);
  await keyboard.press("ControlOrMeta+z");
  await expect(card).toBeVisible();

  await keyboard.press("/");
  await keyboard.type("memo hand");
  await expect(manager.locator("mark").first()).toBeVisible();
  await keyboard.press("ArrowDown");
  await expect(card.getByRole("link")).toBeFocused();
  const opened = extension.context.waitForEvent("page");
  await keyboard.press("Enter");
  await (await opened).close();
  await manager.bringToFront();
  await keyboard.press("Shift+F10");
  await expect(manager.getByRole("menuitem").first()).toBeFocused();
  await keyboard.press("Escape");
  await expect(card.getByRole("link")).toBeFocused();
  await keyboard.press("/");
  await keyboard.press("Escape");
  await keyboard.press("Escape");
  await expect(manager.getByRole("textbox", { name: words("find") })).not.toBeFocused();

  await keyboard.press("s");
  const travel = rowOf(manager, "Travel").getByRole("link");
  await keyboard.press("Home");
  // The five views, then the categories.
  for (let step = 0; step < 5; step++) await keyboard.press("ArrowDown");
  await expect(travel).toBeFocused();
  await keyboard.press("f");
  const starred = async () => {
    const { categories } = /** @type {CategoryList} */ (await ask(manager, "listCategories"));
    return categories.filter(({ favourite }) => favourite).map(({ name }) => name);
  };
  await expect.poll(starred).toEqual(["Travel"]);
  await expect(travel).toBeFocused();
  await keyboard.press("Delete");
  await expect.poll(counts).toEqual(["Study 1"]);
  await keyboard.press("ControlOrMeta+z");
  await expect.poll(counts).toEqual(["Travel 3", "Study 1"]);
  expect((await linksOf(manager, { category: "all" })).length).toBe(5);
});

test("the focus stays with its link where others come before it, and where it goes first itself", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 4 });
  const { keyboard } = manager;
  const card = cardOf(manager, "Study", 1);
  await card.getByRole("link").focus();
  await saveText(manager, server.url("/later"));
  await expect(manager.getByRole("row").first()).toContainText("Page /later");
  await keyboard.press("Delete");
  await expect(card).toHaveCount(0);
  await expect(cardOf(manager, "Study", 0)).toBeVisible();

  const last = cardOf(manager, "Study", 3);
  await last.getByRole("link").focus();
  await keyboard.press("f");
  await expect(manager.getByRole("row").first()).toContainText("Page /Study/3");
  await expect(last.getByRole("link")).toBeFocused();
  await keyboard.press("Delete");
  await expect(last).toHaveCount(0);
  expect((await linksOf(manager, { category: "trash" })).map(({ title }) => title)).toEqual([
    "Page /Study/3",
    "Page /Study/1",
  ]);
});

test("a key means the link that is in sight, though another is at its place already", async ({
  extension,
  server,
}) => {
  const { manager: first } = await filled(extension, server, { Study: 3 });
  await first.close();
  const manager = await extension.context.newPage();
  // Nothing is drawn from when `isStill` is set.
  await manager.addInitScript(() => {
    const next = requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (callback) =>
      next((time) =>
        Object(globalThis).isStill ? requestAnimationFrame(callback) : callback(time),
      );
  });
  await manager.goto(extension.page("manager.html"));
  await cardOf(manager, "Study", 1).getByRole("link").focus();
  await manager.evaluate(() => Object.assign(globalThis, { isStill: true }));
  const [newest] = await linksOf(manager, { category: "all" });
  await ask(manager, "trashLinks", { links: [newest?.id] });
  const known = () =>
    manager.evaluate(
      () => JSON.parse(localStorage.getItem("first-links") ?? "{}").value.page.total,
    );
  await expect.poll(known, "the page knows of it").toBe(2);
  await manager.evaluate(() => {
    const key = { key: "Delete", code: "Delete", bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", key));
    Object.assign(globalThis, { isStill: false });
  });
  await expect(manager.getByRole("row")).toHaveCount(1);
  const left = await linksOf(manager, { category: "all" });
  expect(left.map(({ title }) => title)).toEqual(["Page /Study/2"]);
});

test("the focus goes on from what closes, is named or is deleted", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 1, Travel: 1 });
  const { keyboard } = manager;
  const row = (/** @type {string} */ name) => rowOf(manager, name).getByRole("link");

  await keyboard.press("n");
  await expect(manager.getByRole("textbox", { name: words("category_name") })).toBeFocused();
  await keyboard.press("Escape");
  await expect(manager.getByRole("button", { name: words("new_category") })).toBeFocused();
  await keyboard.press("n");
  await keyboard.type("Garden");
  await keyboard.press("Enter");
  await expect(row("Garden")).toBeFocused();

  await keyboard.press("Delete");
  await expect(row("Garden")).toHaveCount(0);
  await expect(row("(?:Study|Travel)").and(manager.locator(":focus"))).toHaveCount(1);

  for (const [key, name] of /** @type {const} */ ([
    ["h", "history"],
    ["d", "reminders"],
    ["j", "activity"],
  ])) {
    await keyboard.press(key);
    const panel = manager.getByRole("complementary", { name: words(name) });
    await expect(panel.getByRole("heading", { level: 2 })).toBeFocused();
    await keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    await expect(manager.locator(`#${name}-button`)).toBeFocused();
  }

  await expect(manager.getByRole("row").getByRole("link")).toBeVisible();
  await keyboard.press("g");
  await keyboard.press("r");
  const offers = manager.getByRole("group", { name: words("remind_me") }).getByRole("button");
  await expect(offers.first()).toBeFocused();
  await keyboard.press("ArrowDown");
  await expect(offers.nth(1)).toBeFocused();
  await keyboard.press("ArrowUp");
  await expect(offers.first()).toBeFocused();
});

test("on a Mac the keys are named as they are there, and Command commands", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 3 });
  const session = await manager.context().newCDPSession(manager);
  await session.send("Emulation.setUserAgentOverride", {
    userAgent: await manager.evaluate(() => navigator.userAgent),
    platform: "MacIntel",
    userAgentMetadata: {
      platform: "macOS",
      platformVersion: "15.0.0",
      architecture: "arm",
      model: "",
      mobile: false,
    },
  });
  await manager.reload();
  await expect(cardOf(manager, "", 0)).toBeVisible();
  await manager.keyboard.press("?");
  const sheet = manager.getByRole("dialog");
  await expect(sheet.locator("kbd", { hasText: "⌘" }).first()).toBeVisible();
  await expect(sheet.locator("kbd", { hasText: "Ctrl" })).toHaveCount(0);
  await manager.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);

  await cardOf(manager, "", 0).getByRole("link").focus();
  await manager.keyboard.press("Meta+a");
  const bar = manager.getByRole("toolbar", { name: words("chosen_links") });
  await expect(bar).toContainText(words("chosen_other", { count: 3 }));
  await manager.keyboard.press("Backspace");
  await expect(manager.getByRole("row")).toHaveCount(0);
  await manager.keyboard.press("Meta+z");
  await expect(manager.getByRole("row")).toHaveCount(3);
  await manager.keyboard.press("Meta+Shift+z");
  await expect(manager.getByRole("row")).toHaveCount(0);
});
