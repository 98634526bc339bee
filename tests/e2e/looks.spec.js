import { ask } from "../run/save.js";
import { expectAccessible } from "./axe.js";
import { cardOf, filled, linksOf } from "./filled.js";
import { expect, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */

/** Nothing scrolls sideways. @param {Page} page */
async function expectNoSidewaysScroll(page) {
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll("html, body, .scroll, .top, .sidebar, .bulk, dialog")]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.className || element.localName),
  );
  expect(wide).toEqual([]);
}

for (const language of /** @type {const} */ (["en", "ko"])) {
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    for (const width of [1280, 320]) {
      test(`every view of the manager is accessible (${language}, ${theme}, ${width})`, async ({
        extension,
        server,
      }) => {
        test.setTimeout(120_000);
        server.answer("/Study/1", { status: 404, body: "" });
        const { manager } = await filled(extension, server, { Study: 3, "빈 곳": 0, "": 2 });
        await ask(manager, "setSettings", { language, theme });
        await manager.setViewportSize({ width, height: 720 });
        const [one] = await linksOf(manager, { category: "unsorted" });
        await ask(manager, "editLink", one?.id, { memo: "메모 one", tags: ["빵", "bread"] });
        await ask(manager, "favouriteLinks", { links: [one?.id] }, true);
        const judge = async () => {
          await expectAccessible(manager);
          await expectNoSidewaysScroll(manager);
        };
        /** @param {string} view @param {string} name */
        const turnTo = async (view, name) => {
          await manager.evaluate((hash) => {
            location.hash = hash;
          }, `#${view}`);
          const heading = manager.getByRole("heading", { level: 1 });
          await expect(heading).toHaveText(words(name, {}, language));
          await expect(manager.locator(".card.unknown")).toHaveCount(0);
        };
        for (const [view, name] of /** @type {const} */ ([
          ["unsorted", "unsorted"],
          ["favourites", "favourite_links"],
          ["problems", "problems"],
          ["trash", "trash"],
          ["all", "all_links"],
        ])) {
          await turnTo(view, name);
          await judge();
        }
        await manager.getByRole("radio", { name: words("layout_list", {}, language) }).check();
        await expect(manager.locator(".list-layout")).toBeVisible();
        await judge();
        await manager.getByRole("radio", { name: words("layout_cards", {}, language) }).check();

        const link = cardOf(manager, "Study", 0).getByRole("link");
        await link.focus();
        await manager.keyboard.press("Space");
        await judge();
        await manager.keyboard.press("Shift+F10");
        await expect(manager.getByRole("menuitem").first()).toBeVisible();
        await judge();
        await manager.keyboard.press("Escape");
        await manager.keyboard.press("Escape");
        const opened = manager.locator(".card-form, .dialog");
        for (const key of ["e", "m", "l", "a", "?"]) {
          await link.focus();
          await manager.keyboard.press(key);
          await expect(opened).toBeVisible();
          await judge();
          await manager.keyboard.press("Escape");
          await expect(opened).toHaveCount(0);
        }
        const menu = manager.getByRole("menuitem").or(manager.getByRole("menuitemradio")).first();
        for (const opener of [
          manager.getByRole("button", { name: `${words("sort", {}, language)}: ` }),
          manager.getByRole("button", { name: words("more_of", { title: "" }, language) }).first(),
        ]) {
          await opener.click();
          await expect(menu).toBeVisible();
          await judge();
          await manager.keyboard.press("Escape");
          await expect(menu).toHaveCount(0);
        }
        await manager.keyboard.press("/");
        await manager.keyboard.type("Study");
        await expect(manager.locator("mark").first()).toBeVisible();
        await judge();
        await manager.keyboard.press("Escape");
        await manager.keyboard.press("/");
        await manager.keyboard.type("nowhere at all");
        await expect(manager.getByText(words("empty_found", {}, language))).toBeVisible();
        await judge();
        await manager.keyboard.press("Escape");
        await link.focus();
        await manager.keyboard.press("n");
        await expect(manager.locator("#category-name")).toBeFocused();
        await judge();
        await manager.keyboard.press("Escape");
        await expect(manager.locator("#category-name")).toHaveCount(0);
        // Over a narrow page the categories lie on a sheet.
        await manager.keyboard.press("Escape");
        await expect(manager.locator("dialog")).toHaveCount(0);

        await link.focus();
        await manager.keyboard.press("Delete");
        const undo = manager.getByRole("status").getByRole("button");
        await expect(undo.first()).toBeVisible();
        await judge();
        await turnTo("trash", "trash");
        await manager.keyboard.press("g");
        await expect(manager.getByRole("row").getByRole("link").first()).toBeFocused();
        await manager.keyboard.press("Space");
        await manager.keyboard.press("Delete");
        await expect(manager.getByRole("dialog")).toBeVisible();
        await judge();
      });
    }
  }
}

test("at 200 % of 1,280 pixels nothing is out of reach", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { Study: 6 });
  await manager.setViewportSize({ width: 640, height: 400 });
  await expect(manager.getByRole("row").first()).toBeVisible();
  await expectNoSidewaysScroll(manager);
  await manager.keyboard.press("g");
  await manager.keyboard.press("ControlOrMeta+a");
  const bar = manager.getByRole("toolbar", { name: words("chosen_links") });
  await expect(bar).toContainText(words("chosen_other", { count: 6 }));
  for (const button of await bar.getByRole("button").all()) {
    await expect(button).toBeInViewport({ ratio: 1 });
  }
});

test("nothing moves while pictures load", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { Study: 12 });
  await manager.reload();
  const shift = await manager.evaluate(
    () =>
      new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            sum += /** @type {PerformanceEntry & {value: number}} */ (entry).value;
        }).observe({ type: "layout-shift", buffered: true });
        const rows = () => document.querySelectorAll(".card .open").length;
        const look = () =>
          rows() >= 12 ? requestAnimationFrame(() => resolve(sum)) : requestAnimationFrame(look);
        look();
      }),
  );
  expect(shift).toBeLessThan(0.1);
});
