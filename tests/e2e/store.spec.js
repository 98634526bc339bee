import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeStoreFolder } from "../package/store-folder.js";
import { launch } from "../run/launch.js";
import { ask, follow } from "../run/save.js";
import { titleOf } from "../server/page-server.js";
import { expectAccessible } from "./axe.js";
import { setSiteAccess } from "./chaos.js";
import { test as base, expect } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */
/** @import {Job} from "../../extension/wasm/urlink.js" */
/** @import {Launched} from "../run/launch.js" */

const test = /** @type {typeof base.extend<{ store: Launched }>} */ (base.extend)({
  store: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "urlink-store-"));
    const extension = join(folder, "extension");
    await writeStoreFolder(extension);
    const launched = await launch({
      browser: process.env.CHROME ?? "",
      profile: join(folder, "profile"),
      headless: true,
      extension,
    });
    await use(launched);
    await launched.context.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

test("installing it from the store warns of nothing", async ({ store }) => {
  const page = await store.context.newPage();
  await page.goto(`${store.origin}/manager.html`);
  const warnings = await page.evaluate(async () => {
    const own = chrome.runtime.getManifest();
    const warningsOf = (/** @type {unknown} */ manifest) =>
      chrome.management.getPermissionWarningsByManifest(JSON.stringify(manifest));
    const withAll = { ...own, permissions: [...(own.permissions ?? []), "history"] };
    return { own: await warningsOf(own), withAll: await warningsOf(withAll) };
  });
  expect(warnings.own).toEqual([]);
  expect(warnings.withAll, "the browser would have told").toHaveLength(1);
});

test("what was not granted is asked for where it is needed, and nothing is lost without it", async ({
  store,
  server,
}) => {
  const page = await store.context.newPage();
  await page.goto(`${store.origin}/manager.html`);
  await expect(page.locator("#activity-button")).toBeVisible();
  for (const [key, name] of /** @type {const} */ ([
    ["h", "history"],
    ["t", "tabs"],
    ["b", "bookmarks"],
  ])) {
    await page.keyboard.press(key);
    const panel = page.getByRole("complementary");
    await expect(panel.getByRole("heading", { name: words(`ask_${name}`) })).toBeVisible();
    await expect(panel.getByRole("button", { name: words(`allow_${name}`) })).toBeVisible();
    await expectAccessible(page);
  }
  const other = await store.context.newPage();
  await other.goto(server.url("/other"));
  await store.worker.evaluate(() => {
    /** @type {any} */ (chrome.commands.onCommand).dispatch("save-all-tabs");
  });
  const asking = page.getByRole("heading", { name: words("ask_tabs") });
  await expect(asking, "where tabs may not be read, the panel asks").toBeVisible();
  await expect(other, "the tab of another is left alone").toHaveURL(server.url("/other"));
  const job = /** @type {Job} */ (await ask(page, "save", { urls: [server.url("/kept")] }, {}));
  expect(job.total).toBe(1);
});

/** What a page asked the browser for, and the answer that a person gives: the prompt is out of our reach. */
async function answerPrompts(/** @type {Page} */ page, /** @type {boolean} */ yes) {
  await page.evaluate((given) => {
    const asked = /** @type {unknown[]} */ ([]);
    Object.assign(window, { asked });
    chrome.permissions.request = /** @type {any} */ (
      (/** @type {unknown} */ grant) => {
        asked.push(grant);
        return Promise.resolve(given);
      }
    );
  }, yes);
}

/** @param {Page} page */
function askedFor(page) {
  return page.evaluate(() => /** @type {any} */ (window).asked);
}

test("a card whose site may not be read asks for that itself, and so does its problem", async ({
  store,
  server,
}) => {
  const page = await store.context.newPage();
  await page.goto(`${store.origin}/manager.html`);
  const job = /** @type {Job} */ (await ask(page, "save", { urls: [server.url("/kept")] }, {}));
  await follow(page, job.id);
  await answerPrompts(page, false);
  const sites = { permissions: [], origins: ["http://*/*", "https://*/*"] };
  const card = page.getByRole("row").first();
  await card.getByRole("button", { name: words("allow") }).click();
  await expect.poll(() => askedFor(page)).toEqual([sites]);
  await expect(card, "refusing loses nothing").toContainText(new URL(server.url("/kept")).hostname);
  await page.keyboard.press("j");
  const panel = page.getByRole("complementary");
  await panel.getByRole("button", { name: `${words("allow")}: ` }).click();
  await expect.poll(() => askedFor(page)).toEqual([sites, sites]);
  await expectAccessible(page);
});

test("once the sites may be read, the cards that lacked it are filled in, and ask no more", async ({
  extension,
  server,
}) => {
  const page = await extension.openManager();
  await setSiteAccess(page, false);
  const job = /** @type {Job} */ (await ask(page, "save", { urls: [server.url("/kept")] }, {}));
  await follow(page, job.id);
  const allow = page.getByRole("row").getByRole("button", { name: words("allow") });
  await expect(allow).toBeVisible();
  await setSiteAccess(page, true);
  await expect(page.getByRole("link", { name: titleOf("/kept"), exact: true })).toBeVisible();
  await expect(allow).toHaveCount(0);
});

test("icons and the names of groups are asked for with the panel that shows them", async ({
  store,
}) => {
  const page = await store.context.newPage();
  await page.goto(`${store.origin}/manager.html`);
  await expect(page.locator("#activity-button")).toBeVisible();
  await answerPrompts(page, false);
  for (const [key, name] of /** @type {const} */ ([
    ["h", "history"],
    ["t", "tabs"],
    ["b", "bookmarks"],
  ])) {
    await page.keyboard.press(key);
    await page.getByRole("button", { name: words(`allow_${name}`) }).click();
  }
  await expect
    .poll(() => askedFor(page))
    .toEqual([
      { permissions: ["history", "favicon"], origins: [] },
      { permissions: ["tabs", "favicon", "tabGroups"], origins: [] },
      { permissions: ["bookmarks", "favicon"], origins: [] },
    ]);
});

test("the popup leads to where all tabs can be saved, as long as it may not know them", async ({
  store,
}) => {
  const popup = await store.context.newPage();
  await popup.goto(`${store.origin}/popup.html`);
  const manager = store.context.waitForEvent("page");
  await popup.getByRole("button", { name: words("save_all_tabs") }).click();
  const page = await manager;
  await expect(page.getByRole("heading", { name: words("ask_tabs") })).toBeVisible();
});

test("notifications are asked for with the first reminder, and refusing them loses none", async ({
  store,
  server,
}) => {
  const page = await store.context.newPage();
  await page.goto(`${store.origin}/manager.html`);
  const job = /** @type {Job} */ (await ask(page, "save", { urls: [server.url("/kept")] }, {}));
  await follow(page, job.id);
  await answerPrompts(page, false);
  await page.getByRole("row").first().getByRole("link").focus();
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(words("reminder_grant"))).toBeVisible();
  await expectAccessible(page);
  expect(await askedFor(page)).toEqual([]);
  await dialog.getByRole("button", { name: words("tomorrow_morning") }).click();
  await expect(dialog).toBeHidden();
  expect(await askedFor(page)).toEqual([{ permissions: ["notifications"], origins: [] }]);
  await expect(page.locator(".card-bell")).toBeVisible();
  await page.keyboard.press("d");
  const panel = page.getByRole("complementary", { name: words("reminders") });
  await expect(panel.getByRole("listitem")).toHaveCount(1);
  await expectAccessible(page);
});

test("where the bookmarks may not be changed any more, copying to them says so", async ({
  store,
}) => {
  const page = await store.context.newPage();
  await page.goto(`${store.origin}/options.html`);
  await answerPrompts(page, true);
  await page.getByRole("button", { name: words("to_bookmarks") }).click();
  await page.getByRole("button", { name: words("to_bookmarks_go"), exact: true }).click();
  await expect(page.getByText(words("to_bookmarks_withdrawn"))).toBeVisible();
});
