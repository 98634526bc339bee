import { ask } from "../run/save.js";
import { cardOf, filled, takeBack } from "./filled.js";
import { expect, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Page} from "@playwright/test" */
/** @import {ReminderList} from "../../extension/wasm/urlink.js" */

/** @param {Page} page */
async function times(page) {
  const { pending } = /** @type {ReminderList} */ (await ask(page, "listReminders"));
  return pending.map(({ at, snoozed = false }) => [at, snoozed]);
}

test("what was done with a reminder is taken back, by its message and by Ctrl+Z", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 1 });
  const question = manager.getByRole("dialog");
  const answer = async (/** @type {string} */ at) => {
    await question.getByLabel(words("date_and_time")).fill(at);
    await manager.keyboard.press("Enter");
    await expect(question).toBeHidden();
  };
  const year = new Date().getFullYear() + 1;
  const [set, edited, later] = ["05-01", "06-02", "07-03"].map((day) => `${year}-${day}T09:00`);
  const open = async () => {
    await cardOf(manager, "", 0).getByRole("link").focus();
    await manager.keyboard.press("r");
    await expect(question).toBeVisible();
  };

  await open();
  await answer(set ?? "");
  expect(await times(manager)).toEqual([[set, false]]);
  await takeBack(manager);
  await expect.poll(() => times(manager)).toEqual([]);
  await manager.keyboard.press("ControlOrMeta+Shift+z");
  await expect.poll(() => times(manager)).toEqual([[set, false]]);

  await manager.keyboard.press("d");
  const panel = manager.getByRole("complementary", { name: words("reminders") });
  const row = panel.getByRole("listitem");
  await row.getByRole("button", { name: words("edit") }).click();
  await answer(edited ?? "");
  expect(await times(manager)).toEqual([[edited, false]]);
  await manager.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => times(manager)).toEqual([[set, false]]);

  await row.getByRole("button", { name: words("snooze") }).click();
  await answer(later ?? "");
  expect(await times(manager)).toEqual([[later, true]]);
  await takeBack(manager);
  await expect.poll(() => times(manager)).toEqual([[set, false]]);

  // One that is there already is not set, so there is nothing to take back.
  await open();
  await answer(set ?? "");
  await expect(
    manager.getByRole("status").getByRole("button", { name: words("undo") }),
  ).toHaveCount(0);
});

test("a page that is looked at in another time zone lets the worker look at the clock", async ({
  extension,
}) => {
  const manager = await extension.openManager();
  await manager.evaluate(() => {
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    const rings = Object.assign(globalThis, {
      rings: /** @type {Promise<unknown>[]} */ ([]),
    }).rings;
    /** @param {{name: string}} message */
    const watched = (message) => {
      const answer = /** @type {Promise<unknown>} */ (send(message));
      if (message.name === "ringReminders") rings.push(answer);
      return answer;
    };
    Object.assign(chrome.runtime, { sendMessage: watched });
  });
  await extension.worker.evaluate(() => {
    const get = chrome.alarms.get.bind(chrome.alarms);
    const looked = Object.assign(globalThis, { looked: 0 });
    Object.assign(chrome.alarms, {
      get: (/** @type {string} */ name) => {
        if (name === "reminder") looked.looked += 1;
        return get(name);
      },
    });
  });
  const looked = () => extension.worker.evaluate(() => /** @type {any} */ (globalThis).looked);
  /** How often the worker was asked to look since the beginning, and has answered. */
  const focus = () =>
    manager.evaluate(async () => {
      dispatchEvent(new FocusEvent("focus"));
      const { rings } = /** @type {any} */ (globalThis);
      return (await Promise.all(rings)).length;
    });
  expect(await focus(), "in the same one it does not").toBe(0);
  const session = await manager.context().newCDPSession(manager);
  await session.send("Emulation.setTimezoneOverride", { timezoneId: "Pacific/Chatham" });
  // It also looks by itself, soon after a library has changed.
  const before = await looked();
  expect(await focus()).toBe(1);
  expect(await looked()).toBeGreaterThan(before);
});
