import assert from "node:assert/strict";
import { test } from "node:test";
import { hueOf } from "../../extension/js/core/colour.js";
import { hashOf, viewOf } from "../../extension/js/core/route.js";
import { coalesce, restAfter } from "../../extension/js/core/schedule.js";
import { createStore } from "../../extension/js/core/store.js";

test("a store tells its watchers of what differs, and of nothing else", () => {
  const store = createStore({ a: 1, b: "x" });
  /** @type {{ a: number, b: string }[]} */
  const seen = [];
  const end = store.watch((value) => seen.push(value));
  store.set({ a: 1 });
  store.set({ a: 2 });
  end();
  store.set({ b: "y" });
  assert.deepEqual(seen, [{ a: 2, b: "x" }]);
  assert.deepEqual(store.get(), { a: 2, b: "y" });
});

test("who follows rests three times as long as looking takes, within bounds", () => {
  assert.deepEqual([0, 30, 100, 5_000].map(restAfter), [60, 90, 300, 400]);
});

test("a burst of calls is one run; a call during a run is one more", async () => {
  let runs = 0;
  /** @type {(() => void)[]} */
  const planned = [];
  /** @type {() => void} */
  let finish = () => undefined;
  const work = () => {
    runs++;
    return new Promise((resolve) => {
      finish = () => resolve(undefined);
    });
  };
  const call = coalesce(work, (run) => planned.push(run));
  call();
  call();
  assert.equal(planned.length, 1);
  planned.shift()?.();
  assert.equal(runs, 1);
  call();
  call();
  assert.equal(planned.length, 0);
  finish();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(planned.length, 1);
  planned.shift()?.();
  assert.equal(runs, 2);
  finish();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(planned.length, 0);
});

test("a view has one hash and comes back from it", () => {
  for (const view of ["all", "unsorted", "problems", "01J9", "a&b=c#d"]) {
    assert.equal(viewOf(hashOf(view)), view);
  }
  for (const hash of ["", "#", "#nowhere", "#category="]) assert.equal(viewOf(hash), "all");
});

test("a site's own colour gives its hue, a grey one or none that of its host", () => {
  assert.equal(hueOf("a.test", "#ff0000"), 29);
  assert.equal(hueOf("a.test", "#00f"), 264);
  const own = hueOf("a.test");
  for (const grey of ["#fff", "#808080", "red", "", "#12"])
    assert.equal(hueOf("a.test", grey), own);
  assert.ok(own >= 0 && own < 360);
});
