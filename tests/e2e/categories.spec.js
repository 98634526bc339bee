import { ask } from "../run/save.js";
import { filled, linksOf, rowOf, show, takeBack } from "./filled.js";
import { expect, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */

/** The names of the categories, in their order. @param {Page} manager */
const names = (manager) => manager.locator(".row.category .name");

test("a category is named, renamed, and what is wrong with a name is said", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 1 });
  await manager.keyboard.press("n");
  const field = manager.getByRole("textbox", { name: words("category_name") });
  await expect(field).toBeFocused();
  await field.press("Enter");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await field.fill("Study");
  await field.press("Enter");
  await expect(field).toHaveAccessibleDescription(/There is a category of this name already/);
  await field.fill("아주 길어도 괜찮은 카테고리 이름입니다 正しい名前");
  await field.press("Enter");
  await expect(manager.getByRole("heading", { level: 1 })).toContainText("아주 길어도");

  await rowOf(manager, "Study").getByRole("link").focus();
  await manager.keyboard.press("F2");
  await expect(field).toHaveValue("Study");
  await field.fill("공부");
  await field.press("Enter");
  await expect(rowOf(manager, "공부").getByRole("link")).toBeFocused();
  await manager.keyboard.press("F2");
  await field.fill("Other");
  await field.press("Escape");
  await expect(rowOf(manager, "공부")).toBeVisible();
});

/** What a name is refused with, and why. */
const REFUSED = {
  en: [
    ["", "The category has no name yet. Type one."],
    [" \u0000\u200b\u202e ", "The category has no name yet. Type one."],
    ["study", "There is a category of this name already. Choose another name."],
    ["가".repeat(101), "The name is longer than 100 characters. Shorten it."],
  ],
  ko: [
    ["", "카테고리 이름을 입력해 주세요."],
    [" \u0000\u200b\u202e ", "카테고리 이름을 입력해 주세요."],
    ["study", "같은 이름의 카테고리가 있어요. 다른 이름을 골라 주세요."],
    ["가".repeat(101), "이름이 100자를 넘어요. 조금 줄여 주세요."],
  ],
};

for (const language of /** @type {const} */ (["en", "ko"])) {
  test(`a name that cannot be is refused with a sentence, and what was typed stays (${language})`, async ({
    extension,
    server,
  }) => {
    const { manager } = await filled(extension, server, { Study: 0 });
    await ask(manager, "setSettings", { language, theme: "light" });
    await manager.keyboard.press("n");
    const field = manager.getByRole("textbox", { name: words("category_name", {}, language) });
    for (const [name, why] of REFUSED[language]) {
      await field.fill(name ?? "");
      await field.press("Enter");
      await expect(field).toHaveAccessibleDescription(why ?? "");
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await expect(field).toHaveValue(name ?? "");
    }
    await field.fill(" 여행\u0007 \u202eplans ");
    await field.press("Enter");
    await expect(names(manager)).toHaveText(["여행 plans", "Study"]);
  });
}

test("a category goes to the trash with its links, and comes back to its place", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { One: 1, Two: 3, Three: 1 });
  await show(manager, "Two");
  const row = rowOf(manager, "Two");
  await row.hover();
  await row.getByRole("button", { name: words("more_of", { title: "Two" }) }).click();
  await manager.getByRole("menuitem", { name: words("delete") }).click();
  await expect(names(manager)).toHaveText(["One", "Three"]);
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText("Three");
  await expect(rowOf(manager, words("trash"))).toContainText("3");
  await takeBack(manager);
  await expect(names(manager)).toHaveText(["One", "Two", "Three"]);
  await expect(rowOf(manager, "Two")).toContainText("3");
  expect(await linksOf(manager, { category: "trash" })).toEqual([]);
});

test("categories are moved by keyboard, also between the sections", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { One: 0, Two: 0, Three: 0 });
  await rowOf(manager, "One").getByRole("link").focus();
  await manager.keyboard.press("Alt+ArrowDown");
  await expect(names(manager)).toHaveText(["Two", "One", "Three"]);
  await expect(rowOf(manager, "One").getByRole("link")).toBeFocused();
  await manager.keyboard.press("Alt+ArrowDown");
  await expect(names(manager)).toHaveText(["Two", "Three", "One"]);
  await manager.keyboard.press("Alt+ArrowUp");
  await manager.keyboard.press("Alt+ArrowUp");
  await expect(names(manager)).toHaveText(["One", "Two", "Three"]);
  await manager.keyboard.press("Alt+ArrowUp");
  await expect(manager.locator(".row.favourite .name")).toHaveText(["One"]);
  await manager.keyboard.press("Alt+ArrowDown");
  await expect(manager.locator(".row.favourite")).toHaveCount(0);
  await manager.keyboard.press("f");
  await expect(manager.locator(".row.favourite .name")).toHaveText(["One"]);
});

test("each step of a category goes on from where the one before led, however fast the keys are", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { One: 0, Two: 0, Three: 0 });
  await rowOf(manager, "Three").getByRole("link").focus();
  await manager.evaluate(() => {
    for (let presses = 0; presses < 2; presses++) {
      const key = { key: "ArrowUp", code: "ArrowUp", altKey: true, bubbles: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", key));
    }
  });
  await expect(names(manager)).toHaveText(["Three", "One", "Two"]);
  await expect(manager.locator(".row.favourite")).toHaveCount(0);
});

test("categories are dragged before and behind others, and between the sections", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { One: 0, Two: 0, Three: 0 });
  const drag = async (
    /** @type {string} */ from,
    /** @type {string} */ to,
    /** @type {number} */ y,
  ) => rowOf(manager, from).dragTo(rowOf(manager, to), { targetPosition: { x: 60, y } });
  await drag("One", "Three", 30);
  await expect(names(manager), "behind the last").toHaveText(["Two", "Three", "One"]);
  await drag("One", "Two", 4);
  await expect(names(manager)).toHaveText(["One", "Two", "Three"]);
  await rowOf(manager, "Three").getByRole("link").focus();
  await manager.keyboard.press("f");
  await expect(names(manager)).toHaveText(["Three", "One", "Two"]);
  await drag("Two", "Three", 30);
  await expect(manager.locator(".row.favourite .name")).toHaveText(["Three", "Two"]);
  await drag("Three", "One", 4);
  await expect(manager.locator(".row.favourite .name")).toHaveText(["Two"]);
  await expect(names(manager)).toHaveText(["Two", "Three", "One"]);
  await rowOf(manager, "Three").dragTo(
    manager.getByRole("button", { name: words("new_category") }),
  );
  await expect(names(manager), "below the last is behind it").toHaveText(["Two", "One", "Three"]);
});

test("over a narrow page the categories can do the same", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { One: 1 });
  await manager.setViewportSize({ width: 400, height: 700 });
  await manager.getByRole("button", { name: words("open_sidebar") }).click();
  const sheet = manager.getByRole("dialog", { name: words("library") });
  const more = sheet.getByRole("button", { name: words("more_of", { title: "One" }) });
  await sheet.getByRole("link", { name: /^One/ }).hover();
  await more.click();
  await sheet.getByRole("menuitem", { name: words("rename") }).click();
  const field = sheet.getByRole("textbox", { name: words("category_name") });
  await field.fill("Other");
  await field.press("Enter");
  await sheet.getByRole("link", { name: /^Other/ }).hover();
  await sheet.getByRole("button", { name: words("more_of", { title: "Other" }) }).click();
  await sheet.getByRole("menuitem", { name: words("delete") }).click();
  await expect(sheet).toBeHidden();
  await takeBack(manager);
  await manager.getByRole("button", { name: words("open_sidebar") }).click();
  await expect(sheet.getByRole("link", { name: /^Other/ })).toBeVisible();
});
