import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOfField, fieldOfDay, startOfDay } from "../../extension/js/core/days.js";
import { History } from "../../extension/js/data/history.js";

const NOW = new Date(2026, 10, 23, 15, 0).getTime();
const HOUR = 60 * 60 * 1000;

/** @param {number} days @param {number} [hour] */
const before = (days, hour = 12) => startOfDay(NOW, -days) + hour * HOUR;

/**
 * A browser that knows every visit, and tells of a page only its last one.
 * @param {{ url: string, times: number[] }[]} pages
 */
function browser(pages) {
  /** @type {[number, number][]} */
  const asked = [];
  return {
    asked,
    visitedPages: (/** @type {number} */ from, /** @type {number} */ to) => {
      asked.push([from, to]);
      const some = pages.filter(({ times }) => times.some((time) => time >= from && time < to));
      return Promise.resolve(
        some.map(({ url, times }) => ({
          url,
          title: url,
          time: Math.max(...times),
          visits: times.length,
        })),
      );
    },
    hasVisitsBefore: (/** @type {number} */ time) =>
      Promise.resolve(pages.some(({ times }) => times.some((one) => one < time))),
    offered: (/** @type {string[]} */ urls) =>
      Promise.resolve(
        urls.map((url) =>
          url.startsWith("https:")
            ? { key: url.replace(/[?#].*/u, ""), host: new URL(url).host }
            : null,
        ),
      ),
    now: () => NOW,
  };
}

/**
 * Everything that a history shows in the end.
 * @param {ReturnType<typeof browser>} source
 * @param {{ first: number, last: number }} [range]
 */
async function all(source, range) {
  /** @type {() => void} */
  let wake = () => undefined;
  const history = new History((error) => {
    assert.equal(error, undefined);
    wake();
  }, source);
  const changed = () => new Promise((resolve) => (wake = () => resolve(undefined)));
  let next = changed();
  history.show(range);
  await next;
  while (!history.ended) {
    next = changed();
    history.more();
    await next;
  }
  return history.sections.map(({ id, entries }) => [
    fieldOfDay(Number(id.replace("day:", ""))),
    ...entries.map(({ url }) => url),
  ]);
}

test("each page stands once, on the day on which it was visited last", async () => {
  const source = browser([
    { url: "https://a.example/", times: [before(9), before(0, 9)] },
    { url: "https://b.example/", times: [before(0, 10)] },
    { url: "https://c.example/", times: [before(400)] },
    { url: "chrome://settings/", times: [before(0)] },
    { url: "https://a.example/?from=mail", times: [before(0, 8)] },
  ]);
  assert.deepEqual(await all(source), [
    [fieldOfDay(NOW), "https://b.example/", "https://a.example/"],
    [fieldOfDay(before(400)), "https://c.example/"],
  ]);
  assert.ok(source.asked.length < 40, "empty weeks are passed over in ever longer steps");
});

test("a range of days is these days, and none before or after", async () => {
  const source = browser([
    { url: "https://early.example/", times: [before(4, 0) - 1] },
    { url: "https://first.example/", times: [before(4, 0)] },
    { url: "https://last.example/", times: [before(3, 24) - 1] },
    { url: "https://late.example/", times: [before(3, 24)] },
    { url: "https://again.example/", times: [before(4), before(0)] },
  ]);
  assert.deepEqual(
    await all(source, { first: startOfDay(before(4)), last: startOfDay(before(3)) }),
    [
      [fieldOfDay(before(3)), "https://last.example/"],
      [fieldOfDay(before(4)), "https://first.example/", "https://again.example/"],
    ],
  );
});

test("days follow the calendar, whatever the clocks do", () => {
  for (let days = 0; days < 800; days++) {
    const day = startOfDay(NOW, -days);
    assert.equal(startOfDay(day + 3 * HOUR), day);
    assert.equal(dayOfField(fieldOfDay(day)), day);
  }
  assert.equal(dayOfField(""), undefined);
});
