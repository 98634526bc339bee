import { ask, follow } from "../run/save.js";
import { titleOf } from "../server/page-server.js";
import { expectAccessible } from "./axe.js";
import { filled, rowOf } from "./filled.js";
import { expect, test } from "./fixtures.js";
import { allLinks, newestJob } from "./library.js";
import { paste } from "./paste.js";
import { words } from "./words.js";

test.use({ hosts: 50 });

test("saves the current tab", async ({ extension, server }) => {
  const tab = await extension.context.newPage();
  await tab.goto(server.url("/article"));
  const popup = await extension.openPopup();
  await expect(popup.getByRole("heading", { level: 1 })).toHaveText(titleOf("/article"));

  await popup.getByRole("button", { name: words("save_tab") }).click();
  const said = words("saved_to_one", { place: words("unsorted") });
  await expect(popup.getByRole("status")).toHaveText(said);

  await follow(popup, (await newestJob(popup)).id);
  const links = await allLinks(popup);
  expect(links).toHaveLength(1);
  expect(links[0]).toMatchObject({
    url: server.url("/article"),
    title: titleOf("/article"),
    description: "What there is at /article",
    state: "saved",
  });
});

test("reads a tab as it stands, with no request of its own", async ({ extension, server }) => {
  server.answer("/inbox", {
    body: `<title>Sign in</title><script>
      document.title = "Inbox of Mina";
    </script><p>Only who is signed in sees this.</p>`,
  });
  const tab = await extension.context.newPage();
  await tab.goto(server.url("/inbox"));
  const popup = await extension.openPopup();
  await popup.getByRole("button", { name: words("save_tab") }).click();
  const said = words("saved_to_one", { place: words("unsorted") });
  await expect(popup.getByRole("status")).toHaveText(said);

  const [link] = await allLinks(popup);
  expect(link).toMatchObject({ title: "Inbox of Mina", state: "saved" });
  expect(server.pagesSeen).toEqual(["/inbox"]);
});

test("saves into a category that is made on the way", async ({ extension, server }) => {
  const tab = await extension.context.newPage();
  await tab.goto(server.url("/recipe"));
  const popup = await extension.openPopup();
  const place = popup.getByRole("combobox", { name: words("where_to") });
  await place.fill("요리");
  await place.press("Enter");
  const said = words("saved_to_one", { place: "요리" });
  await expect(popup.getByRole("status")).toHaveText(said);

  const manager = await extension.openManager();
  await manager.getByRole("link", { name: "요리" }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText("요리");
  await expect(manager.getByRole("link", { name: titleOf("/recipe") })).toBeVisible();
});

test("a page that is saved elsewhere is moved to what was chosen, if one likes", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 1, Work: 0 });
  const tab = await extension.context.newPage();
  await tab.goto(server.url("/Study/0"));
  const popup = await extension.openPopup();
  await popup.getByRole("combobox", { name: words("where_to") }).fill("Work");
  await popup.keyboard.press("Enter");
  const status = popup.getByRole("status");
  await expect(status).toContainText(words("already_in", { place: "Study" }));
  await status.getByRole("button", { name: words("move_to", { place: "Work" }) }).click();
  await expect(status).toHaveText(words("moved_one", { place: "Work" }));
  await expect(rowOf(manager, "Work")).toContainText("1");
  await popup.keyboard.press("Enter");
  await expect(status, "where it is, there is nothing to move").toHaveText(
    words("already_in", { place: "Work" }),
  );
  await expectAccessible(popup);
});

test("shows the categories that it knew before the worker answers", async ({ extension }) => {
  const manager = await extension.openManager();
  await ask(manager, "createCategory", "여행");
  await expect(rowOf(manager, "여행")).toBeVisible();
  await extension.context.addInitScript(() => {
    if (chrome.runtime) chrome.runtime.sendMessage = () => new Promise(() => undefined);
  });
  const popup = await extension.openPopup();
  await expect(popup.getByText("여행")).toBeVisible();
  await expect(popup.getByRole("button", { name: words("save_tab") })).toBeVisible();
});

test("saves all tabs of the window, and only web pages", async ({ extension, server }) => {
  const paths = ["/one", "/two", "/three", "/four", "/five"];
  await extension.openManager();
  for (const [host, path] of paths.entries()) {
    const tab = await extension.context.newPage();
    await tab.goto(server.url(path, host));
  }
  const popup = await extension.openPopup();
  await popup.getByRole("button", { name: words("save_all_tabs") }).click();
  const said = words("saved_to_other", { count: 5, place: words("unsorted") });
  await expect(popup.getByRole("status")).toHaveText(said);

  await follow(popup, (await newestJob(popup)).id);
  const links = await allLinks(popup);
  expect(links.map(({ url }) => url).sort()).toEqual(
    paths.map((path, host) => server.url(path, host)).sort(),
  );
  for (const link of links) expect(link.title).toBe(titleOf(new URL(link.url).pathname));
});

test("saves the tabs that are chosen at the tab strip", async ({ extension, server }) => {
  const paths = ["/one", "/two", "/three"];
  for (const [host, path] of paths.entries()) {
    const tab = await extension.context.newPage();
    await tab.goto(server.url(path, host));
  }
  const choose = (/** @type {number} */ count) =>
    extension.worker.evaluate(async (some) => {
      const tabs = await chrome.tabs.query({ url: "http://*/*" });
      const indexes = tabs.slice(0, some).map(({ index }) => index);
      await chrome.tabs.highlight({ windowId: tabs[0]?.windowId ?? 0, tabs: indexes });
    }, count);
  await choose(2);
  const popup = await extension.openPopup();
  const save = popup.getByRole("button", { name: words("save_chosen_tabs") });
  await expect(save).toContainText("2");
  await expectAccessible(popup);
  await save.click();
  const said = words("saved_to_other", { count: 2, place: words("unsorted") });
  await expect(popup.getByRole("status")).toHaveText(said);
  const saved = (await allLinks(popup)).map(({ url }) => url).sort();
  expect(saved).toEqual([server.url("/one", 0), server.url("/two", 1)].sort());
  await popup.close();
  await choose(1);
  const second = await extension.openPopup();
  await expect(second.getByRole("heading", { level: 1 })).toHaveText(titleOf("/one"));
  await expect(
    second.getByRole("button", { name: words("save_chosen_tabs") }),
    "one tab is the one that shows",
  ).toHaveCount(0);
});

test("saves a pasted list of 200 urls, each asked for once", async ({ extension, server }) => {
  const urls = Array.from({ length: 200 }, (_, index) => server.url(`/page/${index}`, index));
  const popup = await extension.openPopup();
  await savePasted(popup, urls);
  const said = words("saved_to_other", { count: 200, place: words("unsorted") });
  await expect(popup.getByRole("status")).toHaveText(said);

  await follow(popup, (await newestJob(popup)).id);
  await expectWhole(popup, urls);
  expect(server.pagesSeen).toEqual(urls.map((url) => new URL(url).pathname).sort());
  for (const [host, most] of server.mostAtOnce) expect(most, host).toBeLessThanOrEqual(4);
});

test("loses nothing when it is closed in the middle", async ({ extension, server }) => {
  const urls = Array.from({ length: 200 }, (_, index) => server.url(`/page/${index}`, index));
  const gate = server.hold(60);
  const popup = await extension.openPopup();
  await savePasted(popup, urls);
  await gate.held(10);
  await popup.close();
  gate.open();

  const manager = await extension.openManager();
  await follow(manager, (await newestJob(manager)).id);
  await expectWhole(manager, urls);
});

test("shows how a running job goes, and leads to more of it", async ({ extension, server }) => {
  const gate = server.hold(50);
  const urls = Array.from({ length: 200 }, (_, index) => server.url(`/page/${index}`, index));
  const popup = await extension.openPopup();
  await savePasted(popup, urls);
  const progress = popup.getByRole("progressbar", { name: words("reading_pages") });
  await expect(progress).toHaveAttribute("aria-valuenow", "50");
  await expect(popup.getByText(words("done_of", { done: 50, total: 200 }))).toBeVisible();

  const opened = extension.context.waitForEvent("page");
  await popup.getByRole("button", { name: words("details") }).click();
  const manager = await opened;
  const panel = manager.getByRole("complementary", { name: words("activity") });
  await expect(panel.getByRole("progressbar")).toHaveAttribute("aria-valuemax", "200");
  await expect(manager, "a reload does not open it again").toHaveURL(/#all$/);
  gate.open();
  await expect(panel.getByText(words("count_saved", { count: 200 }))).toBeVisible();
});

/**
 * @param {import("@playwright/test").Page} popup
 * @param {string[]} urls
 */
async function savePasted(popup, urls) {
  await popup.getByRole("button", { name: words("paste_list") }).click();
  await paste(popup.getByRole("textbox", { name: words("list_label") }), urls.join("\n"));
  await popup.getByRole("button", { name: words("save_list") }).click();
}

/**
 * Each url is a link, with the title of its page.
 * @param {import("@playwright/test").Page} page
 * @param {string[]} urls
 */
async function expectWhole(page, urls) {
  const links = await allLinks(page);
  const found = Object.fromEntries(links.map(({ url, title, state }) => [url, { title, state }]));
  expect(links).toHaveLength(urls.length);
  expect(found).toEqual(
    Object.fromEntries(
      urls.map((url) => [url, { title: titleOf(new URL(url).pathname), state: "saved" }]),
    ),
  );
}
