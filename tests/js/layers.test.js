import assert from "node:assert/strict";
import { test } from "node:test";
import { importsOf, readSources, withoutStrings } from "./sources.js";

const EXTENSION = new URL("../../extension/", import.meta.url);

/** Which layer may import which: `docs` of the arrows are in the README. @type {Record<string, string[]>} */
const MAY_IMPORT = {
  "js/core": ["js/core"],
  "js/platform": ["js/platform"],
  "js/data": ["js/data", "js/core", "js/platform"],
  "js/ui": ["js/ui", "js/core", "vendor/lit"],
  "js/pages": ["js/pages", "js/ui", "js/data", "js/core", "js/platform", "vendor/lit"],
  "js/worker": ["js/worker", "js/data", "js/core", "js/platform"],
  "js/background.js": ["js/worker", "js/platform"],
};

/** The one door to the core. */
const DOOR = { from: "js/worker/core.js", to: "wasm/urlink.js" };

const MAY_NAME_CHROME = ["js/platform", "js/background.js"];

/** @param {string} path */
const layerOf = (path) => path.split("/").slice(0, 2).join("/");

/** @param {Map<string, string>} sources by path in the extension */
function findWrongArrows(sources) {
  const wrong = [];
  for (const [path, source] of sources) {
    const layer = layerOf(path);
    const allowed = MAY_IMPORT[layer];
    if (!allowed) wrong.push(`${path} is in no layer`);
    for (const target of importsOf(path, source)) {
      const isDoor = path === DOOR.from && target === DOOR.to;
      if (!isDoor && !allowed?.includes(layerOf(target))) wrong.push(`${path} -> ${target}`);
    }
    const namesChrome = /\bchrome\b/.test(withoutStrings(source));
    if (namesChrome && !MAY_NAME_CHROME.includes(layer)) wrong.push(`${path} names chrome`);
  }
  return wrong;
}

test("the extension's own sources keep their layers", () => {
  const all = [...readSources(EXTENSION, ".js")];
  const own = all.filter(([path]) => path.startsWith("js/"));
  assert.ok(own.length > 10, "the sources were found");
  assert.deepEqual(findWrongArrows(new Map(own)), []);
});

test("a wrong arrow is found", () => {
  const sources = new Map([
    ["js/core/a.js", `import { b } from "../platform/b.js";`],
    ["js/ui/c.js", `import "../data/d.js";\nexport * from "./e.js";`],
    ["js/pages/f.js", `const core = await import("../../wasm/urlink.js");`],
    ["js/data/g.js", `import lit from "lit";`],
    ["js/other/h.js", ``],
  ]);
  assert.deepEqual(findWrongArrows(sources), [
    "js/core/a.js -> js/platform/b.js",
    "js/ui/c.js -> js/data/d.js",
    "js/pages/f.js -> wasm/urlink.js",
    "js/data/g.js -> lit",
    "js/other/h.js is in no layer",
  ]);
});

test("chrome is named by the platform alone; types and words are free", () => {
  const sources = new Map([
    ["js/platform/a.js", `chrome.tabs.query({});`],
    [
      "js/data/b.js",
      `/** @import {X} from "../../wasm/urlink.js" */\n// chrome\nconst c = "chrome";`,
    ],
    ["js/ui/c.js", `const { runtime } = chrome;`],
  ]);
  assert.deepEqual(findWrongArrows(sources), ["js/ui/c.js names chrome"]);
});
