import { ask } from "../run/save.js";
import { titleOf } from "../server/page-server.js";
import { cardOf, filled, linksOf, rowOf, show, takeBack } from "./filled.js";
import { expect, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */

/** @param {Page} page */
function clipboard(page) {
  return page.evaluate(() => navigator.clipboard.readText());
}

test("a card opens its link in a tab of its own", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 2 });
  const opened = extension.context.waitForEvent("page");
  await cardOf(manager, "", 1).click();
  await expect(await opened).toHaveURL(server.url("/loose/1"));
});

test("a press means the card that it began on, though another link stands there at its end", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 1, "": 1 });
  await show(manager, words("unsorted"));
  await manager.evaluate(() => {
    document.body.dataset.clicks = "";
    const heard = (/** @type {Event} */ event) => {
      event.preventDefault();
      const card = /** @type {Element} */ (event.target).closest(".card");
      if (event.isTrusted && card) document.body.dataset.clicks += `${card.textContent}`;
    };
    addEventListener("click", heard, { capture: true });
  });
  const clicks = () => manager.evaluate(() => document.body.dataset.clicks);
  await cardOf(manager, "", 0).click();
  expect(await clicks(), "a click on a card is heard").toContain(titleOf("/loose/0"));
  await manager.evaluate(() => (document.body.dataset.clicks = ""));

  await manager.mouse.down();
  // As if the answer to the last letter came only now.
  await manager.evaluate(() => {
    const box = /** @type {HTMLInputElement} */ (document.getElementById("find"));
    box.value = "Study";
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await expect(cardOf(manager, "Study", 0)).toBeVisible();
  await manager.mouse.up();
  expect(await clicks()).toBe("");
});

test("title, memo and tags are edited in place; an empty title gives the page's back", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 2 });
  const card = cardOf(manager, "", 0);
  await card.hover();
  await card.getByRole("button", { name: words("edit") }).click();
  const form = manager.getByRole("form");
  await expect(form.getByRole("textbox", { name: words("title") })).toBeFocused();
  await form.getByRole("textbox", { name: words("title") }).fill("  나만의 제목 ");
  await form.getByRole("textbox", { name: words("memo") }).fill("첫 줄\n둘째 줄");
  const tags = form.getByRole("textbox", { name: words("tags") });
  await tags.pressSequentially("빵,읽을 것");
  await tags.press("Enter");
  await tags.press("Enter");
  await expect(form).toBeHidden();
  const edited = manager.getByRole("row").filter({ hasText: "나만의 제목" });
  await expect(edited).toContainText("둘째 줄");
  await expect(edited.getByRole("list", { name: words("tags") }).getByRole("listitem")).toHaveText([
    "빵",
    "읽을 것",
  ]);
  await expect(edited.getByRole("link")).toBeFocused();
  // Only one message offers to take something back.
  const said = manager.locator(".toast");
  await said.getByRole("button", { name: words("close") }).click();
  await expect(said).toHaveCount(0);

  await edited.getByRole("link").focus();
  await manager.keyboard.press("e");
  await manager.getByRole("textbox", { name: words("title") }).fill("");
  await manager
    .getByRole("form")
    .getByRole("button", { name: words("keep") })
    .click();
  await expect(cardOf(manager, "", 0)).toContainText("둘째 줄");

  await takeBack(manager);
  await expect(edited).toContainText("둘째 줄");
  await edited.getByRole("link").focus();
  await manager.keyboard.press("ControlOrMeta+z");
  await expect(cardOf(manager, "", 0)).not.toContainText("둘째 줄");
  await manager.keyboard.press("ControlOrMeta+Shift+z");
  await expect(edited.getByRole("listitem")).toHaveText(["빵", "읽을 것"]);
});

test("escape leaves what was there, and a press elsewhere keeps what was typed", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 2 });
  await cardOf(manager, "", 0).getByRole("link").focus();
  await manager.keyboard.press("e");
  await manager.getByRole("textbox", { name: words("memo") }).fill("away");
  await manager.keyboard.press("Escape");
  await expect(manager.getByRole("form")).toBeHidden();
  await expect(manager.getByText("away")).toHaveCount(0);
  await manager.keyboard.press("e");
  await manager.getByRole("textbox", { name: words("memo") }).fill("kept");
  await manager.getByRole("heading", { level: 1 }).click();
  await expect(cardOf(manager, "", 0)).toContainText("kept");
});

test("the focus comes back to a card, however fast one is", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 2 });
  const link = cardOf(manager, "", 0).getByRole("link");
  await expect(link).toBeVisible();
  await link.evaluate(async (element) => {
    const press = (/** @type {string} */ key) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    const drawn = () => new Promise(requestAnimationFrame);
    /** @type {HTMLElement} */ (element).focus();
    press("e");
    await drawn();
    press("Escape");
    await drawn();
    await drawn();
  });
  await expect(link).toBeFocused();
});

test("a favourite stands first, without a word, and Ctrl+Z takes that back", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 3 });
  const rows = manager.getByRole("row");
  await cardOf(manager, "", 2).hover();
  await cardOf(manager, "", 2)
    .getByRole("button", { name: words("favourite") })
    .click();
  await expect(rows.first()).toContainText("/loose/2");
  await expect(rowOf(manager, words("favourite_links"))).toContainText("1");
  await manager.keyboard.press("ControlOrMeta+z");
  await expect(rows.first()).toContainText("/loose/0");
  await manager.keyboard.press("ControlOrMeta+Shift+z");
  await expect(rows.first()).toContainText("/loose/2");
});

test("a deleted link is in the trash; it comes back by undo and from there", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 3 });
  await cardOf(manager, "", 1).getByRole("link").focus();
  await manager.keyboard.press("Delete");
  await expect(cardOf(manager, "", 1)).toHaveCount(0);
  await expect(cardOf(manager, "", 2).getByRole("link"), "the next has the focus").toBeFocused();
  await takeBack(manager);
  await expect(cardOf(manager, "", 1)).toBeVisible();

  await cardOf(manager, "", 1).getByRole("link").focus();
  await manager.keyboard.press("Delete");
  await show(manager, words("trash"));
  await cardOf(manager, "", 1).hover();
  await cardOf(manager, "", 1)
    .getByRole("button", { name: words("restore") })
    .click();
  await expect(manager.getByText(words("empty_trash_view"))).toBeVisible();
  expect(await linksOf(manager, { category: "unsorted" })).toHaveLength(3);
});

test("the trash is emptied only after a real question", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 3 });
  await manager.keyboard.press("g");
  await manager.keyboard.press("ControlOrMeta+a");
  await manager.keyboard.press("Delete");
  await expect(manager.getByText(words("empty_all"))).toBeVisible();
  await show(manager, words("trash"));
  await manager.getByRole("button", { name: words("more_of", { title: words("trash") }) }).click();
  await manager.getByRole("menuitem", { name: words("empty_trash") }).click();
  const question = manager.getByRole("dialog");
  await expect(question).toContainText(words("empty_trash_title_other", { count: 3 }));
  await expect(question.getByRole("button", { name: words("cancel") })).toBeFocused();
  await manager.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await expect(manager.getByRole("row")).toHaveCount(3);
  await cardOf(manager, "", 0).hover();
  await cardOf(manager, "", 0)
    .getByRole("button", { name: words("erase") })
    .click();
  await manager
    .getByRole("dialog")
    .getByRole("button", { name: words("erase") })
    .click();
  await expect(manager.getByRole("row")).toHaveCount(2);
  await manager.getByRole("button", { name: words("more_of", { title: words("trash") }) }).click();
  await manager.getByRole("menuitem", { name: words("empty_trash") }).click();
  await manager
    .getByRole("dialog")
    .getByRole("button", { name: words("empty_trash") })
    .click();
  await expect(manager.getByText(words("empty_trash_view"))).toBeVisible();
});

test("what was in the trash for 30 days goes by itself, at the alarm that was set for it", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 2 });
  const alarm = () => extension.worker.evaluate(() => chrome.alarms.get("sweep"));
  expect(await alarm(), "nothing is in the trash").toBeUndefined();
  const [one] = await linksOf(manager, { category: "all" });
  await ask(manager, "trashLinks", { links: [one?.id] });
  const days = ((await alarm())?.scheduledTime ?? 0) - Date.now();
  expect(days / (24 * 60 * 60 * 1000)).toBeCloseTo(30, 1);
  const ring = (/** @type {number} */ after) =>
    extension.worker.evaluate((passed) => {
      const { now } = Date;
      Date.now = () => now() + passed;
      /** @type {any} */ (chrome.alarms.onAlarm).dispatch({ name: "sweep" });
    }, after);
  await ring(29 * 24 * 60 * 60 * 1000);
  // Asked after the alarm, answered after it.
  expect((await linksOf(manager, { category: "trash" })).length).toBe(1);
  await ring(2 * 24 * 60 * 60 * 1000);
  await expect(rowOf(manager, words("trash"))).not.toContainText("1");
  await expect.poll(alarm, "and the alarm goes with it").toBeUndefined();
  expect((await linksOf(manager, { category: "all" })).length).toBe(1);
});

test("a link is copied, as Markdown and as HTML too", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 2 });
  await extension.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const url = server.url("/loose/0");
  await cardOf(manager, "", 0).hover();
  await cardOf(manager, "", 0)
    .getByRole("button", { name: words("copy_link") })
    .click();
  await expect(manager.getByText(words("copied_one"))).toBeVisible();
  expect(await clipboard(manager)).toBe(url);
  const open = () =>
    cardOf(manager, "", 0)
      .getByRole("button", { name: words("more_of", { title: "" }).trim() })
      .click();
  await open();
  await manager.getByRole("menuitem", { name: words("copy_markdown") }).click();
  await expect.poll(() => clipboard(manager)).toBe(`[Page /loose/0](${url})`);
  await open();
  await manager.getByRole("menuitem", { name: words("copy_html") }).click();
  await expect.poll(() => clipboard(manager)).toBe(`<a href="${url}">Page /loose/0</a>`);
});

test("the menu of a card, by keyboard alone", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { Study: 1, "": 1 });
  await cardOf(manager, "", 0).getByRole("link").focus();
  await manager.keyboard.press("Shift+F10");
  await expect(manager.getByRole("menuitem").first()).toBeFocused();
  await manager.keyboard.press("ArrowUp");
  await expect(manager.getByRole("menuitem").last()).toBeFocused();
  await ask(manager, "createCategory", "Meanwhile");
  await expect(rowOf(manager, "Meanwhile")).toBeVisible();
  await expect(manager.getByRole("menuitem").last(), "a drawing takes no focus").toBeFocused();
  await manager.keyboard.press("Escape");
  await expect(manager.getByRole("menu")).toBeHidden();
  await expect(cardOf(manager, "", 0).getByRole("link")).toBeFocused();
  await manager.keyboard.press("m");
  await expect(manager.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await manager.keyboard.type("stu");
  await manager.keyboard.press("Enter");
  await expect(manager.getByText(words("moved_one", { place: "Study" }))).toBeVisible();
  expect(await linksOf(manager, { category: "unsorted" })).toEqual([]);
});

test("a link moves to a category that is named there and then", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 1 });
  await cardOf(manager, "", 0).getByRole("link").focus();
  await manager.keyboard.press("m");
  await expect(manager.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await manager.keyboard.type("새 자리");
  await manager.keyboard.press("Enter");
  await expect(rowOf(manager, "새 자리")).toContainText("1");
  await manager.keyboard.press("ControlOrMeta+z");
  await expect(rowOf(manager, words("unsorted"))).toContainText("1");
});
