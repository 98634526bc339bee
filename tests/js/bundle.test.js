import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { BUILT, bundle, PAGES } from "../package/bundle.js";
import { importsOf, readSources } from "./sources.js";

const EXTENSION = new URL("../../extension/", import.meta.url);

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, EXTENSION), "utf8");

test("each page loads one script and one style sheet", () => {
  const pages = readdirSync(EXTENSION).filter((name) => name.endsWith(".html"));
  assert.deepEqual(pages.sort(), PAGES.map((name) => `${name}.html`).sort());
  for (const name of PAGES) {
    const html = read(`${name}.html`);
    const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/gu)].map(([, path]) => path);
    const icon = "icons/urlink-32.png";
    assert.deepEqual(loaded, [icon, `${BUILT}/${name}-styles.css`, `${BUILT}/${name}.js`]);
  }
  const { background } = JSON.parse(read("manifest.json"));
  // Never another path: see there.
  assert.equal(background.service_worker, "background.js");
  assert.deepEqual(importsOf("background.js", read("background.js")), [`${BUILT}/background.js`]);
});

test("every source is in what is built, and nothing is left to be loaded", async () => {
  const { metafile } = await bundle({ write: false });
  const used = new Set(Object.keys(metafile.inputs));
  for (const [folder, extension] of /** @type {const} */ ([
    ["js/", ".js"],
    ["css/", ".css"],
  ])) {
    const sources = readSources(new URL(folder, EXTENSION), extension);
    const unused = [...sources.keys()].filter((path) => !used.has(folder + path));
    assert.deepEqual(unused, []);
  }
  for (const [path, { imports }] of Object.entries(metafile.outputs))
    assert.deepEqual(imports, [], path);
});
