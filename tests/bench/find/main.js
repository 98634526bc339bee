import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { machineOf } from "../describe.js";
import { startChromium } from "../save/chromium.js";
import { median, quantile } from "../statistics.js";
import { figure, markdown } from "../table.js";
import { ask, forgetIndex, isKept, store } from "./in-browser.js";
import { entriesOf } from "./library.js";

/** @import {Page} from "@playwright/test" */

/** What is typed, letter by letter: Hangul as a keyboard builds it. */
const TYPED = {
  English: ["memory browser", "weekly", "design network"],
  Korean: ["한국어 검색", "비동기 메모리", "도서관"],
  mixed: ["rust 비동기 book"],
  "an address": ["https://www.site19", "site1234.example/77"],
  "no hits": ["zzqx", "뷁뷁"],
  "one letter": ["e", "가", "9"],
};

const ROUNDS = 5;

/** The letters that begin a syllable, as they stand alone, and the first of them in one. */
const FIRST_INITIAL = 0x1100;
const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

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
    for (const entries of entriesOf(links, Number(options.seed)))
      await page.evaluate(store, entries);
    await page.evaluate(forgetIndex);
    await killWorker(page);
    const categories = await page.evaluate(ask, { name: "listCategories", args: [], times: 1 });
    if (categories.value.all !== links) throw new Error("the library is not what was made up");

    const built = await timeOf(page, "prepareSearch");
    while (!(await page.evaluate(isKept))) await new Promise((resolve) => setTimeout(resolve, 100));
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
    const report = {
      machine: machineOf(chromium.version),
      version: chromium.version,
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

/**
 * What stands in the box after each letter.
 * @param {string} word
 */
function lettersOf(word) {
  const states = [];
  let before = "";
  for (const character of word) {
    const letters = [...character.normalize("NFD")];
    const [initial = "", vowel = ""] = letters;
    if (letters.length > 1) {
      const number = (initial.codePointAt(0) ?? 0) - FIRST_INITIAL;
      states.push(before + (INITIALS[number] ?? ""), before + (initial + vowel).normalize("NFC"));
    }
    if (letters.length !== 2) states.push(before + character);
    before += character;
  }
  return states;
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

/** @param {Page} page */
async function killWorker(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
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
