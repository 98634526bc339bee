import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeStoreFolder } from "./store-folder.js";
import { zip } from "./zip.js";

const [folder = ""] = process.argv.slice(2);
if (!folder) throw new Error("usage: node main.js <folder>");

const store = join(folder, "store");
await rm(store, { recursive: true, force: true });
await mkdir(store, { recursive: true });
await writeStoreFolder(store);

const entries = await readdir(store, { recursive: true, withFileTypes: true });
const paths = entries
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
const files = await Promise.all(
  paths.map(async (path) => ({
    path: path.slice(store.length + 1).replaceAll("\\", "/"),
    bytes: await readFile(path),
  })),
);
const { version } = JSON.parse(await readFile(join(store, "manifest.json"), "utf8"));
const archive = join(folder, `urlink-${version}.zip`);
const bytes = zip(files);
await writeFile(archive, bytes);
console.log(`${archive}: ${files.length} files, ${Math.ceil(bytes.length / 1000)} KB`);
