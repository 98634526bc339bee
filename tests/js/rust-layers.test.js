import assert from "node:assert/strict";
import { test } from "node:test";
import { readSources } from "./sources.js";

const SRC = new URL("../../src/", import.meta.url);

/** A row of the table in `lib.rs`: layer, module, what it is for, what it may use. */
const ROW = /^\/\/! \| (L\d) \| \[?`(\w+)`\]? \|.*\| ([^|]+) \|$/gm;

/**
 * The rules, as `lib.rs` tells them to its readers.
 * @param {string} lib
 * @returns {Map<string, Set<string>>} what each module may use
 */
function readRules(lib) {
  const rows = Array.from(lib.matchAll(ROW), ([, layer = "", name = "", uses = ""]) => ({
    layer,
    name,
    uses,
  }));
  return new Map(
    rows.map(({ name, uses }) => {
      const everything = uses === "everything";
      const allowed = rows.filter(
        (row) => everything || uses.includes(row.layer) || uses.includes(`\`${row.name}\``),
      );
      return [name, new Set(allowed.map((row) => row.name))];
    }),
  );
}

/**
 * @param {Map<string, Set<string>>} rules
 * @param {Map<string, string>} sources by path in `src`
 */
function findWrongArrows(rules, sources) {
  const wrong = [];
  for (const [path, source] of sources) {
    const own = path.split("/")[0] ?? "";
    if (own === "lib.rs") continue;
    const allowed = rules.get(own);
    if (!allowed) wrong.push(`${own} is not in the table`);
    for (const used of modulesUsed(withoutComments(source))) {
      if (used !== own && !allowed?.has(used)) wrong.push(`${path} uses ${used}`);
    }
  }
  return wrong;
}

/**
 * The `x` and `y` of `crate::x::Z` and of `use crate::{x::Z, y}`.
 * @param {string} source
 */
function modulesUsed(source) {
  return Array.from(source.matchAll(/\bcrate::(?:(\w+)|\{([^;]*)\};)/g), ([, one, several]) =>
    one ? [one] : (several ?? "").replace(/::(\{[^{}]*\}|[\w:*]+)*/g, "").match(/\w+/g),
  ).flatMap((names) => names ?? []);
}

/** @param {string} source */
const withoutComments = (source) => source.replace(/\/\/.*/g, "");

test("the core keeps the layers that lib.rs tells of", () => {
  const sources = readSources(SRC, ".rs");
  const rules = readRules(sources.get("lib.rs") ?? "");
  for (const name of ["model", "host", "address", "page", "find", "engine", "web"]) {
    assert.ok(rules.has(name), `${name} is in the table`);
  }
  assert.deepEqual(findWrongArrows(rules, sources), []);
});

test("a wrong arrow is found", () => {
  const rules = readRules(
    "//! | L1 | [`page`] | reads | L0 |\n//! | L0 | [`model`] | data | nothing |\n",
  );
  const sources = new Map([
    ["model/link.rs", "use crate::page::Reader;\n//! see crate::page"],
    ["page/mod.rs", "use crate::model::Link;"],
    ["model/id.rs", "use crate::{model::{A, B}, page, web::c::D};"],
    ["extra.rs", ""],
  ]);
  assert.deepEqual(findWrongArrows(rules, sources), [
    "model/link.rs uses page",
    "model/id.rs uses page",
    "model/id.rs uses web",
    "extra.rs is not in the table",
  ]);
});
