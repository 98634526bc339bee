import assert from "node:assert/strict";
import { test } from "node:test";
import { turns } from "../../extension/js/core/turns.js";

test("work begins when the one before has ended, and not before", async () => {
  const inTurn = turns();
  /** @type {string[]} */
  const told = [];
  let end = () => {};
  const first = inTurn(async () => {
    told.push("first begins");
    await new Promise((resolve) => (end = () => resolve(undefined)));
    told.push("first ends");
  });
  const second = inTurn(async () => told.push("second"));
  await new Promise(setImmediate);
  assert.deepEqual(told, ["first begins"]);
  end();
  await Promise.all([first, second]);
  assert.deepEqual(told, ["first begins", "first ends", "second"]);
});

test("what goes wrong is told to who asked, and holds up nobody", async () => {
  const inTurn = turns();
  const failed = inTurn(() => Promise.reject(new Error("no room")));
  const next = inTurn(() => Promise.resolve(2));
  await assert.rejects(failed, /no room/);
  assert.equal(await next, 2);
});
