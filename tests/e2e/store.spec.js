import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeStoreFolder } from "../package/store-folder.js";
import { launch } from "../run/launch.js";
import { ask } from "../run/save.js";
import { expectAccessible } from "./axe.js";
import { test as base, expect } from "./fixtures.js";
import { words } from "./words.js";

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
