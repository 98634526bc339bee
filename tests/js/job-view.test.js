import assert from "node:assert/strict";
import { test } from "node:test";
import { badgeOf } from "../../extension/js/core/badge.js";
import { isOver, moodOf, problemsOf, timeLeft } from "../../extension/js/core/job-view.js";
import { Paces } from "../../extension/js/core/paces.js";

/** @import {Job} from "../../extension/wasm/urlink.js" */

/**
 * @param {Partial<Job>} [parts]
 * @returns {Job}
 */
const job = (parts = {}) => ({
  id: "j",
  created: 100,
  state: "running",
  lines: 100,
  total: 100,
  counts: { waiting: 58, saved: 40, partial: 1, failed: 1, blocked: 0 },
  duplicates: 0,
  rejected: 0,
  ...parts,
});

test("what a job is like follows from its state, what holds it and how it went", () => {
  const whole = { waiting: 0, saved: 100, partial: 0, failed: 0, blocked: 0 };
  /** @type {[Partial<Job>, string][]} */
  const cases = [
    [{}, "reading"],
    [{ due: 5_000 }, "later"],
    [{ state: "paused", hold: "user" }, "held"],
    [{ state: "paused", hold: "offline" }, "offline"],
    [{ state: "paused", hold: "storage" }, "full"],
    [{ state: "done", counts: whole }, "done"],
    [{ state: "done", counts: { ...whole, saved: 99, blocked: 1 } }, "short"],
    [{ state: "cancelled" }, "ended"],
  ];
  for (const [parts, mood] of cases) assert.equal(moodOf(job(parts)), mood);
  assert.deepEqual(
    cases.map(([parts]) => isOver(job(parts))),
    [false, false, false, false, false, true, true, true],
  );
});

test("problems stand by how many they are, after what was left unread", () => {
  const problems = [
    { code: "timeout", count: 2 },
    { code: "dns", count: 7 },
    { code: "a", count: 2 },
  ];
  const codes = (/** @type {Partial<Job>} */ parts) =>
    problemsOf(job({ problems, ...parts })).map(({ code, count }) => `${code} ${count}`);
  assert.deepEqual(codes({}), ["dns 7", "a 2", "timeout 2"]);
  assert.deepEqual(codes({ state: "cancelled" }), ["cancelled 58", "dns 7", "a 2", "timeout 2"]);
  assert.deepEqual(problemsOf(job()), []);
  assert.deepEqual(problems[0], { code: "timeout", count: 2 }, "what is given stays as it is");
});

test("the time left is as coarse as it is uncertain", () => {
  assert.equal(timeLeft(100, undefined), undefined);
  assert.equal(timeLeft(100, 0), undefined);
  assert.equal(timeLeft(0, 10), undefined);
  assert.deepEqual(timeLeft(100, 10), { unit: "moment", count: 1 });
  assert.deepEqual(timeLeft(100, 1), { unit: "minutes", count: 2 });
  assert.deepEqual(timeLeft(5_400, 1), { unit: "hours", count: 2 });
});

test("each job that goes on has a pace of its own, and none when it is held", () => {
  const paces = new Paces();
  const slow = (/** @type {number} */ waiting) =>
    job({ id: "slow", counts: { ...job().counts, waiting } });
  const fast = (/** @type {number} */ waiting) => job({ counts: { ...job().counts, waiting } });
  paces.look([slow(90), fast(90)], 0);
  paces.look([slow(88), fast(70)], 1000);
  assert.deepEqual([paces.of("slow"), paces.of("j"), paces.any], [2, 20, true]);
  paces.look([job({ id: "slow", state: "paused" }), fast(50)], 2000);
  assert.deepEqual([paces.of("slow"), paces.of("j")], [undefined, 20]);
  paces.look([slow(80)], 3000);
  assert.equal(paces.of("slow"), undefined, "it begins anew");
  paces.look([], 4000);
  assert.equal(paces.any, false);
});

test("the badge says how far, what holds, and nothing once all is over", () => {
  const held = job({ state: "paused", hold: "user" });
  const full = job({ state: "paused", hold: "storage" });
  assert.deepEqual(badgeOf([job()]), { text: "42%", kind: "busy" });
  assert.deepEqual(badgeOf([job(), held]), { text: "42%", kind: "busy" });
  assert.deepEqual(badgeOf([held]), { text: "42%", kind: "held" });
  assert.deepEqual(badgeOf([job(), full]), { text: "!", kind: "problem" });
  const last = { ...job().counts, saved: 997, waiting: 1 };
  assert.deepEqual(badgeOf([job({ total: 1000, counts: last })]), { text: "99%", kind: "busy" });
  assert.equal(badgeOf([job({ state: "done" }), job({ state: "cancelled" })]), undefined);
  const single = { waiting: 1, saved: 0, partial: 0, failed: 0, blocked: 0 };
  assert.equal(badgeOf([job({ total: 1, counts: single })]), undefined);
  assert.equal(badgeOf([]), undefined);
});

test("what waits for sites says until when, even a single link", () => {
  const one = { waiting: 1, saved: 0, partial: 0, failed: 0, blocked: 0 };
  const waits = job({ total: 1, counts: one, due: 7_000 });
  assert.deepEqual(badgeOf([waits]), { text: "0%", kind: "held", until: 7_000 });
  const sooner = job({ id: "k", due: 5_000 });
  assert.equal(badgeOf([waits, sooner])?.until, 5_000);
  assert.equal(badgeOf([waits, job()])?.kind, "busy", "another goes on");
  assert.equal(badgeOf([waits, job()])?.until, undefined);
});
