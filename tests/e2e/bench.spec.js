import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "./fixtures.js";

/** @import {Measured} from "../bench/save/summary.js" */
/** @import {Row} from "../bench/ui/metrics.js" */

const SAVE = fileURLToPath(new URL("../bench/save/main.js", import.meta.url));
const UI = fileURLToPath(new URL("../bench/ui/main.js", import.meta.url));

test("cargo xtask bench save: everybody saves every url, and it is told", async ({}, info) => {
  test.setTimeout(120_000);
  const json = info.outputPath("bench.json");
  const some = ["--sizes", "5", "--rounds", "1", "--libraries", "600", "--json", json];
  const browser = process.env.CHROME ?? "";
  const told = await promisify(execFile)(process.execPath, [SAVE, "--browser", browser, ...some]);
  expect(told.stdout).toContain("| 5 | urLink |");
  /** @type {Measured[]} */
  const measured = JSON.parse(await readFile(json, "utf8")).measured;
  expect(measured.map(({ urls, library }) => [urls, library])).toEqual([
    [5, 0],
    [5, 0],
    [5, 600],
    [5, 600],
  ]);
  for (const { urls, requests, failed, bytes } of measured) {
    expect([requests, failed]).toEqual([urls, 0]);
    expect(bytes).toBeGreaterThan(urls * 1000);
  }
});

test("cargo xtask bench ui: everything is measured, at every size", async ({}, info) => {
  test.setTimeout(240_000);
  const json = info.outputPath("bench.json");
  const some = ["--links", "40,600", "--rounds", "1", "--json", json];
  const browser = process.env.CHROME ?? "";
  const told = await promisify(execFile)(process.execPath, [UI, "--browser", browser, ...some]);
  expect(told.stdout).toContain("the popup is usable, the worker asleep");
  /** @type {Row[]} */
  const rows = JSON.parse(await readFile(json, "utf8")).rows;
  for (const { metric, sizes } of rows) {
    expect([metric, sizes.map(({ links }) => links)]).toEqual([metric, [40, 600]]);
    for (const { p50, p95 } of sizes) expect(p95).toBeGreaterThanOrEqual(p50);
  }
});
