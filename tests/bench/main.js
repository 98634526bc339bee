import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { describe, machineOf } from "./describe.js";
import { Dice } from "./dice.js";
import { startChromium, startNode } from "./hosts.js";
import { readFolder, readSamples } from "./pages.js";
import { race, readAll } from "./race.js";
import { replaceBetween } from "./readme.js";
import { reportOf } from "./report.js";
import { exactnessTable, speedTable } from "./table.js";

/** @import {Page} from "./pages.js" */

const README = new URL("../../README.md", import.meta.url);
const MARKER = "bench extract";

/** How many of the pages are timed; all are compared with the truth. */
const TIMED = 100;

/** How often each page is timed at most. */
const ROUNDS = 5;

/** How long one measurement lasts at least, in milliseconds. */
const AT_LEAST = 8;

const { values: options } = parseArgs({
  options: {
    browser: { type: "string" },
    pages: { type: "string" },
    count: { type: "string", default: "300" },
    seconds: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    json: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

await main();

async function main() {
  if (!options.browser) throw new Error("--browser is missing");
  const end = performance.now() + Number(options.seconds) * 1000;
  const seed = Number(options.seed);
  const pages = options.pages
    ? await readFolder(options.pages, Number(options.count), seed)
    : await readSamples(seed);
  const all = [...pages.keys()];
  const timed = new Dice(seed).sample(all, TIMED);
  console.log(`reading ${describe(pages, options.pages !== undefined)}`);

  const chromium = await startChromium(options.browser, pages);
  try {
    const contenders = [...chromium.contenders, ...(await startNode(pages))];
    const readings = await readAll(contenders, all);
    console.log(`timing ${timed.length} of them`);
    const able = new Map(contenders.map((one) => [one, new Set(readings.get(one)?.keys())]));
    const isTimeUp = () => performance.now() > end;
    const times = await race(able, { pages: timed, rounds: ROUNDS, atLeast: AT_LEAST, isTimeUp });
    await tell(pages, reportOf(pages, readings, times), chromium.version);
  } finally {
    await chromium.close();
  }
}

/**
 * @param {Page[]} pages
 * @param {import("./report.js").Report} report
 * @param {string} version
 */
async function tell(pages, { results, differences, details }, version) {
  const lines = [
    `${describe(pages, options.pages !== undefined)}; Chromium ${version}, Node ${process.versions.node}.`,
    "",
    ...speedTable(results),
    "",
    "Found / right, in % of the pages that declare the field:",
    "",
    ...exactnessTable(results.filter(({ name, host }) => isShown(name, host))),
  ];
  console.log(lines.join("\n"));
  for (const { name, failed } of results) {
    if (failed > 0) console.log(`${name} failed on ${failed} pages`);
  }
  if (differences > 0) console.log(`urLink differs between the hosts on ${differences} pages`);
  if (options.write) {
    const readme = await readFile(README, "utf8");
    await writeFile(README, replaceBetween(readme, MARKER, lines));
  }
  if (options.json) {
    const report = { machine: machineOf(version), options, results, differences, details };
    await writeFile(options.json, JSON.stringify(report, null, 1));
  }
}

/**
 * Ours reads the same in both hosts: once is enough.
 * @param {string} name
 * @param {string} host
 */
function isShown(name, host) {
  return host === "Chromium" || !name.startsWith("urLink");
}
