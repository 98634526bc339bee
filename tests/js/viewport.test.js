import assert from "node:assert/strict";
import { test } from "node:test";
import { rove } from "../../extension/js/core/roving.js";
import { approach, isFast, pagesOf, scrollFor, visible } from "../../extension/js/core/viewport.js";

const grid = { total: 1000, columns: 4, rowHeight: 100, top: 0, height: 500 };

test("draws what is in sight and as much around it", () => {
  assert.deepEqual(visible(grid), { first: 0, last: 40, offset: 0, length: 25_000 });
  assert.deepEqual(visible({ ...grid, top: 1050 }), {
    first: 20,
    last: 84,
    offset: 500,
    length: 25_000,
  });
});

test("stays inside a grid that is empty, short, or scrolled past its end", () => {
  assert.deepEqual(visible({ ...grid, total: 0 }), { first: 0, last: 0, offset: 0, length: 0 });
  assert.deepEqual(visible({ ...grid, total: 3 }), { first: 0, last: 3, offset: 0, length: 100 });
  const past = visible({ ...grid, total: 10, top: 90_000 });
  assert.ok(past.first <= past.last && past.last <= 10);
  assert.equal(visible({ ...grid, top: -80 }).first, 0);
});

test("every cell in sight is drawn, at every position", () => {
  for (let top = 0; top < 24_500; top += 37) {
    const { first, last } = visible({ ...grid, top });
    assert.ok(first <= Math.floor(top / 100) * 4, `${top}`);
    assert.ok(last >= Math.min(1000, Math.ceil((top + 500) / 100) * 4), `${top}`);
    assert.ok(last - first <= 16 * 4, `${top}`);
  }
});

/**
 * Draws until nothing is missing.
 * @param {{ first: number, last: number }} drawn
 * @param {typeof grid} geometry
 */
function drawAll(drawn, geometry) {
  const view = { wanted: visible(geometry), sight: visible(geometry, 0), columns: 4 };
  const steps = [];
  let now = drawn;
  do {
    const before = now;
    now = approach(now, view);
    const fresh = [];
    for (let cell = now.first; cell < now.last; cell++)
      if (cell < before.first || cell >= before.last) fresh.push(cell);
    steps.push({ ...now, fresh: fresh.length });
    assert.ok(now.first % 4 === 0 && steps.length < 40, "whole rows stand above, and it ends");
    assert.ok(
      now.first <= view.sight.first && now.last >= view.sight.last,
      "all in sight is drawn",
    );
  } while (now.first !== view.wanted.first || now.last !== view.wanted.last);
  return steps;
}

test("nobody reads what is not in sight for an eighth of a second", () => {
  assert.ok(!isFast(3000, 1000, 500));
  assert.ok(isFast(300, 16, 500) && isFast(-300, 16, 500));
  assert.ok(!isFast(0, 0, 500), "nothing moves");
  assert.ok(!isFast(900, 5000, 500), "nor where it rested long before");
});

test("what is not in sight is drawn a little at a time", () => {
  const start = drawAll({ first: 0, last: 0 }, grid);
  assert.deepEqual(start[0], { first: 0, last: 20, fresh: 20 });
  assert.deepEqual(start.at(-1), { first: 0, last: 40, fresh: 2 });
  const down = drawAll({ first: 20, last: 84 }, { ...grid, top: 1150 });
  assert.deepEqual(
    down.map(({ first, last, fresh }) => [first, last, fresh]),
    [
      [24, 86, 2],
      [24, 88, 2],
    ],
  );
  const up = drawAll({ first: 20, last: 84 }, { ...grid, top: 950 });
  assert.deepEqual(up, [{ first: 16, last: 80, fresh: 4 }]);
  const jump = drawAll({ first: 0, last: 40 }, { ...grid, top: 20_000 });
  assert.deepEqual(jump[0], { first: 800, last: 820, fresh: 20 });
  assert.deepEqual([jump.at(-1)?.first, jump.at(-1)?.last], [780, 840]);
});

test("what is drawn is right after the grid became shorter, longer or narrower", () => {
  for (const drawn of [
    { first: 0, last: 1000 },
    { first: 6, last: 15 },
    { first: 900, last: 1000 },
  ]) {
    drawAll(drawn, grid);
    drawAll(drawn, { ...grid, total: 3 });
    drawAll(drawn, { ...grid, total: 0 });
    drawAll(drawn, { ...grid, top: 90_000 });
  }
});

test("names the pages of a range", () => {
  assert.deepEqual(pagesOf(0, 1, 200), [0]);
  assert.deepEqual(pagesOf(150, 250, 200), [0, 1]);
  assert.deepEqual(pagesOf(200, 400, 200), [1]);
});

test("scrolls no more than it takes to show a cell", () => {
  assert.equal(scrollFor(8, grid), undefined);
  assert.equal(scrollFor(20, grid), 100);
  assert.equal(scrollFor(0, { ...grid, top: 250 }), 0);
});

test("the arrows move over a grid and stop at its ends", () => {
  const shape = { columns: 4, page: 12 };
  /** @type {[string, number, number | undefined][]} */
  const moves = [
    ["ArrowRight", 0, 1],
    ["ArrowRight", 9, 9],
    ["ArrowLeft", 0, 0],
    ["ArrowDown", 1, 5],
    ["ArrowDown", 7, 7],
    ["ArrowUp", 5, 1],
    ["ArrowUp", 2, 2],
    ["PageDown", 0, 9],
    ["PageUp", 9, 1],
    ["Home", 7, 0],
    ["End", 0, 9],
    ["x", 0, undefined],
  ];
  for (const [key, from, to] of moves)
    assert.equal(rove(key, from, 10, shape), to, `${key} ${from}`);
});

test("in a list only up and down move, and nothing moves in an empty one", () => {
  assert.equal(rove("ArrowRight", 0, 10), undefined);
  assert.equal(rove("ArrowDown", 0, 10), 1);
  assert.equal(rove("End", 0, 0), undefined);
});
