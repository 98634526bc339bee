import assert from "node:assert/strict";
import { test } from "node:test";
import { zoneName, zoneWatch } from "../../extension/js/core/zone.js";

test("another time zone is seen at the next look, and once", () => {
  let zone = "Asia/Seoul";
  const isOther = zoneWatch(() => zone);
  assert.ok(!isOther());
  zone = "Europe/Lisbon";
  assert.ok(isOther());
  assert.ok(!isOther());
});

test("there is a time zone", () => {
  assert.match(zoneName(), /^[A-Za-z_+-]+(\/|$)/);
});
