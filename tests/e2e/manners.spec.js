import { ask } from "../run/save.js";
import { expectAccessible } from "./axe.js";
import { allOver, storedLinks } from "./chaos.js";
import { expect, test } from "./fixtures.js";
import { newestJob } from "./library.js";
import { words } from "./words.js";

/** @import {Language} from "../../extension/wasm/urlink.js" */

const HOUR = 3_600_000;

test.use({ hosts: 20 });

test("a site that wants to be left alone for an hour is, and nobody stays awake for it", async ({
  extension,
  server,
}) => {
  server.answer("/busy", { status: 429, headers: { "retry-after": "3600" }, body: "" });
  const urls = [server.url("/busy"), server.url("/a", 1), server.url("/b", 2)];
  const manager = await extension.openManager();
  await ask(manager, "save", { text: urls.join("\n") }, {});
  await expect
    .poll(async () => (await newestJob(manager)).counts)
    .toMatchObject({ waiting: 1, saved: 2, failed: 0 });
  const alarm = () =>
    extension.worker.evaluate(async () => {
      const all = await chrome.alarms.getAll();
      return (all[0]?.scheduledTime ?? 0) - Date.now();
    });
  await expect.poll(alarm).toBeGreaterThan(HOUR - 60_000);
  expect(await alarm()).toBeLessThan(HOUR + 1_000);
  expect(server.pagesSeen.filter((path) => path === "/busy")).toHaveLength(1);
  expect((await newestJob(manager)).state).toBe("running");
});

for (const language of /** @type {Language[]} */ (["en", "ko"])) {
  test(`a job that waits for a site says until when, and can be tried at once (${language})`, async ({
    extension,
    server,
  }) => {
    await extension.speak(language);
    server.answer("/busy", { status: 429, headers: { "retry-after": "3600" }, body: "" });
    const manager = await extension.openManager();
    const urls = [server.url("/busy"), server.url("/a", 1)];
    const before = Date.now();
    await ask(manager, "save", { text: urls.join("\n") }, {});
    const time = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" });
    /** @param {number} at */
    const minute = (at) =>
      time.formatToParts(at + HOUR).find(({ type }) => type === "minute")?.value;
    const strip = manager.getByRole("region", { name: words("saving_now", {}, language) });
    const sentence = words("strip_later", { time: "~" }, language).split("~");
    for (const part of sentence) await expect(strip).toContainText(part.trim());
    await expect(strip).toContainText(new RegExp(`:(${minute(before)}|${minute(Date.now())})`));
    await expect
      .poll(() => extension.worker.evaluate(() => chrome.action.getTitle({})))
      .toContain(sentence[1]?.trim());

    await manager.keyboard.press("j");
    const panel = manager.getByRole("complementary", { name: words("activity", {}, language) });
    await expect(panel.getByText(words("mood_later", {}, language))).toBeVisible();
    await expectAccessible(manager);
    server.answer("/busy", {});
    await panel.getByRole("button", { name: words("try_now", {}, language) }).click();
    await expect
      .poll(async () => (await newestJob(manager)).counts)
      .toMatchObject({ waiting: 0, saved: 2 });
    await expect(panel.getByText(words("mood_done", {}, language))).toBeVisible();
  });
}

test("without a network jobs are held, and no attempt is burned", async ({ extension, server }) => {
  const urls = Array.from({ length: 200 }, (_, index) => server.url(`/page/${index}`, index));
  const gate = server.hold(60);
  const manager = await extension.openManager();
  await ask(manager, "save", { text: urls.join("\n") }, {});
  await gate.held(10);
  await extension.context.setOffline(true);
  await expect
    .poll(async () => newestJob(manager))
    .toMatchObject({ state: "paused", hold: "offline" });
  const asked = server.pagesSeen.length;
  gate.open();

  await extension.context.setOffline(false);
  await allOver(manager);
  const links = await storedLinks(manager);
  expect(links.filter(({ state }) => state !== "saved")).toEqual([]);
  expect(links.filter(({ attempts }) => attempts !== 1)).toEqual([]);
  expect(asked).toBeLessThan(urls.length);
});
