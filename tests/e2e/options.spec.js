import { ask } from "../run/save.js";
import { expectAccessible } from "./axe.js";
import { expect, saveText, test } from "./fixtures.js";
import { allLinks } from "./library.js";
import { words } from "./words.js";

/** @import {Extension} from "./fixtures.js" */
/** @import {CategoryList, Language} from "../../extension/wasm/urlink.js" */

/**
 * A page of the extension.
 * @param {Extension} extension
 * @param {string} name
 */
async function openPage(extension, name) {
  const page = await extension.context.newPage();
  await page.goto(extension.page(name));
  return page;
}

test("erases everything, but not before the word for it was typed", async ({
  extension,
  server,
}) => {
  const options = await openPage(extension, "options.html");
  await saveText(options, `${server.url("/a")}\n${server.url("/b")}`);
  await options.getByRole("button", { name: words("erase_all") }).click();
  const dialog = options.getByRole("dialog");
  await expect(dialog).toContainText(words("erase_warning_other", { count: 2 }));
  const erase = dialog.getByRole("button", { name: words("erase_go") });
  await expect(erase).toBeDisabled();
  const saving = options.waitForEvent("download");
  await dialog.getByRole("button", { name: words("erase_backup") }).click();
  expect((await saving).suggestedFilename()).toMatch(/^urlink-.*\.json$/);
  await dialog.getByRole("textbox").fill("no");
  await expect(erase).toBeDisabled();
  await dialog.getByRole("textbox").fill(words("erase_word"));
  await dialog.getByRole("textbox").press("Enter");
  await expect(options.getByRole("status").filter({ hasText: words("erased") })).toBeVisible();
  expect(await allLinks(options)).toEqual([]);
});

test("changes the language at once, and keeps it", async ({ extension }) => {
  const options = await openPage(extension, "options.html");
  await options.getByRole("radio", { name: "한국어" }).click();
  const title = words("settings", {}, "ko");
  await expect(options.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await options.reload();
  await expect(options.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("the library is copied into Chrome's bookmarks once that is confirmed", async ({
  extension,
  server,
}) => {
  const options = await openPage(extension, "options.html");
  await saveText(options, server.url("/kept"));
  const copy = options.getByRole("button", { name: words("to_bookmarks") });
  await copy.click();
  await options.getByRole("button", { name: words("not_now") }).click();
  const folders = () => options.evaluate(() => chrome.bookmarks.search({ title: "urLink" }));
  expect(await folders()).toEqual([]);
  await copy.click();
  await options.getByRole("button", { name: words("to_bookmarks_go"), exact: true }).click();
  const done = words("to_bookmarks_done_one", { count: 1 });
  await expect(options.getByRole("status").filter({ hasText: done })).toBeVisible();
  expect(await folders()).toHaveLength(1);
});

test("the first steps can be taken again", async ({ extension }) => {
  const options = await openPage(extension, "options.html");
  await options.getByRole("link", { name: words("first_steps") }).click();
  await expect(options).toHaveURL(/welcome\.html$/);
  await expect(options.getByRole("heading", { name: words("welcome_what") })).toBeVisible();
});

test("the first start leads to the bookmarks, by keyboard alone", async ({ extension, server }) => {
  const welcome = await openPage(extension, "welcome.html");
  await welcome.evaluate(async (url) => {
    const folder = await chrome.bookmarks.create({ parentId: "1", title: "Reading" });
    await chrome.bookmarks.create({ parentId: folder.id, title: "One", url });
  }, server.url("/one"));
  const next = welcome.getByRole("button", { name: words("next") });
  await next.focus();
  await welcome.keyboard.press("Enter");
  await expect(welcome.getByText(words("granted"))).toHaveCount(5);
  await next.focus();
  await welcome.keyboard.press("Enter");
  const bring = welcome.getByRole("button", { name: words("bring_in") });
  await bring.focus();
  await welcome.keyboard.press("Enter");
  const said = words("saved_by_folder_one", { count: 1 });
  await expect(welcome.getByRole("status").filter({ hasText: said })).toBeVisible();
  const { categories } = /** @type {CategoryList} */ (await ask(welcome, "listCategories"));
  expect(categories.map(({ name, count }) => [name, count])).toEqual([["Reading", 1]]);
  const opening = extension.context.waitForEvent("page");
  await welcome.getByRole("button", { name: words("open_urlink") }).click();
  await expect(await opening).toHaveURL(/manager\.html/);
});

for (const language of /** @type {Language[]} */ (["en", "ko"])) {
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    test(`the options and the first start are accessible (${language}, ${theme})`, async ({
      extension,
    }) => {
      const options = await openPage(extension, "options.html");
      await ask(options, "setSettings", { language, theme });
      await expect(options.locator(".grant")).toHaveCount(5);
      await expectAccessible(options);
      await options.screenshot({ path: test.info().outputPath("options.png"), fullPage: true });
      await options.getByRole("button", { name: words("erase_all", {}, language) }).click();
      await expect(options.getByRole("dialog").getByRole("textbox")).toBeVisible();
      await expectAccessible(options);
      await options.screenshot({ path: test.info().outputPath("erase.png") });

      const welcome = await openPage(extension, "welcome.html");
      for (let step = 1; step <= 3; step++) {
        const at = words("step_of", { step, steps: 3 }, language);
        await expect(welcome.getByText(at)).toBeVisible();
        await expectAccessible(welcome);
        await welcome.screenshot({ path: test.info().outputPath(`welcome-${step}.png`) });
        await welcome.setViewportSize({ width: 320, height: 640 });
        await expectAccessible(welcome);
        await welcome.setViewportSize({ width: 1280, height: 800 });
        if (step < 3)
          await welcome.getByRole("button", { name: words("next", {}, language) }).click();
      }
    });
  }
}
