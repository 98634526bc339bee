import assert from "node:assert/strict";
import { test } from "node:test";
import { STOPPED, send, UrlinkFailure } from "../../extension/js/platform/messages.js";

const CLOSED =
  "A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received";
const NOBODY = "Could not establish connection. Receiving end does not exist.";
const FINE = { ok: true, value: 7 };
/** The core fell, not the worker. */
const FELL = { ok: false, code: STOPPED, message: "Stopped." };

/**
 * Chrome as it answers one question after another: an error is thrown.
 * @param {unknown[]} answers
 */
function answering(answers) {
  /** @type {unknown[]} */
  const asked = [];
  const sendMessage = (/** @type {unknown} */ message) => {
    asked.push(message);
    const answer = answers[asked.length - 1];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  Object.assign(globalThis, { chrome: { runtime: { sendMessage } } });
  return asked;
}

const stopped = (/** @type {unknown} */ error) =>
  error instanceof UrlinkFailure && error.code === STOPPED && error.message.endsWith(".");

test("what the worker answers is handed on, and what it reports is thrown", async () => {
  const asked = answering([FINE, { ok: false, code: "storage-full", message: "No room." }]);
  assert.equal(await send("getSettings"), 7);
  assert.deepEqual(asked, [{ name: "getSettings", args: [] }]);
  await assert.rejects(send("pauseJob", "j"), { code: "storage-full", message: "No room." });
});

for (const silence of [undefined, null, new Error(CLOSED), FELL]) {
  test(`a question that changes nothing is asked once more (${silence instanceof Error ? "closed" : JSON.stringify(silence)})`, async () => {
    const asked = answering([silence, FINE]);
    assert.equal(await send("getSettings"), 7);
    assert.equal(asked.length, 2);
    answering([silence, silence, FINE]);
    await assert.rejects(send("getSettings"), stopped);
  });

  test(`what may have been done is not asked for twice (${silence instanceof Error ? "closed" : JSON.stringify(silence)})`, async () => {
    const asked = answering([silence, FINE]);
    await assert.rejects(send("save", { text: "https://a.example/" }), stopped);
    assert.equal(asked.length, 1);
  });
}

test("what nobody has seen is asked once more, whatever it is", async () => {
  const asked = answering([new Error(NOBODY), FINE]);
  assert.equal(await send("save", { text: "https://a.example/" }), 7);
  assert.equal(asked.length, 2);
  answering([new Error(NOBODY), new Error(NOBODY)]);
  await assert.rejects(send("getSettings"), stopped);
});

test("another error is another error", async () => {
  answering([new Error("Message length exceeded maximum allowed length.")]);
  await assert.rejects(send("getSettings"), { message: /Message length/ });
});
