import { readFile } from "node:fs/promises";
import { rowOf } from "./filled.js";
import { expect, test } from "./fixtures.js";
import { words } from "./words.js";

const VERSION_2 = new URL("../data/library-2.json", import.meta.url);

test("a library of version 2 is there when urLink of this version starts", async ({
  extension,
}) => {
  const manager = await extension.openManager();
  const records = JSON.parse(await readFile(VERSION_2, "utf8"));
  await manager.evaluate(async (stored) => {
    await chrome.storage.local.clear();
    await chrome.storage.local.set(stored);
  }, records);
  await extension.killWorker();
  await manager.reload();
  await expect(rowOf(manager, words("all_links"))).toContainText("6");
  await expect(rowOf(manager, "Papers")).toContainText("3");
  await expect(rowOf(manager, words("trash"))).toContainText("2");
  await expect(manager.getByRole("row")).toHaveCount(6);
  await expect(manager.locator(".card-bell")).toHaveCount(1);
  const keys = await manager.evaluate(() => chrome.storage.local.getKeys());
  const links = keys.filter((key) => key.startsWith("l:"));
  expect(links).toHaveLength(8);
  expect(new Set(links.map(({ length }) => length))).toEqual(new Set([22]));
});
