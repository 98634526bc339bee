import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { get } from "node:http";
import { after, before, test } from "node:test";
import { startSite } from "../server/site.js";

/** @import {IncomingMessage} from "node:http" */

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * @param {URL} url
 * @returns {Promise<IncomingMessage>}
 */
function request(url) {
  return new Promise((resolve, reject) => {
    const headers = { host: url.host };
    const options = { host: "127.0.0.1", port: site.port, path: url.pathname, headers };
    get(options, (response) => resolve(response.resume())).on("error", reject);
  });
}

test("every sample is served, and says what it is", async () => {
  const text = await readFile(new URL("../site/urls.txt", import.meta.url), "utf8");
  const urls = text.split("\n").filter((line) => line.startsWith("http"));
  assert.ok(urls.length >= 24);
  const odd = new Map([
    ["http://moved.test/old-address", 301],
    ["http://moved.test/apples-of-last-year", 404],
  ]);
  for (const url of urls) {
    const response = await request(new URL(url));
    assert.equal(response.statusCode, odd.get(url) ?? 200, url);
  }
});

test("pictures and icons are what they say", async () => {
  for (const [path, type] of [
    ["picture.png", "image/png"],
    ["icon.png", "image/png"],
    ["icon.svg", "image/svg+xml"],
  ]) {
    const response = await request(new URL(`http://moss-garden.test/${path}`));
    assert.equal(response.headers["content-type"], type);
    assert.ok(Number(response.headers["content-length"]) > 200);
  }
});

test("nothing but pages is served", async () => {
  const response = await request(new URL("http://moss-garden.test/..%2f..%2furls.txt"));
  assert.equal(response.statusCode, 404);
});
