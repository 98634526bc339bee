import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { loadCore } from "../core.js";
import { describe, machineOf } from "../describe.js";
import { readFolder, readSamples } from "../pages.js";
import { replaceBetween } from "../readme.js";
import { versionOf } from "./chromium.js";
import { startInternet } from "./internet.js";
import { measureManners } from "./manners.js";
import { servable } from "./pages.js";
import { plot } from "./plot.js";
import { makeProfile } from "./profile.js";
import { entrants, raceAll, raceIntoLibrary, sizeIntoLibrary } from "./race.js";
import { OURS, summarise, summariseClicks } from "./summary.js";
import { duration, grouped, libraryTable, mannersTable, raceTable } from "./tables.js";

/** @import {Page} from "../pages.js" */
/** @import {Manners} from "./manners.js" */
/** @import {Course} from "./race.js" */
/** @import {Click, Measured} from "./summary.js" */

const README = new URL("../../../README.md", import.meta.url);
const PLOT = new URL("../save.svg", import.meta.url);
const MARKER = "bench save";

const { values: options } = parseArgs({
  options: {
    browser: { type: "string", default: "" },
    python: { type: "string" },
    pages: { type: "string" },
    count: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    sizes: { type: "string", default: "13,100,400,1000,10000" },
    rounds: { type: "string", default: "3" },
    libraries: { type: "string", default: "10000,100000" },
    visits: { type: "boolean", default: false },
    json: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

const seed = Number(options.seed);
const sizes = numbersIn(options.sizes);
const rounds = Number(options.rounds);
const began = performance.now();

await main();

async function main() {
  await loadCore();
  const known = servable(await readPages());
  const pages = known.map(({ page }) => page);
  const internet = await startInternet(pages, seed);
  try {
    /** @type {Measured[]} */
    const measured = [];
    /** @type {Click[]} */
    const clicks = [];
    const { browser, python } = options;
    /** @type {Course} */
    const course = {
      internet,
      browser,
      python,
      stops: known.map(({ stop }) => stop),
      tell(sample) {
        measured.push(sample);
        const { name, urls, library, milliseconds } = sample;
        const there = library > 0 ? ` with ${grouped(library)} there` : "";
        progress(`${grouped(urls)} urls${there}, ${name}: ${duration(milliseconds)}`);
      },
      tellClick: (click) => clicks.push(click),
    };
    await raceAll(course, sizes, rounds);
    await raceWithLibraries(course);
    const manners = options.visits ? await feelManners(course) : undefined;
    await tell(pages, measured, clicks, manners);
  } finally {
    internet.close();
  }
}

/** @returns {Promise<Page[]>} */
function readPages() {
  return options.pages ? readFolder(options.pages, Number(options.count), seed) : readSamples(seed);
}

/** @param {Course} course */
async function raceWithLibraries(course) {
  const urls = sizeIntoLibrary(sizes);
  for (const library of numbersIn(options.libraries)) {
    const profile = await makeProfile(course.browser, library, seed);
    progress(`a library of ${grouped(library)} links is made`);
    try {
      await raceIntoLibrary(course, { library, profile: profile.folder }, urls, rounds);
    } finally {
      await profile.remove();
    }
  }
}

/** @param {Course} course */
async function feelManners({ browser, internet }) {
  const manners = await measureManners(browser, internet);
  progress("the user's own tab has been opened and opened again");
  return manners;
}

/**
 * @param {Page[]} pages
 * @param {Measured[]} measured
 * @param {Click[]} clicks
 * @param {Manners | undefined} manners
 */
async function tell(pages, measured, clicks, manners) {
  const version = await versionOf(options.browser);
  const rows = summarise(measured);
  const race = rows.filter(({ library }) => library === 0);
  const what = describe(pages, options.pages !== undefined);
  const into = rows.filter(({ name, urls }) => name === OURS && urls === sizeIntoLibrary(sizes));
  const picture = "![How long it takes, by how many urls there are](tests/bench/save.svg)";
  const lines = [
    picture,
    "",
    `${what}; Chromium ${version}, Node ${process.versions.node}.`,
    "",
    ...raceTable(race, entrants(options.python !== undefined)),
    ...(into.length > 0 ? ["", ...libraryTable(into, summariseClicks(clicks))] : []),
    ...(manners ? ["", ...mannersTable(manners)] : []),
  ];
  console.log(lines.join("\n"));
  if (options.write) {
    await writeFile(PLOT, plot(race));
    await writeFile(README, replaceBetween(await readFile(README, "utf8"), MARKER, lines));
  }
  if (options.json) {
    const report = { machine: machineOf(version), options, rows, clicks, manners, measured };
    await writeFile(options.json, JSON.stringify(report, null, 1));
  }
}

/** @param {string} list */
function numbersIn(list) {
  return list.split(",").filter(Boolean).map(Number);
}

/** @param {string} line */
function progress(line) {
  const seconds = Math.round((performance.now() - began) / 1000);
  const [minutes, rest] = [Math.floor(seconds / 60), String(seconds % 60).padStart(2, "0")];
  console.log(`${minutes}:${rest}  ${line}`);
}
