// A crawler in Node as they are usually written: whole pages, so many at once, metascraper.
//
// Speaks with tests/bench/save/crawlers.js: a line `{}` when ready, a line of urls in, a line out.

import dns from "node:dns";
import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { read } from "../contenders/metascraper.js";

const AT_ONCE = 64;

const lookUp = dns.lookup;

/** Names under .test are this machine. */
dns.lookup = (host, options, callback) =>
  lookUp(host.endsWith(".test") ? "127.0.0.1" : host, options, callback);

const folder = await mkdtemp(join(tmpdir(), "urlink-bench-"));
const library = join(folder, "links.jsonl");
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
console.log("{}");
const urls = JSON.parse((await lines.next()).value);
const start = performance.now();
const failed = await save(urls);
console.log(JSON.stringify({ milliseconds: performance.now() - start, failed }));
// Whoever reads the processor time of this process ends it.
await lines.next();
await rm(folder, { recursive: true });

/** @param {string[]} urls */
async function save(urls) {
  const rest = urls.values();
  let failed = 0;
  const lane = async () => {
    for (const url of rest) {
      await saveOne(url).catch(() => {
        failed += 1;
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return failed;
}

/** @param {string} url */
async function saveOne(url) {
  const answer = await fetch(url);
  const charset = /charset=([^;]+)/i.exec(answer.headers.get("content-type") ?? "")?.[1] ?? "utf-8";
  const bytes = new Uint8Array(await answer.arrayBuffer());
  // It takes no address whose top-level domain does not exist.
  const said = await read({ bytes, charset, url: url.replace(".test", ".com") });
  await appendFile(library, `${JSON.stringify({ url, ...said })}\n`);
}
