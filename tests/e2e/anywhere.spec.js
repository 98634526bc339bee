import { ask } from "../run/save.js";
import { titleOf } from "../server/page-server.js";
import { expect, test } from "./fixtures.js";
import { allLinks } from "./library.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */
/** @import {Category} from "../../extension/wasm/urlink.js" */
/** @import {Extension} from "./fixtures.js" */

test.use({ hosts: 50 });

/**
 * What Chrome does when a line of a menu is pressed, which nothing else can press.
 * @param {Extension} extension
 * @param {string} url  Of the tab.
 * @param {Record<string, unknown>} click
 */
function press(extension, url, click) {
  return extension.worker.evaluate(
    async ([tabUrl, info]) => {
      const [tab] = await chrome.tabs.query({ url: String(tabUrl) });
      /** @type {any} */ (chrome.contextMenus.onClicked).dispatch(info, tab);
    },
    /** @type {const} */ ([url, { editable: false, pageUrl: url, ...click }]),
  );
}

/** @param {Page} manager */
const savedUrls = async (manager) => (await allLinks(manager)).map(({ url }) => url).sort();

/**
 * The badge over the tab that shows an address.
 * @param {Extension} extension
 * @param {string} url
 */
const badgeOver = (extension, url) =>
  extension.worker.evaluate(async (address) => {
    const [tab] = await chrome.tabs.query({ url: address });
    return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
  }, url);

test("saves a page, a link, a selection and all tabs from the menus", async ({
  extension,
  server,
}) => {
  const manager = await extension.openManager();
  const trips = /** @type {Category} */ (await ask(manager, "createCategory", "여행 & 기차"));
  const page = server.url("/list");
  const [first, second, third] = ["/1", "/2", "/3"].map((path, at) => server.url(path, at + 1));
  server.answer("/list", {
    body: `<title>List</title><p id="some"><a href="${first}">One</a> <a href="${second}">Two</a></p>
      <a href="${third}">Three</a>`,
  });
  const tab = await extension.context.newPage();
  await tab.goto(page);

  await press(extension, page, { menuItemId: `link:${trips.id}`, linkUrl: third });
  await expect.poll(() => savedUrls(manager)).toEqual([third]);
  expect((await allLinks(manager))[0]?.category).toBe(trips.id);

  await tab.evaluate(() => {
    const some = document.getElementById("some");
    if (some) getSelection()?.selectAllChildren(some);
  });
  await press(extension, page, { menuItemId: "selection:", selectionText: "One Two", frameId: 0 });
  await expect.poll(() => savedUrls(manager)).toEqual([first, second, third].sort());

  await press(extension, page, { menuItemId: "image:", srcUrl: server.url("/x.png") });
  await expect.poll(() => savedUrls(manager)).toContain(page);

  const other = await extension.context.newPage();
  await other.goto(server.url("/other", 7));
  await press(extension, page, { menuItemId: "tabs:" });
  await expect.poll(() => savedUrls(manager)).toContain(server.url("/other", 7));
});

test("says over a page that it is saved, once no job says more", async ({ extension, server }) => {
  const url = server.url("/kept");
  const manager = await extension.openManager();
  const tab = await extension.context.newPage();
  await tab.goto(url);
  await expect.poll(() => badgeOver(extension, url)).toBe("");
  await extension.worker.evaluate(async (address) => {
    const [shown] = await chrome.tabs.query({ url: address });
    /** @type {any} */ (chrome.commands.onCommand).dispatch("save-tab", shown);
  }, url);
  await expect.poll(() => savedUrls(manager)).toEqual([url]);
  await expect.poll(() => badgeOver(extension, url)).toBe("✓");
  const title = () =>
    extension.worker.evaluate(async (address) => {
      const [shown] = await chrome.tabs.query({ url: address });
      return chrome.action.getTitle({ tabId: shown?.id ?? -1 });
    }, url);
  await expect.poll(title).toBe(`urLink · ${words("in_place", { place: words("unsorted") })}`);

  const gate = server.hold(0);
  const text = Array.from({ length: 20 }, (_, at) => server.url(`/page/${at}`, at)).join("\n");
  await ask(manager, "save", { text }, {});
  await expect.poll(() => badgeOver(extension, url), "the jobs go first").toBe("0%");
  gate.open();
  await expect.poll(() => badgeOver(extension, url)).toBe("✓");
  await tab.goto(server.url("/new"));
  await expect.poll(() => badgeOver(extension, server.url("/new"))).toBe("");
});

test("finds and saves from the address bar", async ({ extension, server }) => {
  const manager = await extension.openManager();
  const url = server.url("/a-train-to-Busan");
  await ask(manager, "save", { urls: [url] }, {});
  await expect
    .poll(async () => (await allLinks(manager))[0]?.title)
    .toBe(titleOf("/a-train-to-Busan"));
  const suggested = await extension.worker.evaluate(
    (typed) =>
      new Promise((resolve) => {
        /** @type {any} */ (chrome.omnibox.onInputChanged).dispatch(typed, resolve);
      }),
    "busan train",
  );
  expect(suggested).toEqual([
    expect.objectContaining({ content: url, description: expect.stringContaining("<match>") }),
    { content: "+", description: words("omnibox_save") },
  ]);

  const promised = (/** @type {string} */ typed) =>
    extension.worker.evaluate(
      (words) =>
        new Promise((resolve) => {
          Object.assign(chrome.omnibox, { setDefaultSuggestion: resolve });
          /** @type {any} */ (chrome.omnibox.onInputChanged).dispatch(words, () => undefined);
        }),
      typed,
    );
  expect(await promised("a & b")).toEqual({
    description: words("omnibox_find", { words: "a &amp; b" }),
  });
  expect(await promised(url), "an address is gone to, not found").toEqual({
    description: words("omnibox_go", { url }),
  });

  const tab = await extension.context.newPage();
  await tab.goto(server.url("/here", 3));
  await extension.worker.evaluate(() => {
    /** @type {any} */ (chrome.omnibox.onInputEntered).dispatch("+", "currentTab");
  });
  await expect.poll(() => savedUrls(manager)).toContain(server.url("/here", 3));
  await extension.worker.evaluate((address) => {
    /** @type {any} */ (chrome.omnibox.onInputEntered).dispatch(address, "currentTab");
  }, url);
  await expect(tab).toHaveURL(url);

  await extension.worker.evaluate(() => {
    /** @type {any} */ (chrome.omnibox.onInputEntered).dispatch("busan", "currentTab");
  });
  await expect(manager.getByRole("textbox", { name: words("find") })).toHaveValue("busan");
  await expect(manager.getByRole("link", { name: titleOf("/a-train-to-Busan") })).toBeVisible();
});
