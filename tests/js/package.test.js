import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { storeManifest } from "../package/store-manifest.js";
import { zip } from "../package/zip.js";

const MANIFEST = new URL("../../extension/manifest.json", import.meta.url);

test("the store's manifest asks for the same, but for less at install", () => {
  const manifest = JSON.parse(readFileSync(MANIFEST, "utf8"));
  const store = storeManifest(manifest);
  assert.deepEqual(
    [...store.permissions, ...store.optional_permissions].sort(),
    manifest.permissions.toSorted(),
  );
  assert.deepEqual(store.optional_host_permissions, manifest.host_permissions);
  assert.ok(!("host_permissions" in store));
  for (const name of ["bookmarks", "history", "notifications", "tabs"])
    assert.ok(!store.permissions.includes(name));
  const { permissions, optional_permissions, optional_host_permissions, ...rest } = store;
  const { permissions: _, host_permissions, ...same } = manifest;
  assert.deepEqual(rest, same);
});

test("an archive holds what was put into it, and is the same each time", () => {
  const bytes = Buffer.from("링크".repeat(100));
  const archive = zip([{ path: "a/b.txt", bytes }]);
  assert.deepEqual(archive, zip([{ path: "a/b.txt", bytes }]));
  const length = archive.readUInt32LE(18);
  const start = 30 + archive.readUInt16LE(26);
  assert.equal(archive.subarray(30, start).toString(), "a/b.txt");
  assert.deepEqual(inflateRawSync(archive.subarray(start, start + length)), bytes);
  assert.equal(archive.readUInt32LE(archive.length - 22), 0x06054b50);
});
