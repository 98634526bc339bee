// Runs in Chromium, in a page of tests/server/module-site.js.

import initShipped, { readPage } from "../../extension/wasm/urlink.js";

/** @import {Job} from "./main.js" */

const PROBE = "/probe/urlink.js";

/** The core with what tests/probe exports beside it: what is shipped gives no tags. */
const probe = await import(PROBE);
await Promise.all([initShipped(), probe.default()]);

/**
 * What a body says, as JSON.
 * @param {number} index
 * @param {Job} job
 * @returns {Promise<string>}
 */
export async function read(index, { url, contentType, isTags, isEverything = true }) {
  const bytes = new Uint8Array(await (await fetch(`/bodies/${index}`)).arrayBuffer());
  if (url === undefined) return probe.readTags(bytes, "utf-8");
  const start = performance.now();
  const reading = readPage(bytes, url, contentType, isEverything);
  const ms = performance.now() - start;
  if (isTags) return probe.readTags(bytes, reading.metadata.charset ?? "");
  return JSON.stringify({ ...reading, ms });
}
