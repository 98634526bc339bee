import { ask } from "../run/save.js";
import { drawIcon } from "../server/pictures.js";
import { expectAccessible } from "./axe.js";
import { allowReload, setEnabled } from "./chaos.js";
import { cardOf, filled, takeBack } from "./filled.js";
import { expect, test } from "./fixtures.js";
import {
  alarm,
  badge,
  field,
  ids,
  list,
  MINUTE,
  notices,
  panel,
  remind,
  soon,
} from "./reminder-steps.js";
import { words } from "./words.js";

test("a reminder rings with a real alarm and a real notification, though the worker was stopped", async ({
  extension,
  server,
}) => {
  test.setTimeout(180_000);
  const { manager } = await filled(extension, server, { "": 2 });
  const due = soon();
  await remind(manager, cardOf(manager, "", 0), field(due));
  await expect(cardOf(manager, "", 0).locator(".card-bell")).toBeVisible();
  expect(await alarm(manager)).toBe(due);
  const [pending] = (await list(manager)).pending;
  await extension.killWorker();

  // Nobody asks the worker for anything until the alarm wakes it.
  await expect
    .poll(() => notices(manager), { timeout: 120_000 })
    .toEqual([`reminder:${pending?.id}`]);
  expect(Date.now()).toBeGreaterThanOrEqual(due);
  await expect.poll(() => badge(manager)).toBe("1");
  const bell = manager.getByRole("button", { name: words("unread_reminders_one", { count: "1" }) });
  await bell.click();
  const row = panel(manager).getByRole("listitem");
  await expect(row).toHaveClass(/unread/);
  await expect(row.getByText(words("missed"))).toBeHidden();
  await expect(cardOf(manager, "", 0).locator(".card-bell")).toBeHidden();
  await expectAccessible(manager);

  const opened = extension.context.waitForEvent("page");
  await row.getByRole("link").click();
  await (await opened).close();
  await expect(row).not.toHaveClass(/unread/);
  await expect.poll(() => badge(manager)).toBe("");
  await expect.poll(() => notices(manager)).toEqual([]);
});

test("a notification has the icon of its site, and puts its reminder off", async ({
  extension,
  server,
}) => {
  test.setTimeout(180_000);
  server.answer("/loose/0", {
    headers: { "content-type": "text/html", "set-cookie": "tracker=1; Path=/" },
    body: "<title>The mill</title><link rel=icon href=/mill.png>",
  });
  const picture = { headers: { "content-type": "image/png" }, body: drawIcon("mill") };
  server.answer("/mill.png", picture);
  const { manager } = await filled(extension, server, { "": 1 });
  const [link] = await ids(manager);
  await extension.worker.evaluate(() => {
    const create = chrome.notifications.create.bind(chrome.notifications);
    const given = Object.assign(globalThis, { given: "" });
    Object.assign(chrome.notifications, {
      create: (/** @type {string} */ id, /** @type {any} */ options) => {
        given.given = options.iconUrl;
        return create(id, options);
      },
    });
  });
  await ask(manager, "setReminder", link, { at: field(soon()) });
  await expect.poll(() => notices(manager), { timeout: 120_000 }).toHaveLength(1);
  const [notice] = await notices(manager);
  const given = await extension.worker.evaluate(() => /** @type {any} */ (globalThis).given);
  expect(given).toMatch(/^data:image\//);
  const asked = server.seen.filter(({ path }) => path === "/mill.png");
  expect(asked).toHaveLength(1);
  expect(asked[0]?.headers).not.toHaveProperty("cookie");
  const now = Date.now();
  // What the second button does; nothing outside the browser's windows can be pressed from here.
  await extension.worker.evaluate((id) => {
    // @ts-expect-error: the types know of no event that is made.
    chrome.notifications.onButtonClicked.dispatch(id, 1);
  }, notice);
  await expect.poll(() => notices(manager)).toEqual([]);
  // Put off first, then taken away.
  const { rang, pending } = await list(manager);
  expect(rang).toEqual([]);
  expect(pending[0]?.snoozed).toBe(true);
  expect(Math.abs((pending[0]?.due ?? 0) - now - 10 * MINUTE)).toBeLessThanOrEqual(MINUTE);
  await expect.poll(() => alarm(manager)).toBe(pending[0]?.due);
});

test("several at once are one notification", async ({ extension, server }) => {
  test.setTimeout(180_000);
  const { manager } = await filled(extension, server, { "": 3 });
  const at = field(soon());
  for (const id of await ids(manager)) await ask(manager, "setReminder", id, { at });
  await expect.poll(() => notices(manager), { timeout: 120_000 }).toEqual(["reminders"]);
  await expect.poll(() => badge(manager)).toBe("3");
  await extension.worker.evaluate(() => {
    // @ts-expect-error: the types know of no event that is made.
    chrome.notifications.onClicked.dispatch("reminders");
  });
  await expect(panel(manager).getByRole("listitem")).toHaveCount(3);
  await panel(manager)
    .getByRole("button", { name: words("close") })
    .click();
  const second = await extension.openManager();
  await manager.getByRole("button", { name: words("unread_reminders", { count: "3" }) }).click();
  await panel(manager)
    .getByRole("button", { name: words("clear_reminders") })
    .click();
  await expect(manager.getByText(words("reminders_dismissed", { count: "3" }))).toBeVisible();
  // The other page is kept in step.
  await expect(second.getByRole("button", { name: words("reminders"), exact: true })).toBeVisible();
  await expect.poll(() => notices(manager)).toEqual([]);
  await takeBack(manager);
  await expect(panel(manager).getByRole("listitem")).toHaveCount(3);
});

test("what was missed while the browser was closed says so, and the time on the wall holds in another time zone", async ({
  extension,
  server,
}) => {
  const { TZ } = process.env;
  try {
    const { manager } = await filled(extension, server, { "": 2 });
    const [missed, kept] = await ids(manager);
    // Two hours from here; and as many days.
    const at = field(Date.now() + 120 * MINUTE);
    const later = field(Date.now() + 2_880 * MINUTE);
    await ask(manager, "setReminder", missed, { at });
    await ask(manager, "setReminder", kept, { at: later, repeat: "daily" });

    // The wall shows more than two hours more there.
    process.env.TZ = "Pacific/Kiritimati";
    await extension.restart();
    const page = await extension.openManager();
    await expect.poll(async () => (await list(page)).rang.map((one) => one.link)).toEqual([missed]);
    const { rang, pending } = await list(page);
    expect(rang[0]?.rang?.missed).toBe(true);
    expect(pending.map((one) => [one.link, one.at])).toEqual([[kept, later]]);
    const due = await page.evaluate((wall) => new Date(wall).getTime(), later);
    expect(pending[0]?.due).toBe(due);
    await expect.poll(() => alarm(page)).toBeLessThanOrEqual(due);
    await expect.poll(() => notices(page)).toEqual([`reminder:${rang[0]?.id}`]);
    await page.keyboard.press("d");
    await expect(panel(page).getByText(words("missed"))).toBeVisible();
    // What a press on the notification does.
    const opened = extension.context.waitForEvent("page");
    await extension.worker.evaluate((id) => {
      // @ts-expect-error: the types know of no event that is made.
      chrome.notifications.onClicked.dispatch(id);
    }, `reminder:${rang[0]?.id}`);
    await expect(await opened).toHaveURL(rang[0]?.url ?? "");
    await expect.poll(async () => (await list(page)).unread).toBe(0);
    await expect.poll(() => notices(page)).toEqual([]);
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
});

test("reminders stand when the extension is loaded anew, and so does the alarm that it lost", async ({
  extension,
  server,
}) => {
  await allowReload(extension.context);
  const { manager } = await filled(extension, server, { "": 1 });
  const [link] = await ids(manager);
  const at = field(Date.now() + 50 * MINUTE);
  await ask(manager, "setReminder", link, { at, repeat: "daily" });
  const before = await list(manager);
  const due = await alarm(manager);
  const started = extension.context.waitForEvent("serviceworker");
  await extension.worker
    .evaluate(async () => {
      await chrome.alarms.clearAll();
      chrome.runtime.reload();
    })
    .catch(() => undefined);
  await started;
  const page = await extension.openManager();
  await expect.poll(() => alarm(page)).toBe(due);
  expect(await list(page)).toEqual(before);
});

test("what came due while the extension was disabled rings as missed when it is enabled, and the rest stands", async ({
  extension,
  server,
}) => {
  // Up to a minute until it is due, and another until that is late.
  test.setTimeout(300_000);
  const { manager } = await filled(extension, server, { "": 2 });
  const id = new URL(manager.url()).host;
  const [missed, kept] = await ids(manager);
  const due = soon();
  const later = field(Date.now() + 50 * MINUTE);
  await ask(manager, "setReminder", missed, { at: field(due) });
  await ask(manager, "setReminder", kept, { at: later });
  await setEnabled(extension.context, id, false);
  await expect.poll(() => Date.now(), { timeout: 180_000 }).toBeGreaterThan(due + MINUTE);

  // Nobody opens a page: the alarm that Chrome kept wakes the worker.
  const woken = extension.context.waitForEvent("serviceworker");
  await setEnabled(extension.context, id, true);
  const worker = await woken;
  await expect
    .poll(() => worker.evaluate(async () => Object.keys(await chrome.notifications.getAll())))
    .toHaveLength(1);
  const page = await extension.openManager();
  const { rang, pending } = await list(page);
  expect(rang.map((one) => [one.link, one.rang?.missed])).toEqual([[missed, true]]);
  expect(pending.map((one) => [one.link, one.at])).toEqual([[kept, later]]);
  await expect.poll(() => alarm(page)).toBe(pending[0]?.due);
});

test("a press on a notification opens a window where the browser has none", async ({
  extension,
}) => {
  const page = await extension.context.newPage();
  const made = extension.worker.evaluate(
    () =>
      new Promise((resolve) => {
        Object.assign(chrome.tabs, { create: () => Promise.reject(new Error("no window")) });
        Object.assign(chrome.windows, { create: resolve });
        // @ts-expect-error: the types know of no event that is made.
        chrome.notifications.onClicked.dispatch("reminders");
      }),
  );
  expect(await made).toEqual({
    url: extension.page("manager.html#panel=reminders"),
    focused: true,
  });
  await page.close();
});
