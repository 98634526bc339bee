import assert from "node:assert/strict";
import { test } from "node:test";
import { Bottleneck } from "../bench/save/bottleneck.js";
import { askedFor, Latencies, urlsOf } from "../bench/save/course.js";
import { plot } from "../bench/save/plot.js";
import { cpuOf, familyOf, readStat } from "../bench/save/processes.js";
import { FLOOR, OURS, summarise, summariseClicks } from "../bench/save/summary.js";
import { duration, libraryTable, mannersTable, raceTable } from "../bench/save/tables.js";
import { median, quantile } from "../bench/statistics.js";

/** @import {Measured} from "../bench/save/summary.js" */

test("urls of a run are of many hosts, no two alike, and the server knows whose they are", () => {
  const urls = urlsOf(7, 2500, 8080).map((url) => new URL(url));
  assert.equal(new Set(urls.map(String)).size, 2500);
  assert.equal(new Set(urls.map(({ hostname }) => hostname)).size, 1000);
  const others = urlsOf(8, 1, 8080).map((url) => new URL(url).hostname);
  assert.ok(!urls.some(({ hostname }) => others.includes(hostname)));
  const { host = "", pathname = "" } = urls[2100] ?? {};
  assert.deepEqual(askedFor(host, pathname), { run: 7, kind: "page", index: 2100 });
  assert.equal(askedFor(host, "/favicon.ico"), undefined);
  assert.equal(askedFor("elsewhere.test", pathname), undefined);
});

test("latencies are of real shape, and the same for the same number whoever asks first", () => {
  const one = new Latencies(3);
  const other = new Latencies(3);
  const last = other.of(1999);
  const all = Array.from({ length: 2000 }, (_, index) => one.of(index));
  assert.equal(all.at(-1), last);
  assert.ok(Math.abs(median(all) - 250) < 15, `p50 ${median(all)}`);
  assert.ok(Math.abs(quantile(all, 0.95) - 750) < 75, `p95 ${quantile(all, 0.95)}`);
});

/** Takes bytes, and counts them. */
class Bucket {
  destroyed = false;
  ended = false;
  length = 0;

  /** @param {Uint8Array} bytes */
  write(bytes) {
    this.length += bytes.length;
  }

  end() {
    this.ended = true;
  }
}

/** @param {{total: number, each: number}} rates */
function makeLine(rates) {
  let now = 0;
  const line = new Bottleneck(rates, () => now);
  return {
    line,
    /** @param {number} milliseconds */
    wait(milliseconds) {
      for (let passed = 0; passed < milliseconds; passed += 4) {
        now += 4;
        line.turn();
      }
    },
  };
}

test("one who sends alone is as fast as a server is, from its second flight on", () => {
  const { line, wait } = makeLine({ total: 10_000_000, each: 1_000_000 });
  const bucket = new Bucket();
  line.send(bucket, new Uint8Array(114_600));
  assert.equal(bucket.length, 14_600);
  wait(48);
  assert.equal(bucket.length, 14_600 + 48_000);
  assert.ok(!bucket.ended);
  wait(52);
  assert.deepEqual([bucket.length, bucket.ended], [114_600, true]);
});

test("many share the line, and who has left gets nothing more", () => {
  const { line, wait } = makeLine({ total: 1_000_000, each: 1_000_000 });
  const buckets = Array.from({ length: 5 }, () => new Bucket());
  for (const bucket of buckets) line.send(bucket, new Uint8Array(200_000));
  const [left, ...stayed] = buckets;
  if (left) left.destroyed = true;
  wait(573);
  assert.equal(left?.length, 14_600);
  const lengths = stayed.map(({ length }) => length);
  assert.ok(Math.max(...lengths) - Math.min(...lengths) <= 1_000, String(lengths));
  const total = lengths.reduce((sum, length) => sum + length, 14_600);
  assert.ok(Math.abs(total - 573_000) < 5_000, String(total));
  wait(1_000);
  assert.ok(stayed.every(({ ended }) => ended));
});

test("processor time is read behind names of any kind, and counts for whole families", async () => {
  const line = "12 (a) (b c) S 7 12 12 0 -1 4194560 1 0 0 0 250 50 9 9 20 0 1 0 1 1 1";
  assert.deepEqual(readStat(line), { parent: 7, seconds: 3 });
  const stat = (/** @type {number} */ parent) => ({ parent, seconds: 1 });
  const stats = new Map([
    [5, stat(4)],
    [4, stat(3)],
    [3, stat(1)],
    [9, stat(1)],
  ]);
  assert.deepEqual([...familyOf(stats, 3)].sort(), [3, 4, 5]);
  if (process.platform === "linux") assert.ok(Number(await cpuOf(process.pid)) > 0);
  assert.equal(await cpuOf(undefined), undefined);
});

/**
 * @param {string} name
 * @param {number} round
 * @param {number} milliseconds
 * @returns {Measured}
 */
const sample = (name, round, milliseconds) => ({
  name,
  round,
  milliseconds,
  library: 0,
  urls: 100,
  failed: 0,
  bytes: 2_000_000,
  requests: 100,
});

test("ratios are those of the same round: a machine that was busy in one does not count twice", () => {
  const rows = summarise([
    sample(OURS, 0, 1100),
    sample(FLOOR, 0, 1000),
    sample(FLOOR, 1, 4000),
    sample(OURS, 1, 4400),
    sample(OURS, 2, 1200),
    sample(FLOOR, 2, 1000),
    sample("slow", 0, 11_000),
  ]);
  assert.deepEqual(
    rows.map(({ name, milliseconds, rounds }) => [name, milliseconds, rounds]),
    [
      [OURS, 1200, 3],
      [FLOOR, 1000, 3],
      ["slow", 11_000, 1],
    ],
  );
  assert.equal(rows[0]?.toFloor, 1.1);
  assert.deepEqual([rows[2]?.toFloor, rows[2]?.toOurs], [11, 10]);
  const entrants = [OURS, FLOOR, "slow", "slower"].map((name) => ({ name, upTo: 100 }));
  assert.deepEqual(raceTable(rows, entrants).slice(4), [
    "| 100 | slow | 11.0 s | 11.0 x | 10.0 x | 2.00 |  | 0 |",
    "| 100 | slower | not run |  |  |  |  |  |",
  ]);
});

test("durations are told in the unit that suits them", () => {
  assert.deepEqual([4.25, 999, 1000, 73_400].map(duration), [
    "4.25 ms",
    "999 ms",
    "1.00 s",
    "73.4 s",
  ]);
});

test("what a library costs, and what the user feels of it", () => {
  const clicks = summariseClicks([
    { library: 100, first: 900, second: 5 },
    { library: 0, first: 20, second: 4 },
    { library: 100, first: 700, second: 7 },
  ]);
  const rows = summarise([
    { ...sample(OURS, 0, 2000), library: 100 },
    { ...sample(FLOOR, 0, 1000), library: 100 },
    sample(OURS, 0, 500),
  ]).filter(({ name }) => name === OURS);
  assert.deepEqual(libraryTable(rows, clicks), [
    "| links there | 100 more | floor is 1 | one link, click to disk | the first |",
    "| ---: | ---: | ---: | ---: | ---: |",
    "| 0 | 500 ms |  | 4.00 ms | 20.0 ms |",
    "| 100 | 2.00 s | 2.00 x | 6.00 ms | 800 ms |",
  ]);
  const table = mannersTable({ urls: 10, accepted: 1, firstCard: 2, idle: 100, saving: 110 });
  assert.match(table.at(-1) ?? "", /110 ms, 1\.10 x/);
});

test("the plot places what takes ten times as long equally far up, for light and for dark", () => {
  const rows = summarise(
    [10, 100, 1000].flatMap((urls) => [
      { ...sample(OURS, 0, urls), urls },
      { ...sample(FLOOR, 0, urls / 10), urls },
    ]),
  );
  const svg = plot(rows);
  assert.match(svg, /prefers-color-scheme:dark/);
  for (const name of [OURS, FLOOR]) assert.ok(svg.includes(`>${name}</text>`), name);
  const ys = [...svg.matchAll(/<circle class="f0" cx="(\d+)" cy="(\d+)"/g)].map(([, , y]) =>
    Number(y),
  );
  const [first = 0, second = 0, third = 0] = ys;
  assert.equal(ys.length, 3);
  assert.ok(first > second && Math.abs(first - second - (second - third)) <= 1, String(ys));
});
