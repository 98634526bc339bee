import { cp, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { storeManifest } from "./store-manifest.js";

const EXTENSION = fileURLToPath(new URL("../../extension/", import.meta.url));

/** What the browser does not load: it is for developers, or stands in `built` once more. */
const NOT_SHIPPED = /\.d\.ts$|^(?:css|js|vendor\/lit\/.+\.js|wasm\/.+\.js)$/u;

/**
 * Copies the extension into an empty folder, as the store gets it.
 * @param {string} folder
 */
export async function writeStoreFolder(folder) {
  await cp(EXTENSION, folder, {
    recursive: true,
    filter: (path) => !NOT_SHIPPED.test(relative(EXTENSION, path).replaceAll("\\", "/")),
  });
  const manifest = JSON.parse(await readFile(join(EXTENSION, "manifest.json"), "utf8"));
  const text = `${JSON.stringify(storeManifest(manifest), null, 2)}\n`;
  await writeFile(join(folder, "manifest.json"), text);
}
