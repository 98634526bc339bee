import { putExport } from "../data/export-cache.js";
import { libraryStore } from "../platform/storage.js";
import { loadCore } from "./core.js";

/** @import {ExportFormat} from "../../wasm/urlink.js" */

/**
 * Lays what can be read of the library where pages find it. The library need not be open.
 * @param {ExportFormat} format
 */
export async function exportLibrary(format) {
  const core = await loadCore();
  await putExport(format, await core.exportLibrary(libraryStore, format, navigator.language));
}
