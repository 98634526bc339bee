import assert from "node:assert/strict";
import { test } from "node:test";
import { useLanguage } from "../../extension/js/core/i18n.js";
import { age, moment } from "../../extension/js/core/time.js";

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

test("tells the whole moment", () => {
  assert.match(moment(NOW, "en"), /^November 22, 2026/u);
  assert.match(moment(NOW, "ko"), /^2026년 11월 22일/u);
});
