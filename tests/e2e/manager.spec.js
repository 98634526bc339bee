import { titleOf } from "../server/page-server.js";
import { expect, test } from "./fixtures.js";
import { newestJob } from "./library.js";
import { paste } from "./paste.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */

test.use({ hosts: 50 });

/**
 * @param {Page} manager
 * @param {string} text
 */
async function add(manager, text) {
  await manager
    .getByRole("button", { name: words("add_links") })
    .first()
    .click();
  await paste(manager.getByRole("textbox", { name: words("list_label") }), text);
  await manager.getByRole("button", { name: words("save_list") }).click();
}

test("shows progress, and cards turn whole without a reload", async ({ extension, server }) => {
  const urls = Array.from({ length: 200 }, (_, index) => server.url(`/page/${index}`, index));
  const gate = server.hold(50);
  const manager = await extension.openManager();
  await add(manager, urls.join("\n"));

  const progress = manager.getByRole("progressbar");
  await expect(progress).toHaveAttribute("aria-valuenow", "50");
  await expect(progress).toHaveAttribute("aria-valuemax", "200");
  const newest = manager.getByRole("link", { name: titleOf("/page/199"), exact: true });
  await expect(newest, "what is in sight is whole first").toBeVisible();
  await newest.focus();
  await manager.keyboard.press("End");
  await expect(manager.getByText(words("state_waiting")).first()).toBeVisible();

  gate.open();
  const result = manager.getByRole("region", { name: words("result") });
  await expect(result).toContainText(words("job_saved_other", { count: 200 }));
  await expect(progress).toBeHidden();
  await expect(manager.getByText(words("state_waiting"))).toHaveCount(0);
  await expect(manager.getByRole("link", { name: titleOf("/page/0"), exact: true })).toBeVisible();
  await manager.screenshot({ path: test.info().outputPath("manager.png") });
});

test("stays responsive while 10,000 lines are pasted and saved", async ({ extension, server }) => {
  const text = Array.from({ length: 10_000 }, (_, i) => server.url(`/page/${i}`, i)).join("\n");
  server.answer("/plain", { body: "<textarea></textarea>" });
  const plain = await extension.context.newPage();
  await plain.goto(server.url("/plain"));
  const plainFrames = await watchFrames(plain);
  await paste(plain.getByRole("textbox"), text);
  await expect(plain.getByRole("textbox")).toHaveValue(text);
  const unavoidable = (await plainFrames.evaluate((frames) => frames.end())).longest;

  server.hold();
  const manager = await extension.openManager();
  const frames = await watchFrames(manager);
  await add(manager, text);
  const added = await frames.evaluate((watch) => watch.count());
  await expect(manager.getByRole("progressbar")).toHaveAttribute("aria-valuemax", "10000");
  const { count, longest } = await frames.evaluate((watch) => watch.end());
  expect(count - added, "frames while the list was being stored").toBeGreaterThan(5);
  expect(longest, "milliseconds of the longest task").toBeLessThan(3 * unavoidable + 200);
  expect((await newestJob(manager)).total).toBe(10_000);
});

test("tells what became of every line", async ({ extension, server }) => {
  const manager = await extension.openManager();
  server.answer("/gone", { status: 404, body: "<title>Gone</title>" });
  const lines = [server.url("/a"), server.url("/a"), "javascript:alert(1)", server.url("/gone")];
  await add(manager, lines.join("\n"));
  await manager.getByRole("button", { name: words("see_lines") }).click();
  const report = manager.getByRole("dialog");
  await expect(report.getByRole("listitem")).toHaveCount(3);
  await expect(report).toContainText("javascript:alert(1)");
});

/**
 * Counts the frames of a page, and measures its longest task.
 * @param {Page} page
 */
function watchFrames(page) {
  return page.evaluateHandle(() => {
    let count = 0;
    let longest = 0;
    const tick = () => {
      count += 1;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: "longtask" });
    return { count: () => count, end: () => ({ count, longest }) };
  });
}
