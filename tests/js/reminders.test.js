import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { badgeOf } from "../../extension/js/core/badge.js";
import { useLanguage } from "../../extension/js/core/i18n.js";
import { noticeFor, noticeOf, reminderOf } from "../../extension/js/core/reminder-notice.js";
import { bellCount, whenWords } from "../../extension/js/core/reminder-words.js";

/** @import {Job, ReminderView} from "../../extension/wasm/urlink.js" */

const NOW = new Date(2026, 10, 23, 9).getTime();
const file = new URL("../../extension/_locales/en/messages.json", import.meta.url);
useLanguage("en", JSON.parse(readFileSync(file, "utf8")));

/**
 * @param {string} id
 * @param {Partial<ReminderView>} [more]
 * @returns {ReminderView}
 */
function rung(id, more) {
  const title = `Title ${id}`;
  const rang = { at: NOW };
  return {
    id,
    link: `l${id}`,
    title,
    url: "https://a.example/",
    at: "",
    repeat: "never",
    rang,
    ...more,
  };
}

const context = { now: NOW, language: "en" };

test("one reminder is a notice with its link's title, and can be opened or put off", () => {
  const notice = noticeFor([rung("1")], context);
  assert.deepEqual(notice, {
    id: noticeOf("1"),
    title: "Reminder",
    message: "Title 1",
    buttons: ["Open", "Snooze for 10 minutes"],
  });
  assert.equal(reminderOf(notice.id), "1");
  const missed = rung("1", { title: "", rang: { at: NOW, missed: true } });
  const said = noticeFor([missed], { ...context, icon: "data:," });
  assert.match(said.context ?? "", /^Missed: 9:00/u);
  assert.deepEqual([said.message, said.icon], ["A link that cannot be read", "data:,"]);
});

test("several are one notice, which names the first five", () => {
  const several = Array.from({ length: 7 }, (_, index) =>
    rung(String(index), { rang: { at: NOW, missed: index === 1 } }),
  );
  const { id, title, items, buttons } = noticeFor(several, context);
  assert.deepEqual([id, title, buttons], ["reminders", "7 reminders", ["Show"]]);
  assert.equal(reminderOf(id), undefined);
  assert.deepEqual(
    items?.map((item) => item.title),
    several.slice(0, 5).map((one) => one.title),
  );
  assert.match(items?.[0]?.message ?? "", /^9:00/u);
  assert.match(items?.[1]?.message ?? "", /^Missed: 9:00/u);
});

test("the badge says how many reminders are unread, where no job has anything to say", () => {
  assert.equal(badgeOf([], 0), undefined);
  assert.deepEqual(badgeOf([], 3), { text: "3", kind: "reminder" });
  const counts = { waiting: 5, saved: 5, partial: 0, failed: 0, blocked: 0 };
  const job = { id: "j", state: "running", total: 10, counts };
  assert.equal(badgeOf([/** @type {Job} */ (/** @type {unknown} */ (job))], 3)?.kind, "busy");
  assert.deepEqual([0, 1, 99, 100].map(bellCount), ["", "1", "99", "99+"]);
});

test("a reminder says when it rings, how it goes on, and that it was put off", () => {
  const pending = rung("1", { due: NOW, repeat: "weekly", snoozed: true });
  assert.match(whenWords(pending, NOW, "en"), /^9:00\sAM · Every week · put off$/u);
});
