import assert from "node:assert/strict";
import { test } from "node:test";
import { JobWatch } from "../../extension/js/core/job-watch.js";
import { progressOf, Speed } from "../../extension/js/core/progress.js";

/** @import {Job} from "../../extension/wasm/urlink.js" */

/**
 * @param {Partial<Job>} [parts]
 * @returns {Job}
 */
const job = (parts = {}) => ({
  id: "j",
  created: 100,
  state: "running",
  lines: 10,
  total: 10,
  counts: { waiting: 10, saved: 0, partial: 0, failed: 0, blocked: 0 },
  duplicates: 0,
  rejected: 0,
  ...parts,
});

const half = { waiting: 5, saved: 2, partial: 1, failed: 1, blocked: 1 };

test("adds jobs up", () => {
  const jobs = [job({ counts: half }), job({ id: "k", total: 2 })];
  assert.deepEqual(progressOf(jobs), { total: 12, done: 5 - 8 + 8, saved: 2, short: 3 });
});

test("a job that runs is told, then its result, until it is put away", () => {
  const watch = new JobWatch(1000);
  const { running } = watch.look([job({ counts: half })], 0);
  assert.deepEqual(
    [running?.total, running?.done, running?.short, running?.held],
    [10, 5, 3, undefined],
  );
  const done = job({ state: "done" });
  assert.equal(watch.look([done], 1).finished, done);
  watch.dismiss("j");
  assert.equal(watch.look([done], 2).finished, undefined);
});

test("what was done before the page was opened is not news, nor is a single link", () => {
  const watch = new JobWatch(1000);
  assert.deepEqual(watch.look([job({ state: "done", created: 999 })], 0), {
    running: undefined,
    finished: undefined,
  });
  const later = job({ state: "done", created: 1000 });
  assert.equal(watch.look([later], 0).finished, later);
  const single = job({ state: "done", created: 1000, lines: 1, total: 1 });
  assert.equal(watch.look([single], 0).finished, undefined);
  assert.equal(watch.look([job({ lines: 1, total: 1 })], 0).running, undefined);
});

test("jobs that are all held are, and what is worst is said", () => {
  const held = (/** @type {Job[]} */ ...jobs) => new JobWatch(0).look(jobs, 0).running?.held;
  const user = job({ state: "paused", hold: "user" });
  const offline = job({ id: "k", state: "paused", hold: "offline" });
  const full = job({ id: "l", state: "paused", hold: "storage" });
  assert.equal(held(user), "held");
  assert.equal(held(user, offline), "offline");
  assert.equal(held(user, offline, full), "full");
  assert.equal(held(user, job({ id: "m" })), undefined);
});

test("the speed is that of the last seconds, and unknown at first", () => {
  const speed = new Speed();
  assert.equal(speed.add(0, 0), undefined);
  assert.equal(speed.add(10, 400), undefined);
  assert.equal(speed.add(20, 1000), 20);
  for (let second = 2; second <= 20; second++) speed.add(20, second * 1000);
  assert.equal(speed.add(20, 21_000), 0);
  assert.equal(speed.add(0, 22_000), undefined);
});

test("what waits for sites is told with the time, even a single link", () => {
  const watch = new JobWatch(0);
  const waits = job({ total: 1, lines: 1, counts: { ...half, waiting: 1 }, due: 9_000 });
  const { running } = watch.look([waits], 0);
  assert.deepEqual([running?.held, running?.until], ["later", 9_000]);
  const both = watch.look([waits, job({ id: "k", due: 4_000 })], 1).running;
  assert.deepEqual([both?.held, both?.until], ["later", 4_000]);
  const other = watch.look([waits, job({ id: "k" })], 2).running;
  assert.deepEqual([other?.held, other?.until], [undefined, undefined]);
  const held = watch.look([waits, job({ id: "k", state: "paused", hold: "offline" })], 3).running;
  assert.equal(held?.held, "offline");
});
