/**
 * The way of an export from the worker to a page: it may be longer than a message.
 */

/** @import {ExportFormat} from "../../wasm/urlink.js" */

const CACHE = "exports";

/** @param {ExportFormat} format */
const entryOf = (format) => `https://export.invalid/${format}`;

/**
 * @param {ExportFormat} format
 * @param {string} text
 */
export async function putExport(format, text) {
  const cache = await caches.open(CACHE);
  await cache.put(entryOf(format), new Response(text));
}

/**
 * Takes it out.
 * @param {ExportFormat} format
 * @returns {Promise<Blob | undefined>}
 */
export async function takeExport(format) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(entryOf(format));
  const blob = await kept?.blob();
  await caches.delete(CACHE);
  return blob;
}
