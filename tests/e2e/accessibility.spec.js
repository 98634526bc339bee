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
  await expectAccessible(manager);
});

test("the popup is accessible", async ({ extension, server }) => {
  const tab = await extension.context.newPage();
  await tab.goto(server.url("/a"));
  const popup = await extension.openPopup();
  await expect(popup.getByRole("button", { name: words("save_tab") })).toBeEnabled();
  await expectAccessible(popup);
  await popup.getByRole("button", { name: words("paste_list") }).click();
  await expectAccessible(popup);
});
