import { ask } from "../run/save.js";
import { filled } from "./filled.js";
import { expect, test } from "./fixtures.js";

/** @import {Page} from "@playwright/test" */
/** @import {LinkPage} from "../../extension/wasm/urlink.js" */

/** @param {Page} page @param {string} search */
async function found(page, search) {
  const query = { category: "all", search, offset: 0, limit: 10 };
  const { total } = /** @type {LinkPage} */ (await ask(page, "queryLinks", query));
  return total;
}

/**
 * The sizes of what is kept beside the library; in the page.
 * @param {boolean} damage makes nonsense of it, too
 * @returns {Promise<number[]>}
 */
async function keptSizes(damage) {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  if (!names.includes("derived")) return [];
  /** @type {IDBDatabase} */
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open("derived");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  /** @type {number[]} */
  const sizes = [];
  await new Promise((resolve, reject) => {
    const transaction = database.transaction("parts", "readwrite");
    transaction.oncomplete = resolve;
    transaction.onabort = reject;
    const cursor = transaction.objectStore("parts").openCursor();
    cursor.onsuccess = () => {
      if (!cursor.result) return;
      sizes.push(cursor.result.value.length);
      if (damage)
        cursor.result.update(cursor.result.value.map((/** @type {number} */ byte) => byte ^ 1));
      cursor.result.continue();
    };
  });
  database.close();
  return sizes;
}

test("what a search has read is kept, made anew where it is damaged, and goes with the library", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 3, Work: 2 });
  const sizes = (damage = false) => manager.evaluate(keptSizes, damage);
  const isKept = async () => {
    const all = await sizes();
    return all.length === 2 && all.every((size) => size > 0);
  };
  await ask(manager, "prepareSearch");
  await expect.poll(isKept).toBe(true);

  await extension.killWorker();
  expect(await found(manager, "page")).toBe(5);
  await extension.killWorker();
  await sizes(true);
  expect(await found(manager, "page")).toBe(5);

  await ask(manager, "eraseEverything");
  expect(await found(manager, "page")).toBe(0);
  expect(await sizes()).toEqual([]);
});
