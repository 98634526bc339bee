import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { loadCore } from "../core.js";
import { describe, machineOf } from "../describe.js";
import { readFolder, readSamples } from "../pages.js";
import { replaceBetween } from "../readme.js";
import { startChromium } from "./chromium.js";
import { floor, measure, ours } from "./contenders.js";
import { startInternet } from "./internet.js";
import { servable } from "./pages.js";
import { FLOOR, OURS, summarise } from "./summary.js";
import { duration, grouped, raceTable } from "./tables.js";

/** @import {Measured} from "./summary.js" */

const README = new URL("../../../README.md", import.meta.url);
const MARKER = "bench save";

/** More urls than this are saved once, not round after round. */
const MANY = 1000;

const { values: options } = parseArgs({
  options: {
    browser: { type: "string", default: "" },
    pages: { type: "string" },
    count: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    sizes: { type: "string", default: "13,100,400,1000,10000" },
    rounds: { type: "string", default: "3" },
    json: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

await main();

async function main() {
  const seed = Number(options.seed);
  const sizes = options.sizes.split(",").map(Number);
  await loadCore();
  const all = options.pages
    ? await readFolder(options.pages, Number(options.count), seed)
    : await readSamples(seed);
  const known = servable(all);
  const pages = known.map(({ page }) => page);
  const internet = await startInternet(pages, seed);
  /** @type {Measured[]} */
  const measured = [];
  let version = "";
  try {
    for (let round = 0; round < Number(options.rounds); round += 1) {
      for (const urls of sizes.filter((size) => round === 0 || size <= MANY)) {
        const chromium = await startChromium(options.browser);
        version = chromium.version;
        try {
          await measure(ours(chromium), internet, 1);
          const stops = known.map(({ stop }) => stop);
          const pair = [
            { name: OURS, contender: ours(chromium) },
            { name: FLOOR, contender: floor(chromium, stops) },
          ];
          for (const { name, contender } of round % 2 ? pair.reverse() : pair) {
            const sample = await measure(contender, internet, urls);
            measured.push({ ...sample, name, library: 0, round });
            console.log(`${grouped(urls)} urls, ${name}: ${duration(sample.milliseconds)}`);
          }
        } finally {
          await chromium.close();
        }
      }
    }
  } finally {
    internet.close();
  }
  const rows = summarise(measured);
  const lines = [
    `${describe(pages, options.pages !== undefined)}; Chromium ${version}, Node ${process.versions.node}.`,
    "",
    ...raceTable(rows),
  ];
  console.log(lines.join("\n"));
  if (options.write) {
    await writeFile(README, replaceBetween(await readFile(README, "utf8"), MARKER, lines));
  }
  if (options.json) {
    const report = { machine: machineOf(version), options, rows, measured };
    await writeFile(options.json, JSON.stringify(report, null, 1));
  }
}
