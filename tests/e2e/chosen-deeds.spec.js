import { bar, expectChosen } from "./choose-steps.js";
import { cardOf, filled, rowOf, show, takeBack } from "./filled.js";
import { expect, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */
/** @import {Extension} from "./fixtures.js" */

test.use({ hosts: 20 });

/** @param {Extension} extension */
const webTabs = (extension) =>
  extension.worker.evaluate(() => chrome.tabs.query({ url: "http://*/*" }));

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

/** @param {Page} manager */
async function askToOpenAll(manager) {
  await manager.keyboard.press("g");
  await manager.keyboard.press("ControlOrMeta+a");
  await bar(manager)
    .getByRole("button", { name: words("open") })
    .click();
  await manager.getByRole("menuitem", { name: words("open_as_tabs"), exact: true }).click();
  return manager.getByRole("dialog");
}

test("many are opened after a question, and some in a group", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 11 });
  const tabs = () => webTabs(extension);
  const question = await askToOpenAll(manager);
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

test("of more than a hundred tabs the key Enter is not the answer", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 101 });
  const question = await askToOpenAll(manager);
  await expect(question).toContainText(words("open_title_other", { count: 101 }));
  await expect(question.getByRole("button", { name: words("not_now") })).toBeFocused();
  await manager.keyboard.press("Enter");
  await expect(question).toBeHidden();
  expect(await webTabs(extension)).toHaveLength(0);
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
