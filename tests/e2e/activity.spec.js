import { ask, follow } from "../run/save.js";
import { titleOf } from "../server/page-server.js";
import { answerAll, openPanel, urlsOf } from "./activity-steps.js";
import { expectAccessible } from "./axe.js";
import { expect, saveText, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */
/** @import {Extension} from "./fixtures.js" */
/** @import {Job, Language, Theme} from "../../extension/wasm/urlink.js" */

test.use({ hosts: 50 });

/** So many pages are read at once, where it matters that all that were asked for have come. */
const AT_ONCE = 16;

/** @param {Extension} extension */
const badge = (extension) => extension.worker.evaluate(() => chrome.action.getBadgeText({}));

test("shows how a job goes, at the toolbar too, and what came of it", async ({
  extension,
  server,
}) => {
  const { manager, panel } = await openPanel(extension);
  await expect(panel.getByText(words("empty_activity"))).toBeVisible();
  const gate = server.hold(50);
  const urls = urlsOf(server, "page", 200);
  const job = /** @type {Job} */ (await ask(manager, "save", { text: urls.join("\n") }, {}));

  const progress = panel.getByRole("progressbar");
  await expect(progress).toHaveAttribute("aria-valuenow", "50");
  await expect(progress).toHaveAttribute("aria-valuemax", "200");
  await expect(panel.getByText("25%")).toBeVisible();
  await expect(panel.getByText(words("count_waiting", { count: 150 }))).toBeVisible();
  await expect.poll(() => badge(extension)).toBe("25%");
  const title = () => extension.worker.evaluate(() => chrome.action.getTitle({}));
  const at = (/** @type {Language} */ language) =>
    `urLink · ${words("activity_at", { part: "25%" }, language)}`;
  expect(await title()).toBe(at("en"));
  await ask(manager, "setSettings", { theme: "light", language: "ko" });
  await expect.poll(title).toBe(at("ko"));
  await ask(manager, "setSettings", { theme: "light", language: "en" });

  gate.open();
  await follow(manager, job.id);
  await expect(progress).toBeHidden();
  await expect(panel.getByText(words("mood_done"))).toBeVisible();
  await expect(panel.getByText(words("count_saved", { count: 200 }))).toBeVisible();
  await expect.poll(() => badge(extension)).toBe("");
  expect(await title()).toBe("urLink");
});

test("a job is held, goes on, is stopped and taken up again", async ({ extension, server }) => {
  const { manager, panel } = await openPanel(extension);
  const gate = server.hold(50);
  const text = urlsOf(server, "page", 200).join("\n");
  const job = /** @type {Job} */ (await ask(manager, "save", { text }, {}));
  const press = (/** @type {string} */ name) =>
    panel
      .getByRole("button", { name: words(name) })
      .first()
      .click();

  await press("pause");
  await expect(panel.getByText(words("hold_user"))).toBeVisible();
  await press("go_on");
  await expect(panel.getByText(words("mood_reading"))).toBeVisible();
  await press("stop");
  await expect(panel.getByText(words("mood_ended"))).toBeVisible();
  await expect.poll(() => badge(extension)).toBe("");
  await manager.getByRole("button", { name: words("undo") }).click();
  await expect(panel.getByText(words("mood_reading"))).toBeVisible();
  gate.open();
  expect((await follow(manager, job.id)).counts.saved).toBe(200);
  await expect(panel.getByText(words("mood_done"))).toBeVisible();
});

test("says that no room is left, and goes on once there is", async ({ extension, server }) => {
  const { manager, panel } = await openPanel(extension);
  const gate = server.hold(10);
  const text = urlsOf(server, "page", 60).join("\n");
  const job = /** @type {Job} */ (await ask(manager, "save", { text }, {}));
  await gate.held(10);
  await extension.worker.evaluate(() => {
    const area = chrome.storage.local;
    const write = area.set.bind(area);
    area.set = () => Promise.reject(new Error("Resource::kQuotaBytes quota exceeded"));
    Object.assign(globalThis, { makeRoom: () => Object.assign(area, { set: write }) });
  });
  gate.open();
  await expect(panel.getByText(words("hold_storage"))).toBeVisible();
  await expect.poll(() => badge(extension)).toBe("!");

  await extension.worker.evaluate(() => /** @type {any} */ (globalThis).makeRoom());
  await panel.getByRole("button", { name: words("go_on") }).click();
  expect((await follow(manager, job.id)).counts.saved).toBe(60);
  await expect(panel.getByText(words("mood_done"))).toBeVisible();
});

test("says that there is no network, and goes on by itself", async ({ extension, server }) => {
  const { manager, panel } = await openPanel(extension);
  const gate = server.hold(10);
  // More than may be open at once: with answers for all of them, the job would be over.
  const text = urlsOf(server, "page", 200).join("\n");
  const job = /** @type {Job} */ (await ask(manager, "save", { text }, {}));
  await gate.held(10);
  await extension.context.setOffline(true);
  await expect(panel.getByText(words("hold_offline"))).toBeVisible();
  gate.open();
  expect(server.pagesSeen.length).toBeLessThan(200);
  await extension.context.setOffline(false);
  expect((await follow(manager, job.id)).counts.saved).toBe(200);
});

test("shows the same after the browser was started again", async ({ extension, server }) => {
  answerAll(server, "gone", 3, { status: 404, body: "" });
  const { manager, panel } = await openPanel(extension);
  await ask(manager, "setSettings", { theme: "light", connections: AT_ONCE });
  await saveText(manager, [...urlsOf(server, "gone", 3), server.url("/fine")].join("\n"));
  const gate = server.hold(20);
  const text = urlsOf(server, "page", 100).join("\n");
  const job = /** @type {Job} */ (await ask(manager, "save", { text }, {}));
  await gate.held(AT_ONCE);
  await ask(manager, "pauseJob", job.id);
  gate.open();
  const stored = async (/** @type {Page} */ page) =>
    /** @type {Job[]} */ (await ask(page, "listJobs"));
  const unsaved = async () => {
    const asked = server.pagesSeen.filter((path) => path.startsWith("/page/"));
    return asked.length - ((await stored(manager))[0]?.counts.saved ?? 0);
  };
  await expect.poll(unsaved, { message: "what was under way is stored" }).toBe(0);
  const before = await stored(manager);
  const saved = words("count_saved", { count: before[0]?.counts.saved ?? 0 });
  await expect(panel.getByText(saved)).toBeVisible();
  const said = await panel.getByRole("article").allInnerTexts();
  await manager.reload();
  await expect.poll(() => panel.getByRole("article").allInnerTexts()).toEqual(said);

  await extension.restart();
  // Chrome writes down that the panel was open when it likes, not always before it ends.
  const later = await extension.context.newPage();
  await later.goto(extension.page("manager.html#activity"));
  const again = later.getByRole("complementary", { name: words("activity") });
  await expect(again.getByRole("article")).toHaveCount(2);
  expect(await stored(later)).toEqual(before);
  await expect.poll(() => again.getByRole("article").allInnerTexts()).toEqual(said);

  await again.getByRole("button", { name: words("go_on") }).click();
  expect((await follow(later, job.id)).counts.saved).toBe(100);
});

test("puts finished jobs away, unless that is undone", async ({ extension, server }) => {
  const { manager, panel } = await openPanel(extension);
  await saveText(manager, server.url("/a"));
  await saveText(manager, server.url("/b"));
  const clear = panel.getByRole("button", { name: words("clear_finished") });
  await clear.click();
  await expect(panel.getByRole("article")).toHaveCount(0);
  await manager.getByRole("button", { name: words("undo") }).click();
  await expect(panel.getByRole("article")).toHaveCount(2);
  await clear.click();
  await expect.poll(async () => (await ask(manager, "listJobs")).length).toBe(0);
  await expect(manager.getByRole("link", { name: titleOf("/a") })).toBeVisible();
});

test("of a hundred jobs those in sight are drawn, and all are there", async ({
  extension,
  server,
}) => {
  const { manager, panel } = await openPanel(extension);
  for (let number = 0; number < 100; number++) {
    const text = server.url(`/page/${number}`, number);
    const job = /** @type {Job} */ (await ask(manager, "save", { text }, {}));
    if (number === 99) await follow(manager, job.id);
  }
  const jobs = panel.getByRole("article");
  await expect(jobs).toHaveCount(100);
  const drawn = () =>
    jobs.evaluateAll((all) =>
      all.flatMap((job, place) => {
        const name = job.querySelector("h3");
        return name?.checkVisibility({ contentVisibilityAuto: true }) ? [place] : [];
      }),
    );
  await expect.poll(async () => (await drawn())[0]).toBe(0);
  await expect.poll(async () => (await drawn()).length).toBeLessThan(30);
  const last = jobs.last().getByRole("button", { name: words("clear_job") });
  await last.focus();
  await expect(last).toBeInViewport();
  await expect.poll(async () => (await drawn()).at(-1)).toBe(99);
  await expect.poll(async () => (await drawn()).length).toBeLessThan(30);
});

for (const language of /** @type {Language[]} */ (["en", "ko"])) {
  for (const theme of /** @type {Theme[]} */ (["light", "dark"])) {
    test(`the panel is accessible, wide and narrow (${language}, ${theme})`, async ({
      extension,
      server,
    }) => {
      answerAll(server, "gone", 3, { status: 404, body: "" });
      server.answer("/locked/0", { status: 401, body: "" });
      const { manager } = await openPanel(extension);
      await ask(manager, "setSettings", { language, theme });
      const lines = [...urlsOf(server, "gone", 3), server.url("/locked/0"), "not a link"];
      await saveText(manager, lines.join("\n"));
      const gate = server.hold(20);
      const text = urlsOf(server, "page", 100).join("\n");
      await ask(manager, "save", { text }, {});
      await gate.held(10);
      const panel = manager.getByRole("complementary", {
        name: words("activity", {}, language),
      });
      await panel.locator(".problem-name").first().click();
      await expect(panel.locator(".problem-open").first()).toBeVisible();
      await expectAccessible(manager);
      await manager.setViewportSize({ width: 320, height: 640 });
      const sheet = manager.getByRole("dialog", { name: words("activity", {}, language) });
      await expect(sheet.getByRole("progressbar")).toBeVisible();
      await expectAccessible(manager);
      const sideways = () =>
        manager.evaluate(() => {
          const all = [...document.querySelectorAll("html, body, .panel-scroll")];
          return all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length;
        });
      expect(await sideways()).toBe(0);
      await manager.keyboard.press("Escape");
      await expect(sheet).toBeHidden();
      expect(await sideways()).toBe(0);
    });
  }
}
