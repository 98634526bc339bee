import { ask } from "../run/save.js";
import { cardOf, filled, linksOf, pathOf, titles } from "./filled.js";
import { expect, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Extension} from "./fixtures.js" */

/**
 * The manager, and nobody answers it until `answer` is called.
 * @param {Extension} extension
 */
async function openUnanswered(extension) {
  const page = await extension.context.newPage();
  await page.addInitScript(() => {
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    const gate = new Promise((resolve) => Object.assign(globalThis, { openGate: resolve }));
    /** @param {unknown} message */
    const later = (message) => gate.then(() => send(message));
    Object.assign(chrome.runtime, { sendMessage: later });
  });
  await page.goto(extension.page("manager.html"));
  const answer = () => page.evaluate(() => Object(globalThis).openGate());
  return { page, answer };
}

test("the first cards are there before the worker answers", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { 여행: 2, "": 2 });
  await expect(manager.locator(".card:not(.unknown)")).toHaveCount(4);
  const shown = await titles(manager);
  await manager.close();

  const { page } = await openUnanswered(extension);
  await expect(page.locator(".card:not(.unknown)")).toHaveCount(4);
  expect(await titles(page)).toEqual(shown);
});

test("what another version of the extension kept is not read", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 2 });
  await expect(manager.locator(".card:not(.unknown)")).toHaveCount(2);
  await manager.goto(extension.page("icons/urlink-32.png"));
  await manager.evaluate(() => {
    for (const [name, copy] of Object.entries(localStorage))
      localStorage.setItem(name, copy.replace(/"version":"[^"]+"/u, '"version":"0.0.1"'));
  });

  const { page } = await openUnanswered(extension);
  await expect(page.locator(".card.unknown").first()).toBeVisible();
  await expect(page.locator(".card:not(.unknown)")).toHaveCount(0);
});

test("what was deleted in the manager is not shown again, however soon it was closed", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 3 });
  await cardOf(manager, "", 2).getByRole("link").focus();
  await manager.keyboard.press("Delete");
  await expect(manager.getByRole("row")).toHaveCount(2);
  await manager.close();

  const { page } = await openUnanswered(extension);
  await expect(page.locator(".card:not(.unknown)")).toHaveCount(2);
  await expect(cardOf(page, "", 2)).toHaveCount(0);
});

test("what was deleted elsewhere goes once the worker answers, and is not brought back by what is done with it", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 3 });
  await expect(manager.locator(".card:not(.unknown)")).toHaveCount(3);
  const links = await linksOf(manager, { category: "all" });
  const gone = links.find(({ url }) => url.endsWith(pathOf("", 2)));
  await manager.goto("about:blank");
  const options = await extension.context.newPage();
  await options.goto(extension.page("options.html"));
  await ask(options, "trashLinks", { links: [gone?.id] });
  await ask(options, "emptyTrash");

  const { page, answer } = await openUnanswered(extension);
  await cardOf(page, "", 2).getByRole("link").focus();
  await page.keyboard.press("f");
  await answer();
  await expect(page.locator(".card:not(.unknown)")).toHaveCount(2);
  await expect(cardOf(page, "", 2)).toHaveCount(0);
  expect(await linksOf(page, { category: "all" })).toHaveLength(2);
  expect(await linksOf(page, { category: "favourites" })).toHaveLength(0);
});

test("nothing is kept of a library that was erased", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 3 });
  await expect(manager.locator(".card:not(.unknown)")).toHaveCount(3);
  await manager.goto(extension.page("options.html"));
  await manager.getByRole("button", { name: words("erase_all") }).click();
  const dialog = manager.getByRole("dialog");
  await dialog.getByRole("textbox").fill(words("erase_word"));
  await dialog.getByRole("textbox").press("Enter");
  await expect(manager.getByRole("status").filter({ hasText: words("erased") })).toBeVisible();

  const { page } = await openUnanswered(extension);
  await expect(page.locator(".card.unknown").first()).toBeVisible();
  await expect(page.locator(".card:not(.unknown)")).toHaveCount(0);
});
