import { expectChosen } from "./choose-steps.js";
import { cardOf, filled, linksOf, rowOf, takeBack } from "./filled.js";
import { expect, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */

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
  await inOneBreath(manager, [
    { key: "Delete", code: "Delete" },
    { key: "z", code: "KeyZ", ctrlKey: true },
  ]);
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

test("what a key opens has the focus before the next key", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { Study: 1, "": 2 });
  for (const [key, field] of /** @type {const} */ ([
    ["m", "place"],
    ["l", "tag-input"],
  ])) {
    await cardOf(manager, "", 0).getByRole("link").focus();
    const focused = await focusAfter(manager, key);
    expect(focused.name, `${key} opens ${field}`).toBe("input");
    await manager.keyboard.press("Escape");
    await expect(manager.locator("dialog")).toHaveCount(0);
  }
});

test("the focus goes into a panel and out of it before the next key", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 1 });
  for (const [key, panel] of /** @type {const} */ ([
    ["d", "reminders"],
    ["h", "history"],
    ["j", "activity"],
  ])) {
    expect((await focusAfter(manager, key)).id).toBe(`${panel}-title`);
    expect((await focusAfter(manager, key)).id).toBe(`${panel}-button`);
  }
});

test("a key that follows a range at once is for all of it", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 4 });
  const rows = manager.getByRole("row");
  const range = { key: "ArrowRight", code: "ArrowRight", shiftKey: true };
  await cardOf(manager, "", 0).getByRole("link").focus();
  await inOneBreath(manager, [range, { key: "Delete", code: "Delete" }]);
  await expect(rows).toHaveCount(2);
  await takeBack(manager, words("trashed_other", { count: "2" }));
  await expect(rows).toHaveCount(4);

  await cardOf(manager, "", 2).getByRole("link").focus();
  await inOneBreath(manager, [
    range,
    { key: "Escape", code: "Escape" },
    { key: " ", code: "Space" },
  ]);
  await expectChosen(manager, 1);
  await expect(cardOf(manager, "", 3)).toHaveAttribute("aria-selected", "true");
});

/**
 * Presses keys with nothing in between: no answer can come that the later ones would need.
 * @param {Page} manager
 * @param {{ key: string, code: string, ctrlKey?: boolean, shiftKey?: boolean }[]} keys
 */
const inOneBreath = (manager, keys) =>
  manager.evaluate((pressed) => {
    for (const key of pressed)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }),
      );
  }, keys);

/**
 * What has the focus when a letter has been pressed, before anything else can happen.
 * @param {Page} manager
 * @param {string} letter
 */
function focusAfter(manager, letter) {
  return manager.evaluate(async (key) => {
    const about = { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", about));
    // What lit draws stands in the document a moment later, long before the next key.
    await Promise.resolve();
    await Promise.resolve();
    return { name: document.activeElement?.localName, id: document.activeElement?.id };
  }, letter);
}
