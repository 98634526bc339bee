import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { ask } from "../run/save.js";
import { expect, saveText, test } from "./fixtures.js";

/** @import {Page} from "@playwright/test" */
/** @import {Extension} from "./fixtures.js" */

/**
 * The logs of the database that keeps the library: there is one, or two while it changes over.
 * @param {Extension} extension
 */
async function logFinder(extension) {
  const page = await extension.context.newPage();
  await page.goto("chrome://version");
  const profile = (await page.locator("#profile_path").textContent()) ?? "";
  await page.close();
  const id = new URL(extension.worker.url()).host;
  return async () => {
    const files = await readdir(join(profile, "Local Extension Settings", id));
    return files.filter((file) => file.endsWith(".log")).sort();
  };
}

/** @param {Extension} extension */
const failOnce = (extension) =>
  extension.worker.evaluate(() => {
    const { set } = chrome.storage.local;
    const full = () => {
      Object.assign(chrome.storage.local, { set });
      return Promise.reject(new Error("Resource::kQuotaBytes quota exceeded"));
    };
    Object.assign(chrome.storage.local, { set: full });
  });

test("what is saved after a write has failed stands in another log: in the old one Chrome would not find it again", async ({
  extension,
  server,
}) => {
  const manager = await extension.openManager();
  const logs = await logFinder(extension);
  await saveText(manager, server.url("/a"));
  const first = await logs();
  await saveText(manager, server.url("/b"));
  expect(await logs(), "where nothing fails, the log stays").toEqual(first);

  await failOnce(extension);
  await ask(manager, "createCategory", "Refused").catch(() => undefined);
  await ask(manager, "save", { text: server.url("/c") }, {});
  const second = await logs();
  expect(second.at(-1)).not.toBe(first.at(-1));

  await failOnce(extension);
  await ask(manager, "createCategory", "Refused too").catch(() => undefined);
  await extension.killWorker();
  await ask(manager, "save", { text: server.url("/d") }, {});
  expect((await logs()).at(-1), "also by another worker").not.toBe(second.at(-1));
  const keys = await manager.evaluate(() => chrome.storage.local.getKeys());
  expect(keys.filter((key) => key.startsWith("x:"))).toEqual([]);
});

test("what was left of beginning another log is removed: by the next write, or when the browser starts again", async ({
  extension,
}) => {
  const manager = await extension.openManager();
  const leave = { "x:padding": "-".repeat(5 * 1024 * 1024) };
  /** @param {Page} page */
  const keysOf = (page) => page.evaluate(() => chrome.storage.local.getKeys());
  await manager.evaluate(async (left) => {
    await chrome.storage.session.set({ torn: true });
    await chrome.storage.local.set(left);
  }, leave);
  await extension.killWorker();
  await ask(manager, "createCategory", "Written");
  expect(await keysOf(manager)).not.toContain("x:padding");

  await manager.evaluate((left) => chrome.storage.local.set(left), leave);
  await extension.restart();
  const another = await extension.openManager();
  await expect.poll(() => keysOf(another)).not.toContain("x:padding");
});
