import { ask, follow } from "../run/save.js";
import { titleOf } from "../server/page-server.js";
import { answerAll, openPanel, urlsOf } from "./activity-steps.js";
import { expect, saveText, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Job} from "../../extension/wasm/urlink.js" */

test.use({ hosts: 50 });

const GONE = "The page does not exist any more, says the site. The link is saved.";

test("names each problem, and tries one link, one kind or all again", async ({
  extension,
  server,
}) => {
  answerAll(server, "gone", 3, { status: 404, body: "" });
  answerAll(server, "locked", 2, { status: 401, body: "" });
  const { manager, panel } = await openPanel(extension);
  const urls = [...urlsOf(server, "gone", 3), ...urlsOf(server, "locked", 2)];
  await saveText(manager, [...urls, server.url("/fine")].join("\n"));

  const gone = panel.getByRole("button", { name: `${words("times", { count: 3 })} ${GONE}` });
  await gone.click();
  const list = panel.getByRole("list", { name: GONE });
  await expect(list.getByRole("link")).toHaveText(urls.slice(0, 3));

  for (const name of ["gone", "locked"]) answerAll(server, name, 3, {});
  await list
    .getByRole("button", { name: words("try_again") })
    .nth(1)
    .click();
  await expect(list.getByRole("link")).toHaveText([urls[0] ?? "", urls[2] ?? ""]);
  await expect(panel.getByText(words("count_saved", { count: 2 }))).toBeVisible();

  await panel.getByRole("button", { name: `${words("try_again")}: ${GONE}` }).click();
  await expect(panel.getByText(GONE)).toHaveCount(0);
  await expect(panel.getByText(words("count_saved", { count: 4 }))).toBeVisible();
  await panel.getByRole("button", { name: words("try_again") }).click();
  await expect(panel.getByText(words("count_saved", { count: 6 }))).toBeVisible();
  await expect(panel.getByRole("button", { name: words("try_again") })).toHaveCount(0);
  await expect(manager.getByRole("link", { name: titleOf("/gone/1") })).toBeVisible();
});

test("holds ten thousand problems, by keyboard alone", async ({ extension, server }) => {
  test.setTimeout(120_000);
  const most = 10_000;
  answerAll(server, "gone", most, { status: 404, body: "" });
  const manager = await extension.openManager();
  const text = urlsOf(server, "gone", most).join("\n");
  const job = /** @type {Job} */ (await ask(manager, "save", { text }, {}));
  expect((await follow(manager, job.id)).counts.failed).toBe(most);
  await manager.keyboard.press("j");
  const panel = manager.getByRole("complementary", { name: words("activity") });
  await expect(panel.getByRole("heading", { name: words("activity") })).toBeFocused();
  const focused = () => manager.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
  for (let presses = 0; presses < 10 && !(await focused()).includes(GONE); presses++) {
    await manager.keyboard.press("Tab");
  }
  await manager.keyboard.press("Enter");
  const list = panel.getByRole("list", { name: GONE });
  await expect(list.getByRole("link").first()).toHaveText(server.url("/gone/0"));
  expect(await list.getByRole("listitem").count()).toBeLessThan(60);
  await manager.keyboard.press("Tab");
  await manager.keyboard.press("Tab");
  await manager.keyboard.press("End");
  const end = most - 1;
  const last = list.getByRole("link", { name: server.url(`/gone/${end}`, end) });
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  expect(await list.getByRole("listitem").count()).toBeLessThan(60);
  server.answer(`/gone/${end}`, {});
  await manager.keyboard.press("ArrowRight");
  await manager.keyboard.press("Enter");
  await expect(panel.getByText(words("count_saved", { count: 1 }))).toBeVisible();
  await manager.keyboard.press("j");
  await expect(panel).toBeHidden();
  await expect(manager.locator("#activity-button")).toBeFocused();
});

test("the focus stays where it is in a job that ends meanwhile", async ({ extension, server }) => {
  answerAll(server, "gone", 10, { status: 404, body: "" });
  const { manager, panel } = await openPanel(extension);
  await saveText(manager, server.url("/before"));
  await expect(panel.getByText(words("mood_done"))).toBeVisible();
  const gate = server.hold(3);
  const text = urlsOf(server, "gone", 10).join("\n");
  const job = /** @type {Job} */ (await ask(manager, "save", { text }, {}));
  await panel.getByRole("button", { name: GONE, expanded: false }).click();
  const list = panel.getByRole("list", { name: GONE });
  await expect(list).toBeVisible();
  const opener = panel.getByRole("button", { name: GONE, expanded: true });
  await expect(opener).toBeFocused();
  gate.open();
  expect((await follow(manager, job.id)).counts.failed).toBe(10);
  await expect(panel.getByText(words("mood_done"))).toHaveCount(2);
  await expect(list.getByRole("link")).toHaveCount(10);
  await expect(opener).toBeFocused();
});
