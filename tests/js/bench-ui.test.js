import assert from "node:assert/strict";
import { test } from "node:test";
import { lettersOf } from "../bench/typed.js";
import { worstSecond } from "../bench/ui/frames.js";
import { privateBytes } from "../bench/ui/memory.js";
import { summarise, table } from "../bench/ui/metrics.js";

/** @import {Sample} from "../bench/ui/metrics.js" */

test("the worst second of frames is found wherever it is", () => {
  const even = Array.from({ length: 180 }, (_, at) => at * 16);
  assert.equal(worstSecond(even), 63);
  const stopped = even.map((time, at) => (at < 90 ? time : time + 400));
  assert.equal(worstSecond(stopped), 38);
  assert.equal(worstSecond([0, 20, 40]), 50);
});

test("Hangul is typed letter by letter", () => {
  assert.deepEqual(lettersOf("ab"), ["a", "ab"]);
  assert.deepEqual(lettersOf("한국"), ["ㅎ", "하", "한", "한ㄱ", "한구", "한국"]);
  assert.deepEqual(lettersOf("가나"), ["ㄱ", "가", "가ㄴ", "가나"]);
});

test("private memory is what is nobody else's, swapped or not", () => {
  const status = "VmRSS:\t  900 kB\nRssAnon:\t  300 kB\nRssFile:\t 600 kB\nVmSwap:\t   20 kB\n";
  assert.equal(privateBytes(status), 320 * 1024);
});

test("the table says what is over its budget", () => {
  /** @type {Sample[]} */
  const samples = [
    { links: 100, metric: "popup awake", value: 100 },
    { links: 1000, metric: "popup awake", value: 200 },
    { links: 100, metric: "cards all", value: 60 },
    { links: 1000, metric: "cards all", value: 60 },
    { links: 1000, metric: "cards all", value: 55 },
  ];
  const lines = table(summarise(samples));
  assert.equal(lines.length, 4);
  assert.match(lines[2] ?? "", /\| 100 \| 200 \| 200 \| 2\.00 x \| 150 \| over \|$/);
  assert.match(lines[3] ?? "", /\| 60\.0 \| 57\.5 \| 55\.0 \| 0\.958 x \| 50 \| {2}\|$/);
});
