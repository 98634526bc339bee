import { ask } from "../run/save.js";
import { allOver, storedLinks } from "./chaos.js";
import { expect, test } from "./fixtures.js";
import { newestJob } from "./library.js";

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
