import { ask } from "../run/save.js";
import { expectAccessible } from "./axe.js";
import { cardOf, filled, takeBack } from "./filled.js";
import { expect, test } from "./fixtures.js";
import { alarm, ids, list, panel, question } from "./reminder-steps.js";
import { words } from "./words.js";

/** @import {Language} from "../../extension/wasm/urlink.js" */

test("a time that is over is refused with a sentence; an offered one needs one press", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 1 });
  const card = cardOf(manager, "", 0);
  await card.getByRole("link").focus();
  await manager.keyboard.press("r");
  const dialog = question(manager);
  await expect(dialog).toBeVisible();
  await expectAccessible(manager);
  await dialog.getByLabel(words("date_and_time")).fill("2020-01-01T09:00");
  await manager.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText(/over already|지난 시간/);
  await dialog.getByLabel(words("repeat")).selectOption("weekly");
  await dialog.getByRole("button", { name: words("next_monday") }).click();
  await expect(dialog).toBeHidden();
  const [pending] = (await list(manager)).pending;
  expect(pending?.repeat).toBe("weekly");
  expect(pending?.at).toMatch(/T09:00$/);

  // It is put off from the panel, edited and cancelled where it is set.
  await manager.keyboard.press("d");
  await panel(manager)
    .getByRole("button", { name: `${words("snooze")}: ` })
    .click();
  await dialog.getByRole("button", { name: words("in_an_hour") }).click();
  await expect(dialog).toBeHidden();
  expect((await list(manager)).pending[0]?.snoozed).toBe(true);
  await card.getByRole("link").focus();
  await manager.keyboard.press("r");
  await dialog.getByRole("button", { name: words("edit") }).click();
  await expect(dialog).toHaveAccessibleName(words("edit_reminder"));
  await dialog.getByLabel(words("date_and_time")).fill("2099-12-31T23:59");
  await manager.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  expect((await list(manager)).pending[0]?.at).toBe("2099-12-31T23:59");
  await card.getByRole("link").focus();
  await manager.keyboard.press("r");
  await dialog.getByRole("button", { name: words("cancel_reminder") }).click();
  await manager.keyboard.press("Escape");
  await expect(card.locator(".card-bell")).toBeHidden();
  await takeBack(manager, words("reminder_cancelled"));
  await expect(card.locator(".card-bell")).toBeVisible();
});

for (const language of /** @type {Language[]} */ (["en", "ko"])) {
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    test(`the question and the panel are accessible (${language}, ${theme})`, async ({
      extension,
      server,
    }) => {
      const { manager } = await filled(extension, server, { "": 2 });
      await ask(manager, "setSettings", { language, theme });
      const [link] = await ids(manager);
      await ask(manager, "setReminder", link, { preset: "hour", repeat: "weekly" });
      const panel = manager.getByRole("complementary", { name: words("reminders", {}, language) });
      await manager.keyboard.press("d");
      await expect(panel.getByRole("listitem")).toHaveCount(1);
      await expectAccessible(manager);
      await cardOf(manager, "", 0).getByRole("link").focus();
      await manager.keyboard.press("r");
      await expect(question(manager).getByRole("listitem")).toHaveCount(1);
      await manager.keyboard.press("Enter");
      await expect(question(manager)).toBeHidden();
      await cardOf(manager, "", 0).getByRole("link").focus();
      await manager.keyboard.press("r");
      await question(manager)
        .getByLabel(words("date_and_time", {}, language))
        .fill("2020-01-01T09:00");
      await manager.keyboard.press("Enter");
      await expect(question(manager).getByRole("alert")).toBeVisible();
      await expectAccessible(manager);
    });
  }
}

test("several that are chosen are reminded of at once, and undone as one", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 3 });
  await cardOf(manager, "", 0).getByRole("link").focus();
  await manager.keyboard.press("Space");
  await manager.keyboard.press("Shift+ArrowRight");
  await manager.keyboard.press("r");
  const dialog = question(manager);
  await expect(dialog.getByText(words("remind_of_other", { count: "2" }))).toBeVisible();
  await expectAccessible(manager);
  await dialog.getByRole("button", { name: words("next_monday") }).click();
  await expect(dialog).toBeHidden();
  await expect(manager.locator(".card-bell")).toHaveCount(2);
  await expect(manager.getByRole("toolbar", { name: words("chosen_links") })).toBeHidden();
  expect((await list(manager)).pending).toHaveLength(2);
  await takeBack(manager);
  await expect(manager.locator(".card-bell")).toHaveCount(0);

  // By the bar, and again: nothing is doubled.
  for (const said of [words("reminders_set_other", { count: "3" }), words("reminded_already")]) {
    await cardOf(manager, "", 0).getByRole("link").focus();
    await manager.keyboard.press("Control+a");
    const bar = manager.getByRole("toolbar", { name: words("chosen_links") });
    await bar.getByRole("button", { name: words("remind_me") }).click();
    await dialog.getByRole("button", { name: words("next_monday") }).click();
    await expect(dialog).toBeHidden();
    await expect(manager.getByText(said)).toBeVisible();
  }
  expect((await list(manager)).pending).toHaveLength(3);
});

test("reminders go with their link, and come back with it", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 1 });
  const [id] = await ids(manager);
  await ask(manager, "setReminder", id, { preset: "hour" });
  await manager.keyboard.press("d");
  const row = panel(manager).getByRole("listitem");
  await expect(row).toHaveCount(1);
  await cardOf(manager, "", 0).getByRole("link").focus();
  await manager.keyboard.press("Delete");
  await expect(row).toHaveCount(0);
  await expect.poll(() => alarm(manager)).toBeUndefined();
  await takeBack(manager);
  await expect(row).toHaveCount(1);
  await expect.poll(() => alarm(manager)).toBeDefined();
});
