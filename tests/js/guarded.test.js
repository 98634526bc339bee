import assert from "node:assert/strict";
import { test } from "node:test";
import { Guard, isTrap } from "../../extension/js/core/guarded.js";

/** `(module (func (export "f") unreachable))` */
const UNREACHABLE = Uint8Array.from(
  atob("AGFzbQEAAAABBAFgAAADAgEABwUBAWYAAAoFAQMAAAs="),
  (letter) => letter.charCodeAt(0),
);

/** `(module (import "i" "g" (func)) (func (export "f") call 0))` */
const CALLER = Uint8Array.from(
  atob("AGFzbQEAAAABBAFgAAACBwEBaQFnAAADAgEABwUBAWYAAQoGAQQAEAAL"),
  (letter) => letter.charCodeAt(0),
);

/**
 * @param {Uint8Array<ArrayBuffer>} code
 * @param {() => void} [imported]
 */
const exported = (code, imported = () => undefined) =>
  /** @type {{ f: () => void }} */ (
    /** @type {unknown} */ (
      new WebAssembly.Instance(new WebAssembly.Module(code), { i: { g: imported } }).exports
    )
  );

/** @param {() => void} call */
function thrownBy(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
}

test("what WebAssembly did not catch is a trap", () => {
  assert.ok(isTrap(thrownBy(exported(UNREACHABLE).f)));
  const through = () => {
    throw new RangeError("Maximum call stack size exceeded");
  };
  assert.ok(isTrap(thrownBy(exported(CALLER, through).f)));
});

test("what the core reports, what it breaks off, and what others throw is none", () => {
  const reported = () => {
    throw Object.assign(new Error("No room."), { name: "UrlinkError", code: "storage-full" });
  };
  assert.ok(!isTrap(thrownBy(exported(CALLER, reported).f)));
  const broken = () => {
    throw new DOMException("aborted", "AbortError");
  };
  assert.ok(!isTrap(thrownBy(exported(CALLER, broken).f)));
  for (const error of [new Error("other"), new TypeError("other"), undefined, "text", { stack: 1 }])
    assert.ok(!isTrap(error));
});

/** A core in which one thing answers late, one traps, one refuses. */
function guarded() {
  /** @type {unknown[]} */
  const traps = [];
  const guard = new Guard((trap) => {
    traps.push(trap);
    return new Error("fallen");
  });
  let answer = (/** @type {number} */ _value) => {};
  /** @type {Promise<number>} */
  const late = new Promise((resolve) => (answer = resolve));
  const core = guard.over({
    constant: 7,
    now: (/** @type {number} */ one) => one + 1,
    later: () => late,
    refuse: () => {
      throw new TypeError("refused");
    },
    trap: () => exported(UNREACHABLE).f(),
  });
  return { guard, core, answer, traps };
}

test("what a core answers or refuses is handed on", async () => {
  const { core, answer, traps } = guarded();
  assert.equal(core.constant, 7);
  assert.equal(core.now(1), 2);
  assert.throws(core.refuse, { message: "refused" });
  answer(5);
  assert.equal(await core.later(), 5);
  assert.deepEqual(traps, []);
});

test("a trap is told, and nobody waits for what will not come", async () => {
  const { guard, core, answer, traps } = guarded();
  const waiting = core.later();
  assert.throws(core.trap, { message: "fallen" });
  assert.equal(traps.length, 1);
  guard.giveUp(new Error("stopped"));
  await assert.rejects(waiting, { message: "stopped" });
  answer(5);
  assert.equal(await core.later(), 5);
});
