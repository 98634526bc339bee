import { readFile } from "node:fs/promises";
import { ask } from "../run/save.js";
import { titleOf } from "../server/page-server.js";
import { expectAccessible } from "./axe.js";
import { allOver, storedLinks } from "./chaos.js";
import { expect, saveText, test } from "./fixtures.js";
import { newestJob } from "./library.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */
/** @import {Extension} from "./fixtures.js" */
/** @import {Category, Language} from "../../extension/wasm/urlink.js" */
/** @import {PageServer} from "../server/page-server.js" */

/**
 * Saves three pages, then does something to what is stored, and lets the worker start anew.
 * @param {Extension} extension
 * @param {PageServer} server
 * @param {Record<string, string>} entries
 */
async function hurt(extension, server, entries) {
  const manager = await extension.openManager();
  const urls = ["/a", "/b", "/c"].map((path) => server.url(path));
  await saveText(manager, urls.join("\n"));
  await manager.evaluate((changed) => chrome.storage.local.set(changed), entries);
  await extension.killWorker();
  const before = await stored(manager);
  await manager.reload();
  return { manager, urls, before };
}

/** @param {Page} page */
const stored = (page) => page.evaluate(() => chrome.storage.local.get(null));

const REFUSED = [
  { what: "of a newer version", meta: '{"schema":99}', sentence: /A newer urLink wrote/ },
  { what: "whose version is damaged", meta: '{"sch', sentence: /A part of the library is damaged/ },
];

for (const { what, meta, sentence } of REFUSED) {
  test(`a library ${what} is left alone, and given out`, async ({ extension, server }) => {
    const { manager, urls, before } = await hurt(extension, server, { "m:meta": meta });
    await expect(manager.getByText(sentence)).toBeVisible();

    const bookmarks = await download(manager, "rescue_bookmarks");
    expect(bookmarks.name).toMatch(/^urlink-\d{4}-\d\d-\d\d\.html$/);
    for (const url of urls) {
      expect(bookmarks.text).toContain(`HREF="${url}"`);
      expect(bookmarks.text).toContain(`>${titleOf(new URL(url).pathname)}</A>`);
    }
    const all = await download(manager, "rescue_json");
    const { records } = JSON.parse(all.text);
    const whole = Object.keys(before).filter((key) => !/^(?:[fu]:|m:(?:gone|write)$)/u.test(key));
    expect(Object.keys(records).sort()).toEqual(whole.sort());
    expect(await stored(manager)).toEqual(before);
  });
}

test("what cannot be opened is said in the user's language, and given out by the popup too", async ({
  extension,
  server,
}) => {
  await extension.speak("ko");
  const { urls, before } = await hurt(extension, server, { "m:meta": '{"schema":99}' });
  const popup = await extension.openPopup();
  await expect(popup.getByText(/더 새로운 urLink가 만든 보관함/)).toBeVisible();
  await expectAccessible(popup);
  const { text } = await download(popup, "rescue_bookmarks", "ko");
  for (const url of urls) expect(text).toContain(`HREF="${url}"`);
  expect(await stored(popup)).toEqual(before);
});

test("an export that fails says so in the user's language", async ({ extension }) => {
  await extension.speak("ko");
  const manager = await extension.openManager();
  await extension.worker.evaluate(() => {
    const area = /** @type {any} */ (chrome.storage.local);
    const get = area.get.bind(area);
    const fail = () => Promise.reject(new Error("IO error"));
    // Neither are the keys listed, nor is there to be read what names them.
    const some = (/** @type {string[]} */ keys) =>
      keys.includes("c:categories") ? fail() : get(keys);
    Object.assign(area, { getKeys: fail, get: some });
  });
  await expect(ask(manager, "exportLibrary", "json")).rejects.toThrow(
    /브라우저 저장소가 답하지 않았어요/,
  );
});

test("a record that is damaged costs itself alone", async ({ extension, server }) => {
  const first = await extension.openManager();
  await saveText(first, server.url("/first"));
  const [{ id } = { id: "" }] = await storedLinks(first);
  const { manager } = await hurt(extension, server, { [`l:${id}`]: '{"url":"http' });
  for (const path of ["/a", "/b", "/c"]) {
    await expect(manager.getByRole("link", { name: titleOf(path) })).toBeVisible();
  }
  expect((await stored(manager))[`l:${id}`]).toBe('{"url":"http');
});

test("a damaged record of what was copied to the bookmarks is put aside, and nothing is copied twice", async ({
  extension,
  server,
}) => {
  const manager = await extension.openManager();
  const { id } = /** @type {Category} */ (await ask(manager, "createCategory", "Kept"));
  await saveText(manager, [server.url("/a"), server.url("/b")].join("\n"), { category: id });
  await saveText(manager, server.url("/c"));
  expect(await ask(manager, "exportToBookmarks")).toBe(4);
  const copied = () => manager.evaluate(() => chrome.bookmarks.getTree());
  const before = await copied();
  for (const text of ['{"folders":7}', "[", '{"folders":{},"links":[1],"top":{}}']) {
    await manager.evaluate((hurt) => chrome.storage.local.set({ "x:bookmarks": hurt }), text);
    expect(await ask(manager, "exportToBookmarks"), text).toBe(0);
    expect(await copied()).toEqual(before);
    const all = /** @type {Record<string, string>} */ (await stored(manager));
    const aside = Object.keys(all).filter((key) => /^d:\d+:x:bookmarks$/u.test(key));
    expect(aside.map((key) => JSON.parse(all[key] ?? ""))).toContain(text);
    expect(JSON.parse(all["x:bookmarks"] ?? "").links).toHaveLength(3);
  }
  await ask(manager, "trashLinks", { category: id });
  expect(await ask(manager, "exportToBookmarks"), "what was copied is known again").toBe(2);
});

test("what waits in a job that the list of jobs lost is read", async ({ extension, server }) => {
  const gate = server.hold(1);
  const urls = ["/a", "/b", "/c"].map((path) => server.url(path));
  const manager = await extension.openManager();
  await ask(manager, "save", { text: urls.join("\n") }, {});
  await gate.held(2);
  await manager.evaluate(() => chrome.storage.local.set({ "j:list": "[]" }));
  await extension.killWorker();
  gate.open();
  await manager.reload();
  await expect.poll(async () => (await newestJob(manager))?.counts.saved).toBe(3);
  for (const path of ["/a", "/b", "/c"]) {
    await expect(manager.getByRole("link", { name: titleOf(path) })).toBeVisible();
  }
});

test("a store without room holds the job, and what is saved is safe", async ({
  extension,
  server,
}) => {
  const gate = server.hold(1);
  const urls = ["/a", "/b", "/c"].map((path) => server.url(path));
  const manager = await extension.openManager();
  await ask(manager, "save", { text: urls.join("\n") }, {});
  await gate.held(2);
  await extension.worker.evaluate(() => {
    const { set } = chrome.storage.local;
    Object.assign(globalThis, { mend: () => Object.assign(chrome.storage.local, { set }) });
    const full = () => Promise.reject(new Error("Resource::kQuotaBytes quota exceeded"));
    Object.assign(chrome.storage.local, { set: full });
  });
  gate.open();
  await expect.poll(() => newestJob(manager)).toMatchObject({ state: "paused", hold: "storage" });
  expect((await storedLinks(manager)).map(({ url }) => url).sort()).toEqual(urls);
  await expect(ask(manager, "save", { text: server.url("/d") }, {})).rejects.toThrow(
    /The disk has no room left/,
  );

  await extension.worker.evaluate(() => /** @type {any} */ (globalThis).mend());
  await ask(manager, "resumeJob", (await newestJob(manager)).id);
  await allOver(manager);
  expect((await newestJob(manager)).counts.saved).toBe(3);
});

test("a read or a write that fails once is made again", async ({ extension, server }) => {
  const manager = await extension.openManager();
  await saveText(manager, server.url("/a"));
  await extension.worker.evaluate(() => {
    for (const name of /** @type {const} */ (["get", "set"])) {
      const whole = chrome.storage.local[name];
      /** @param {unknown[]} args */
      const once = (...args) => {
        Object.assign(chrome.storage.local, { [name]: whole });
        void args;
        return Promise.reject(new Error(name === "get" ? "Invalid JSON" : "IO error"));
      };
      Object.assign(chrome.storage.local, { [name]: once });
    }
  });
  await saveText(manager, [server.url("/a"), server.url("/b")].join("\n"));
  expect((await storedLinks(manager)).map(({ state }) => state)).toEqual(["saved", "saved"]);
});

/**
 * @param {Page} page
 * @param {string} button
 * @param {Language} [language]
 */
async function download(page, button, language) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: words(button, {}, language) }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}
