import assert from "node:assert/strict";
import { test } from "node:test";
import { useLanguage } from "../../extension/js/core/i18n.js";
import { age, clock, clockTime, moment } from "../../extension/js/core/time.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = new Date(2026, 10, 22, 12).getTime();

/** @type {[number, string, string][]} */
const AGES = [
  [-5000, "just now", "방금"],
  [0, "just now", "방금"],
  [MINUTE - 1, "just now", "방금"],
  [MINUTE, "1 minute ago", "1분 전"],
  [HOUR - 1, "59 minutes ago", "59분 전"],
  [HOUR, "1 hour ago", "1시간 전"],
  [DAY, "yesterday", "어제"],
  [36 * HOUR - 1, "yesterday", "어제"],
  // The day before yesterday, a quarter of an hour before midnight.
  [36 * HOUR + HOUR / 4, "2 days ago", "그저께"],
  [3 * DAY, "3 days ago", "3일 전"],
  [7 * DAY, "Nov 15", "11월 15일"],
  [365 * DAY, "Nov 22, 2025", "2025년 11월 22일"],
];

for (const [past, english, korean] of AGES) {
  test(`${past} ms ago is "${english}"`, () => {
    useLanguage("en", { just_now: { message: "just now" } });
    assert.equal(age(NOW - past, NOW, "en"), english);
    useLanguage("ko", { just_now: { message: "방금" } });
    assert.equal(age(NOW - past, NOW, "ko"), korean);
  });
}

test("says it shorter where there is little room", () => {
  const narrow = (/** @type {number} */ past) => age(NOW - past, NOW, "en", "narrow");
  assert.deepEqual([5 * MINUTE, 3 * HOUR, DAY, 3 * DAY].map(narrow), [
    "5m ago",
    "3h ago",
    "yesterday",
    "3d ago",
  ]);
  assert.equal(age(NOW - 5 * MINUTE, NOW, "ko", "narrow"), "5분 전");
  assert.equal(age(NOW - 5 * MINUTE, NOW, "en"), "5 minutes ago");
});

test("tells the whole moment", () => {
  assert.match(moment(NOW, "en"), /^November 22, 2026/u);
  assert.match(moment(NOW, "ko"), /^2026년 11월 22일/u);
});

test("tells when something is: the day where it is another, the year where it is another", () => {
  const at = (/** @type {number[]} */ ...[year = 0, month = 0, day = 0]) =>
    clock(new Date(year, month, day, 9).getTime(), NOW, "en");
  assert.equal(at(2026, 10, 22), "9:00 AM");
  assert.equal(at(2026, 10, 30), "Nov 30, 9:00 AM");
  assert.equal(at(2027, 0, 5), "Jan 5, 2027, 9:00 AM");
});

test("tells the time on the wall also where the user has travelled since", () => {
  const { TZ } = process.env;
  const then = Date.UTC(2026, 10, 22, 12);
  try {
    for (const [zone, time] of [
      ["Asia/Seoul", "9:00 PM"],
      ["America/New_York", "7:00 AM"],
    ]) {
      process.env.TZ = zone;
      assert.equal(clock(then, then, "en"), time);
      assert.equal(clockTime(then, "en"), time);
      assert.ok(moment(then, "en").endsWith(`at ${time}`), moment(then, "en"));
    }
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
});
