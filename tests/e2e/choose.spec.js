import { ask } from "../run/save.js";
import { cardOf, filled, linksOf, rowOf, show, takeBack } from "./filled.js";
import { expect, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */
/** @import {Extension} from "./fixtures.js" */

test.use({ hosts: 20 });

/** @param {Page} manager @param {number} count */
async function expectChosen(manager, count) {
  if (count === 0) await expect(bar(manager)).toBeHidden();
  else await expect(bar(manager)).toContainText(words("chosen_other", { count }));
}

/** @param {Extension} extension */
const webTabs = (extension) =>
  extension.worker.evaluate(() => chrome.tabs.query({ url: "http://*/*" }));

/** @param {Page} manager */
const bar = (manager) => manager.getByRole("toolbar", { name: words("chosen_links") });

test("the mouse chooses: a check, ctrl, a range, and any card once something is chosen", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 8 });
  await cardOf(manager, "", 1).hover();
  await cardOf(manager, "", 1).getByRole("checkbox").click();
  await expectChosen(manager, 1);
  await cardOf(manager, "", 3).click();
  await expectChosen(manager, 2);
  await cardOf(manager, "", 5).click({ modifiers: ["Shift"] });
  await expectChosen(manager, 4);
  await cardOf(manager, "", 4).click();
  await expectChosen(manager, 3);
  await expect(cardOf(manager, "", 4)).toHaveAttribute("aria-selected", "false");
  await expect(cardOf(manager, "", 5)).toHaveAttribute("aria-selected", "true");
  await manager.keyboard.press("Escape");
  await expectChosen(manager, 0);
  expect(extension.context.pages().length, "nothing was opened").toBeLessThanOrEqual(2);
  await cardOf(manager, "", 6).click({ modifiers: ["ControlOrMeta"] });
  await expectChosen(manager, 1);
});

test("a rectangle chooses what it touches; with Ctrl, beside what was chosen", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 8 });
  const first = await cardOf(manager, "", 0).boundingBox();
  const second = await cardOf(manager, "", 1).boundingBox();
  if (!first || !second) throw new Error("the cards are not there");
  const between = { x: second.x - 8, y: first.y + 60 };
  const draw = async (/** @type {number} */ x) => {
    await manager.mouse.move(between.x, between.y);
    await manager.mouse.down();
    await manager.mouse.move(x, between.y + 20, { steps: 4 });
    await manager.mouse.up();
  };
  await draw(second.x + 30);
  await expectChosen(manager, 1);
  await expect(cardOf(manager, "", 1)).toHaveAttribute("aria-selected", "true");
  await manager.keyboard.down("Control");
  await draw(first.x + 20);
  await manager.keyboard.up("Control");
  await expectChosen(manager, 2);
  await manager.mouse.click(between.x, between.y);
  await expectChosen(manager, 0);
});

test("a rectangle grows as the wheel turns, and Escape takes back what it chose", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 40 });
  await cardOf(manager, "", 2).click({ modifiers: ["ControlOrMeta"] });
  await expectChosen(manager, 1);
  const second = await cardOf(manager, "", 1).boundingBox();
  if (!second) throw new Error("the card is not there");
  await manager.mouse.move(second.x - 8, second.y + 60);
  await manager.mouse.down();
  await manager.mouse.move(second.x + 30, second.y + 80, { steps: 4 });
  await expectChosen(manager, 1);
  await manager.mouse.wheel(0, second.height * 2);
  await expectChosen(manager, 3);
  await manager.keyboard.press("Escape");
  await expectChosen(manager, 1);
  await manager.mouse.up();
  await expect(bar(manager)).toBeVisible();
  await manager.mouse.wheel(0, -second.height * 2);
  await expect(cardOf(manager, "", 2)).toHaveAttribute("aria-selected", "true");
});

test("what is done again waits until it was taken back, however fast the keys are", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 3 });
  await manager.keyboard.press("g");
  await manager.keyboard.press("ControlOrMeta+a");
  await manager.keyboard.press("Delete");
  await expect(manager.locator(".empty")).toBeVisible();
  await manager.evaluate(() => {
    for (const shiftKey of [false, true]) {
      const options = { key: "z", code: "KeyZ", ctrlKey: true, shiftKey, bubbles: true };
      document.body.dispatchEvent(new KeyboardEvent("keydown", options));
    }
  });
  await expect(manager.getByText(words("done_again"))).toBeVisible();
  const undo = manager.locator(".toast").getByRole("button", { name: words("undo") });
  await expect(undo, "what was taken back is not offered any more").toHaveCount(0);
  await expect(rowOf(manager, words("trash"))).toContainText("3");
});

test("what is taken back is what was done last, though it is under way still", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 3 });
  await cardOf(manager, "", 1).getByRole("link").focus();
  await manager.evaluate(() => {
    const press = (/** @type {KeyboardEventInit} */ key) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...key }),
      );
    press({ key: "Delete", code: "Delete" });
    press({ key: "z", code: "KeyZ", ctrlKey: true });
  });
  await expect(manager.locator(".toast").filter({ hasText: words("undone") })).toBeVisible();
  await expect(manager.getByRole("row")).toHaveCount(3);
  expect(await linksOf(manager, { category: "trash" })).toEqual([]);

  await cardOf(manager, "", 1).getByRole("link").focus();
  await manager.keyboard.press("Delete");
  await expect(manager.getByRole("row")).toHaveCount(2);
  const undo = manager.locator(".toast").getByRole("button", { name: words("undo") });
  await undo.evaluate((/** @type {HTMLElement} */ button) => {
    button.click();
    const key = { key: "z", code: "KeyZ", ctrlKey: true, shiftKey: true, bubbles: true };
    document.body.dispatchEvent(new KeyboardEvent("keydown", key));
  });
  await expect(manager.getByText(words("done_again"))).toBeVisible();
  await expect(rowOf(manager, words("trash"))).toContainText("1");
});

test("the keyboard chooses: space, a range, all, none", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 8 });
  await manager.keyboard.press("g");
  await manager.keyboard.press("Space");
  await expectChosen(manager, 1);
  await manager.keyboard.press("Shift+ArrowRight");
  await manager.keyboard.press("Shift+ArrowRight");
  await expectChosen(manager, 3);
  await manager.keyboard.press("Shift+ArrowLeft");
  await expectChosen(manager, 2);
  await manager.keyboard.press("ControlOrMeta+a");
  await expectChosen(manager, 8);
  await expect(
    manager.getByRole("status").filter({ hasText: words("chosen_other", { count: 8 }) }),
  ).toHaveCount(1);
  await manager.keyboard.press("Escape");
  await expectChosen(manager, 0);
  await expect(manager.locator(".open:focus")).toHaveCount(1);
});

test("Enter opens what is chosen, as every key does its deed with that", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 4 });
  await manager.keyboard.press("g");
  await manager.keyboard.press("Space");
  await manager.keyboard.press("Shift+ArrowRight");
  await manager.keyboard.press("Enter");
  await expectChosen(manager, 2);
  const item = manager.getByRole("menuitem", { name: words("open_as_tabs"), exact: true });
  await expect(item).toBeFocused();
  await manager.keyboard.press("Enter");
  const opened = () =>
    extension.context
      .pages()
      .map((page) => page.url())
      .filter((url) => url.startsWith("http:"))
      .sort();
  await expect.poll(opened).toEqual([server.url("/loose/0"), server.url("/loose/1")]);
});

test("ten thousand are chosen at once, moved but for one, and moved back", async ({
  extension,
  server,
}) => {
  test.setTimeout(120_000);
  server.hold();
  const { manager } = await filled(extension, server, { Far: 0 });
  const urls = Array.from({ length: 10_000 }, (_, i) => server.url(`/many/${i}`, i));
  await manager.evaluate(
    (text) => chrome.runtime.sendMessage({ name: "save", args: [{ text }, {}] }),
    urls.join("\n"),
  );
  await expect(rowOf(manager, words("unsorted"))).toContainText("10,000");
  await show(manager, words("unsorted"));
  await manager.keyboard.press("g");
  await manager.keyboard.press("ControlOrMeta+a");
  await expectChosen(manager, 10_000);
  await manager.keyboard.press("End");
  await manager.keyboard.press("Space");
  await expectChosen(manager, 9_999);
  await manager.keyboard.press("m");
  await expect(manager.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await manager.keyboard.type("Far");
  await manager.keyboard.press("Enter");
  await expect(rowOf(manager, "Far")).toContainText("9,999");
  await expect(rowOf(manager, words("unsorted"))).toContainText("1");
  await takeBack(manager);
  await expect(rowOf(manager, words("unsorted"))).toContainText("10,000");
});

test("a range reaches over links that were never in sight", async ({ extension, server }) => {
  server.hold();
  const { manager } = await filled(extension, server, {});
  const urls = Array.from({ length: 1_000 }, (_, i) => server.url(`/many/${i}`, i));
  await manager.evaluate(
    (text) => chrome.runtime.sendMessage({ name: "save", args: [{ text }, {}] }),
    urls.join("\n"),
  );
  await expect(manager.locator('[aria-rowcount="1000"]')).toBeVisible();
  await manager.keyboard.press("g");
  await manager.keyboard.press("Space");
  await manager.keyboard.press("Shift+End");
  await expectChosen(manager, 1_000);
});

test("what is chosen is tagged, made a favourite, and deleted, each taken back", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 6 });
  await cardOf(manager, "", 0).click({ modifiers: ["ControlOrMeta"] });
  await cardOf(manager, "", 2).click();
  await bar(manager)
    .getByRole("button", { name: words("tag"), exact: true })
    .click();
  const field = manager.getByRole("dialog").getByRole("textbox", { name: words("tags") });
  await expect(field).toBeFocused();
  await manager.keyboard.type("both,");
  await manager.keyboard.press("Enter");
  await expect(manager.getByRole("dialog")).toBeHidden();
  await expect(manager.getByTitle(words("by_tag", { tag: "both" }))).toHaveCount(2);
  await takeBack(manager);
  await expect(manager.getByTitle(words("by_tag", { tag: "both" }))).toHaveCount(0);

  await bar(manager)
    .getByRole("button", { name: words("favourite") })
    .click();
  await expect(rowOf(manager, words("favourite_links"))).toContainText("2");
  await takeBack(manager);
  await expect(rowOf(manager, words("favourite_links"))).not.toContainText("2");

  await bar(manager)
    .getByRole("button", { name: words("delete") })
    .click();
  await expect(manager.getByRole("row")).toHaveCount(4);
  await expectChosen(manager, 0);
  await takeBack(manager);
  await expect(manager.getByRole("row")).toHaveCount(6);
});

test("many are opened after a question, and some in a group", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 11 });
  const tabs = () => webTabs(extension);
  await manager.keyboard.press("g");
  await manager.keyboard.press("ControlOrMeta+a");
  await bar(manager)
    .getByRole("button", { name: words("open") })
    .click();
  await manager.getByRole("menuitem", { name: words("open_as_tabs"), exact: true }).click();
  const question = manager.getByRole("dialog");
  await expect(question).toContainText(words("open_title_other", { count: 11 }));
  await manager.keyboard.press("Escape");
  await expect(question).toBeHidden();
  expect(await tabs()).toHaveLength(0);

  await cardOf(manager, "", 0).click();
  await bar(manager)
    .getByRole("button", { name: words("open") })
    .click();
  await manager.getByRole("menuitem", { name: words("open_group") }).click();
  const groups = async () => (await tabs()).map(({ groupId }) => groupId);
  await expect.poll(async () => (await groups()).filter((group) => group > 0).length).toBe(10);
  expect(new Set(await groups()).size).toBe(1);
});

test("tabs that sleep know their pages, and load them when they are looked at", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 3 });
  await manager.keyboard.press("g");
  await manager.keyboard.press("ControlOrMeta+a");
  await bar(manager)
    .getByRole("button", { name: words("open") })
    .click();
  await manager.getByRole("menuitem", { name: words("open_sleeping") }).click();
  const asleep = async () => (await webTabs(extension)).filter(({ discarded }) => discarded);
  await expect.poll(async () => (await asleep()).length).toBe(3);
  const urls = (await asleep()).map(({ url }) => url).sort();
  expect(urls).toEqual([0, 1, 2].map((index) => server.url(`/loose/${index}`)));
});

test("what is chosen is copied as a list", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 3 });
  await extension.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await manager.keyboard.press("g");
  await manager.keyboard.press("ControlOrMeta+a");
  const copied = () => manager.evaluate(() => navigator.clipboard.readText());
  const urls = [0, 1, 2].map((i) => server.url(`/loose/${i}`));
  await manager.keyboard.press("ControlOrMeta+c");
  await expect.poll(copied, "by the key at once, as the sheet of keys says").toBe(urls.join("\n"));
  await bar(manager)
    .getByRole("button", { name: words("copy") })
    .click();
  await manager.getByRole("menuitem", { name: words("copy_markdown") }).click();
  const lines = urls.map((url, i) => `- [Page /loose/${i}](${url})`);
  await expect.poll(copied).toBe(lines.join("\n"));
});

test("what is deleted elsewhere is not chosen any more", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 4 });
  for (const index of [0, 1, 2]) {
    await cardOf(manager, "", index).click({ modifiers: ["ControlOrMeta"] });
  }
  const bar = manager.getByRole("toolbar", { name: words("chosen_links") });
  await expect(bar).toContainText(words("chosen_other", { count: 3 }));
  const [first, second] = await linksOf(manager, { category: "all" });
  await ask(manager, "trashLinks", { links: [first?.id] });
  await expect(bar).toContainText(words("chosen_other", { count: 2 }));
  await ask(manager, "trashLinks", { links: [second?.id] });
  await expect(bar).toContainText(words("chosen_one", { count: 1 }));
});

test("what a key opens has the focus before the next key", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { Study: 1, "": 2 });
  for (const [key, field] of /** @type {const} */ ([
    ["m", "place"],
    ["l", "tag-input"],
  ])) {
    await cardOf(manager, "", 0).getByRole("link").focus();
    const focused = await manager.evaluate(async (pressed) => {
      const about = { key: pressed, code: `Key${pressed.toUpperCase()}`, bubbles: true };
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { ...about, cancelable: true }),
      );
      // What lit draws stands in the document a moment later, long before the next key.
      await Promise.resolve();
      await Promise.resolve();
      return document.activeElement?.localName;
    }, key);
    expect(focused, `${key} opens ${field}`).toBe("input");
    await manager.keyboard.press("Escape");
    await expect(manager.locator("dialog")).toHaveCount(0);
  }
});
