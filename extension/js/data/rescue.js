import { send } from "../platform/messages.js";
import { takeExport } from "./export-cache.js";

/** @import {ExportFormat} from "../../wasm/urlink.js" */

/** @type {Record<ExportFormat, {extension: string, type: string}>} */
const FILES = {
  json: { extension: "json", type: "application/json" },
  bookmarks: { extension: "html", type: "text/html" },
};

/**
 * What can be read of the library, as a file, also where it cannot be opened.
 * @param {ExportFormat} format
 * @returns {Promise<{name: string, blob: Blob}>}
 */
export async function rescue(format) {
  await send("exportLibrary", format);
  const blob = await takeExport(format);
  const { extension, type } = FILES[format];
  const day = new Date().toISOString().slice(0, 10);
  return { name: `urlink-${day}.${extension}`, blob: new Blob(blob ? [blob] : [], { type }) };
}
