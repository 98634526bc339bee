import { ask } from "../run/save.js";
import { expectAccessible } from "./axe.js";
import { expect, saveText, test } from "./fixtures.js";
import { words } from "./words.js";

test("the manager is accessible", async ({ extension, server }) => {
  const manager = await extension.openManager();
  await saveText(manager, `${server.url("/a")}\n${server.url("/b")}\nnot a link`);
  await expect(manager.getByRole("link", { name: "Page /a" })).toBeVisible();
  await expectAccessible(manager);
  await manager
    .getByRole("button", { name: words("add_links") })
    .first()
    .click();
  await expect(manager.getByRole("dialog").getByRole("textbox").first()).toBeFocused();
  await expectAccessible(manager);
});

for (const language of /** @type {const} */ (["en", "ko"])) {
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    test(`the popup is accessible in all its states (${language}, ${theme})`, async ({
      extension,
      server,
    }) => {
      const said = (/** @type {string} */ key) => words(key, {}, language);
      const tab = await extension.context.newPage();
      const empty = await extension.openPopup();
      await ask(empty, "setSettings", { language, theme });
      await expect(empty.getByText(said("first_category"))).toBeVisible();
      await expectAccessible(empty);
      await empty.close();
      await tab.goto(server.url("/a"));
      const popup = await extension.openPopup();
      const save = popup.getByRole("button", { name: said("save_tab") });
      await expect(save).toBeEnabled();
      await popup.keyboard.type("읽을거리");
      await expect(popup.locator(".place")).toHaveCount(1);
      await expectAccessible(popup);
      await save.click();
      await expect(popup.locator(".page-saved")).toBeVisible();
      await expectAccessible(popup);
      await popup.getByRole("button", { name: said("paste_list") }).click();
      await expect(popup.getByRole("textbox", { name: said("list_label") })).toBeVisible();
      await expectAccessible(popup);
    });
  }
}
