import { ask } from "../run/save.js";
import { drawIcon } from "../server/pictures.js";
import { expectAccessible } from "./axe.js";
import { allowReload, setEnabled } from "./chaos.js";
import { cardOf, filled, takeBack } from "./filled.js";
import { expect, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Locator, Page} from "@playwright/test" */
/** @import {Language, LinkView, ReminderList} from "../../extension/wasm/urlink.js" */

const MINUTE = 60_000;

/** The next minute of the clock on the wall that a test has time to set a reminder for. */
function soon() {
  return Math.ceil((Date.now() + 10_000) / MINUTE) * MINUTE;
}

/** As the field of a date and a time takes it. @param {number} time */
function field(time) {
  const date = new Date(time - new Date(time).getTimezoneOffset() * MINUTE);
  return date.toISOString().slice(0, 16);
}

/** @param {Page} page */
function notices(page) {
  return page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
}

/** @param {Page} page */
function badge(page) {
  return page.evaluate(() => chrome.action.getBadgeText({}));
}

/** @param {Page} page @returns {Promise<ReminderList>} */
function list(page) {
  return ask(page, "listReminders");
}

/** @param {Page} page */
async function ids(page) {
  const query = { category: "all", offset: 0, limit: 50 };
  const { links } = /** @type {{links: LinkView[]}} */ (await ask(page, "queryLinks", query));
  return links.map(({ id }) => id);
}

/** @param {Page} page */
function panel(page) {
  return page.getByRole("complementary", { name: words("reminders") });
}

/** @param {Page} page */
function question(page) {
  return page.getByRole("dialog");
}

/**
 * Sets a reminder with keys alone.
 * @param {Page} page
 * @param {Locator} card
 * @param {string} at
 */
async function remind(page, card, at) {
  await card.getByRole("link").focus();
  await page.keyboard.press("r");
  await question(page).getByLabel(words("date_and_time")).fill(at);
  await page.keyboard.press("Enter");
  await expect(question(page)).toBeHidden();
}

/** @param {Page} page */
function alarm(page) {
  return page.evaluate(async () => (await chrome.alarms.get("reminder"))?.scheduledTime);
}

test("a reminder rings with a real alarm and a real notification, though the worker was stopped", async ({
  extension,
  server,
}) => {
  test.setTimeout(150_000);
  const { manager } = await filled(extension, server, { "": 2 });
  const due = soon();
  await remind(manager, cardOf(manager, "", 0), field(due));
  await expect(cardOf(manager, "", 0).locator(".card-bell")).toBeVisible();
  expect(await alarm(manager)).toBe(due);
  const [pending] = (await list(manager)).pending;
  await extension.killWorker();

  // Nobody asks the worker for anything until the alarm wakes it.
  await expect
    .poll(() => notices(manager), { timeout: 90_000 })
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
  test.setTimeout(150_000);
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
  await expect.poll(() => notices(manager), { timeout: 90_000 }).toHaveLength(1);
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
  const { rang, pending } = await list(manager);
  expect(rang).toEqual([]);
  expect(pending[0]?.snoozed).toBe(true);
  expect(Math.abs((pending[0]?.due ?? 0) - now - 10 * MINUTE)).toBeLessThanOrEqual(MINUTE);
  await expect.poll(() => alarm(manager)).toBe(pending[0]?.due);
});

test("several at once are one notification", async ({ extension, server }) => {
  test.setTimeout(150_000);
  const { manager } = await filled(extension, server, { "": 3 });
  const at = field(soon());
  for (const id of await ids(manager)) await ask(manager, "setReminder", id, { at });
  await expect.poll(() => notices(manager), { timeout: 90_000 }).toEqual(["reminders"]);
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
    expect(await alarm(page)).toBeLessThanOrEqual(due);
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

test("a time that is over is refused with a sentence; an offered one needs one press", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 1 });
  const card = cardOf(manager, "", 0);
  await card.getByRole("link").focus();
  await manager.keyboard.press("r");
  const dialog = question(manager);
  await expectAccessible(manager);
  await dialog.getByLabel(words("date_and_time")).fill("2020-01-01T09:00");
  await manager.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText(/over already|지난 시간/);
  await dialog.getByLabel(words("repeat")).selectOption("weekly");
  await dialog.getByRole("button", { name: words("next_monday") }).click();
  await expect(dialog).toBeHidden();
  const [pending] = (await list(manager)).pending;
  expect(pending?.repeat).toBe("weekly");
  expect(pending?.at).toMatch(/T09:00$/);

  // It is put off from the panel, edited and cancelled where it is set.
  await manager.keyboard.press("d");
  await panel(manager)
    .getByRole("button", { name: `${words("snooze")}: ` })
    .click();
  await dialog.getByRole("button", { name: words("in_an_hour") }).click();
  await expect.poll(async () => (await list(manager)).pending[0]?.snoozed).toBe(true);
  await card.getByRole("link").focus();
  await manager.keyboard.press("r");
  await dialog.getByRole("button", { name: words("edit") }).click();
  await dialog.getByLabel(words("date_and_time")).fill("2099-12-31T23:59");
  await manager.keyboard.press("Enter");
  await expect.poll(async () => (await list(manager)).pending[0]?.at).toBe("2099-12-31T23:59");
  await card.getByRole("link").focus();
  await manager.keyboard.press("r");
  await dialog.getByRole("button", { name: words("cancel_reminder") }).click();
  await manager.keyboard.press("Escape");
  await expect(card.locator(".card-bell")).toBeHidden();
  await takeBack(manager);
  await expect(card.locator(".card-bell")).toBeVisible();
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
  test.setTimeout(240_000);
  const { manager } = await filled(extension, server, { "": 2 });
  const id = new URL(manager.url()).host;
  const [missed, kept] = await ids(manager);
  const due = soon();
  const later = field(Date.now() + 50 * MINUTE);
  await ask(manager, "setReminder", missed, { at: field(due) });
  await ask(manager, "setReminder", kept, { at: later });
  await setEnabled(extension.context, id, false);
  await expect.poll(() => Date.now(), { timeout: 150_000 }).toBeGreaterThan(due + MINUTE);

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
  expect(await alarm(page)).toBe(pending[0]?.due);
});

for (const language of /** @type {Language[]} */ (["en", "ko"])) {
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    test(`the question and the panel are accessible (${language}, ${theme})`, async ({
      extension,
      server,
    }) => {
      const { manager } = await filled(extension, server, { "": 2 });
      await ask(manager, "setSettings", { language, theme });
      const [link] = await ids(manager);
      await ask(manager, "setReminder", link, { preset: "hour", repeat: "weekly" });
      const panel = manager.getByRole("complementary", { name: words("reminders", {}, language) });
      await manager.keyboard.press("d");
      await expect(panel.getByRole("listitem")).toHaveCount(1);
      await expectAccessible(manager);
      await cardOf(manager, "", 0).getByRole("link").focus();
      await manager.keyboard.press("r");
      await expect(question(manager).getByRole("listitem")).toHaveCount(1);
      await manager.keyboard.press("Enter");
      await expect(question(manager)).toBeHidden();
      await cardOf(manager, "", 0).getByRole("link").focus();
      await manager.keyboard.press("r");
      await question(manager)
        .getByLabel(words("date_and_time", {}, language))
        .fill("2020-01-01T09:00");
      await manager.keyboard.press("Enter");
      await expect(question(manager).getByRole("alert")).toBeVisible();
      await expectAccessible(manager);
    });
  }
}

test("several that are chosen are reminded of at once, and undone as one", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 3 });
  await cardOf(manager, "", 0).getByRole("link").focus();
  await manager.keyboard.press("Space");
  await manager.keyboard.press("Shift+ArrowRight");
  await manager.keyboard.press("r");
  const dialog = question(manager);
  await expect(dialog.getByText(words("remind_of_other", { count: "2" }))).toBeVisible();
  await expectAccessible(manager);
  await dialog.getByRole("button", { name: words("next_monday") }).click();
  await expect(dialog).toBeHidden();
  await expect(manager.locator(".card-bell")).toHaveCount(2);
  await expect(manager.getByRole("toolbar", { name: words("chosen_links") })).toBeHidden();
  expect((await list(manager)).pending).toHaveLength(2);
  await takeBack(manager);
  await expect(manager.locator(".card-bell")).toHaveCount(0);

  // By the bar, and again: nothing is doubled.
  for (const said of [words("reminders_set_other", { count: "3" }), words("reminded_already")]) {
    await cardOf(manager, "", 0).getByRole("link").focus();
    await manager.keyboard.press("Control+a");
    const bar = manager.getByRole("toolbar", { name: words("chosen_links") });
    await bar.getByRole("button", { name: words("remind_me") }).click();
    await dialog.getByRole("button", { name: words("next_monday") }).click();
    await expect(manager.getByText(said)).toBeVisible();
  }
  expect((await list(manager)).pending).toHaveLength(3);
});

test("reminders go with their link, and come back with it", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 1 });
  const [id] = await ids(manager);
  await ask(manager, "setReminder", id, { preset: "hour" });
  await manager.keyboard.press("d");
  const row = panel(manager).getByRole("listitem");
  await expect(row).toHaveCount(1);
  await cardOf(manager, "", 0).getByRole("link").focus();
  await manager.keyboard.press("Delete");
  await expect(row).toHaveCount(0);
  await expect.poll(() => alarm(manager)).toBeUndefined();
  await takeBack(manager);
  await expect(row).toHaveCount(1);
  await expect.poll(() => alarm(manager)).toBeDefined();
});
