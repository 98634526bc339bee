import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { machineOf } from "../describe.js";
import { fill, makeLibrary } from "../library.js";
import { killWorker, startChromium, versionOf } from "../save/chromium.js";
import { untilKept } from "../save/profile.js";
import { median, quantile } from "../statistics.js";
import { figure, markdown } from "../table.js";
import { lettersOf, TYPED } from "../typed.js";
import { ask } from "./in-browser.js";

/** @import {Page} from "@playwright/test" */

const ROUNDS = 5;

/** How many cards a page asks for at first. */
const CARDS = 60;

const { values: options } = parseArgs({
  options: {
    browser: { type: "string", default: "" },
    links: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    json: { type: "string" },
  },
});

await main();

async function main() {
  const links = Number(options.links);
  const chromium = await startChromium(options.browser);
  const { page } = chromium;
  try {
    await fill(page, await makeLibrary(links, Number(options.seed)));
    await killWorker(page);
    const categories = await page.evaluate(ask, { name: "listCategories", args: [], times: 1 });
    if (categories.value.all !== links) throw new Error("the library is not what was made up");

    const built = await timeOf(page, "prepareSearch");
    await untilKept(page);
    await killWorker(page);
    await timeOf(page, "listCategories");
    const loaded = await timeOf(page, "prepareSearch");
    const message = median(await timesOf(page, "getSettings", [], 50));
    const sorted = await timeOf(page, "queryLinks", { ...query(""), sort: "title" });
    await timeOf(page, "queryLinks", query(""));

    const keystrokes = [];
    for (const [kind, words] of Object.entries(TYPED)) {
      for (const word of words) keystrokes.push(...(await typeOften(page, kind, word)));
    }
    const version = await versionOf(options.browser);
    const report = {
      machine: machineOf(version),
      version,
      links,
      built,
      loaded,
      sorted,
      message,
      keystrokes,
    };
    console.log(linesOf(report).join("\n"));
    if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await chromium.close();
  }
}

/**
 * @typedef {object} Keystroke
 * @property {string} kind
 * @property {string} typed so far
 * @property {number} found
 * @property {number[]} searched milliseconds, for the number of links alone
 * @property {number[]} shown milliseconds, with the links of the first cards
 */

/**
 * Types a word over and over, each time from its first letter.
 * @param {Page} page
 * @param {string} kind
 * @param {string} word
 */
async function typeOften(page, kind, word) {
  /** @type {Keystroke[]} */
  const keystrokes = [];
  for (const typed of lettersOf(word))
    keystrokes.push({ kind, typed, found: 0, searched: [], shown: [] });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const stroke of keystrokes) {
      const { value, times } = await page.evaluate(ask, {
        name: "queryLinks",
        args: [query(stroke.typed)],
        times: 1,
      });
      stroke.found = value.total;
      stroke.searched.push(...times);
    }
    for (const stroke of keystrokes) {
      stroke.shown.push(await timeOf(page, "queryLinks", { ...query(stroke.typed), limit: CARDS }));
    }
  }
  return keystrokes;
}

/** @param {string} search */
function query(search) {
  return { category: "all", search, offset: 0, limit: 0 };
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {unknown[]} args
 */
async function timeOf(page, name, ...args) {
  const [time = 0] = await timesOf(page, name, args, 1);
  return time;
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {unknown[]} args
 * @param {number} times
 */
async function timesOf(page, name, args, times) {
  return (await page.evaluate(ask, { name, args, times })).times;
}

/** @param {{version: string, links: number, built: number, loaded: number, sorted: number, message: number, keystrokes: Keystroke[]}} report */
function linesOf({ version, links, built, loaded, sorted, message, keystrokes }) {
  const kinds = [...Object.keys(TYPED), "all"];
  const rows = kinds.map((kind) => {
    const own = keystrokes.filter((stroke) => kind === "all" || stroke.kind === kind);
    const searched = own.map((stroke) => Math.max(0, Math.min(...stroke.searched) - message));
    const shown = own.map((stroke) => Math.min(...stroke.shown));
    return [
      kind,
      String(own.length),
      figure(median(searched)),
      figure(quantile(searched, 0.95)),
      figure(Math.max(...searched)),
      figure(median(own.flatMap((stroke) => stroke.searched)) - message),
      figure(quantile(shown, 0.95)),
    ];
  });
  return [
    `${links} links; Chromium ${version}. Milliseconds.`,
    `From the records: ${figure(built)}. From the kept copy: ${figure(loaded)}. Sorted by title first: ${figure(sorted)}.`,
    `A question and its answer, with nothing to do (left out of the searches below): ${figure(message)}.`,
    `Each keystroke is the fastest of ${ROUNDS}, so that what else the machine does is left out.`,
    "",
    ...markdown(
      [
        "typed",
        "letters",
        "search, p50",
        "p95",
        "most",
        "p50 of all rounds",
        `with ${CARDS} links, p95`,
      ],
      ["---", ...Array(6).fill("---:")],
      rows,
    ),
  ];
}
