import {
  acceptUrls,
  clearJobs,
  createCategory,
  editLink,
  openLibrary,
  queryIds,
} from "../../extension/wasm/urlink.js";
import { loadCore } from "./core.js";
import { Dice } from "./dice.js";
import { keepPictures } from "./pictures.js";
import { WORDS } from "./words.js";

/** @import {Page} from "@playwright/test" */
/** @import {LibraryStore} from "../../extension/wasm/urlink.js" */

/** What is stored: keys and texts, as the core writes them. @typedef {Map<string, string>} Records */

/** Links saved together. */
const SLICE = 500;

/** Between two of them. */
const PAUSE = 6 * 60 * 60 * 1000;

/** Keys handed to the browser at once. */
const BATCH = 5000;

/** How many sites the links are of. */
const SITES = 2000;

/** The first of them holds every tenth slice, so of 100,000 links 10,000. */
export const CATEGORIES = ["Reading", "요리", "Work", "여행", "Music", "사진", "Garden", "책"];
const TENTH = 10;

/** One link of so many has a memo, and so on. */
const RARE = { author: 3, tags: 5, memo: 10 };

/**
 * A library of links that are read already, half of them Korean, with some 340 bytes each that a search reads. It is
 * made by the core itself: whatever its records look like, these look the same.
 * @param {number} count
 * @param {number} seed
 * @returns {Promise<Records>}
 */
export async function makeLibrary(count, seed) {
  await loadCore();
  /** @type {Records} */
  const records = new Map();
  const dice = new Dice(seed);
  const slices = Math.ceil(count / SLICE);
  await inThePast(slices * PAUSE, async (pass) => {
    await openLibrary(storeIn(records), undefined, "en");
    /** @type {string[]} */
    const places = [];
    for (const name of CATEGORIES) places.push((await createCategory(name)).id);
    const [first = null, ...others] = places;
    for (let slice = 0; slice < slices; slice += 1) {
      const links = Array.from({ length: Math.min(SLICE, count - slice * SLICE) }, (_, index) =>
        makeLink(slice * SLICE + index, dice),
      );
      await acceptUrls(
        links.map(({ url }) => url),
        {
          category: slice % TENTH === 0 ? first : dice.pick([null, ...others]),
          pages: links.map(({ page }) => page),
          urgent: false,
        },
      );
      pass(PAUSE);
    }
    await clearJobs();
    await writeOn(dice);
  });
  return records;
}

/**
 * Puts a library into a browser whose worker has not opened one, or will be started anew; and what is kept of the
 * pictures of its pages.
 * @param {Page} page one of the extension's
 * @param {Records} records
 */
export async function fill(page, records) {
  const entries = [...records];
  for (let start = 0; start < entries.length; start += BATCH) {
    const some = Object.fromEntries(entries.slice(start, start + BATCH));
    await page.evaluate((batch) => chrome.storage.local.set(batch), some);
  }
  const links = entries.filter(([key]) => key.startsWith("l:"));
  const sites = new Set(links.map(([, json]) => new URL(JSON.parse(json).url).origin));
  await page.evaluate(keepPictures, [...sites]);
}

/**
 * What people write on their links: tags and memos, in whatever language.
 * @param {Dice} dice
 */
async function writeOn(dice) {
  for (const id of await queryIds({ category: "all" })) {
    const language = languageOf(dice);
    const tags = dice.below(RARE.tags) === 0 && [dice.pick(WORDS[language])];
    const memo = dice.below(RARE.memo) === 0 && sentence(dice, language, 12);
    if (tags || memo) await editLink(id, { ...(tags && { tags }), ...(memo && { memo }) });
  }
}

/**
 * @param {Records} records
 * @returns {LibraryStore}
 */
function storeIn(records) {
  return {
    get: (keys) =>
      Promise.resolve(
        Object.fromEntries(
          keys.flatMap((key) => {
            const value = records.get(key);
            return value === undefined ? [] : [[key, value]];
          }),
        ),
      ),
    keys: () => Promise.resolve([...records.keys()]),
    set(entries) {
      for (const [key, value] of Object.entries(entries)) records.set(key, value);
      return Promise.resolve();
    },
    remove(keys) {
      for (const key of keys) records.delete(key);
      return Promise.resolve();
    },
    // What can be made anew is left to the browser.
    kept: (names) => Promise.resolve(names.map(() => undefined)),
    keep: () => Promise.resolve(),
    forget: () => Promise.resolve(),
  };
}

/**
 * Lets something happen in the past: the core asks nobody but `Date` for the time.
 * @param {number} ago milliseconds
 * @param {(pass: (milliseconds: number) => void) => Promise<void>} act
 */
async function inThePast(ago, act) {
  const { now } = Date;
  let past = ago;
  Date.now = () => now() - past;
  try {
    await act((milliseconds) => {
      past -= milliseconds;
    });
  } finally {
    Date.now = now;
  }
}

/**
 * @param {number} number no other link of the library has it
 * @param {Dice} dice
 */
function makeLink(number, dice) {
  const language = languageOf(dice);
  const site = dice.below(SITES);
  const origin = originOf(site);
  const slug = sentence(dice, dice.pick(["en", "en", language]), 5).replaceAll(" ", "-");
  const url = new URL(`${origin}/${dice.below(900)}/${slug}?id=${number}`).href;
  const author = dice.below(RARE.author) === 0 && sentence(dice, language, 2);
  const page = `<html lang="${language}"><head>
<title>${sentence(dice, language, 4 + dice.below(6))} - Site ${site}</title>
<meta name="description" content="${sentence(dice, language, 8 + dice.below(24))}">
${author ? `<meta name="author" content="${author}">` : ""}
<meta property="og:image" content="${origin}/cover.webp">
<meta property="og:site_name" content="Site ${site}">
<link rel="icon" href="/icon.webp">
</head></html>`;
  return { url, page };
}

/** @param {number} site */
function originOf(site) {
  return `https://${["www", "blog", "news", "docs"][site % 4]}.site${site}.example`;
}

/** @param {Dice} dice */
const languageOf = (dice) => dice.pick(/** @type {("en" | "ko")[]} */ (["en", "ko"]));

/**
 * @param {Dice} dice
 * @param {"en" | "ko"} language
 * @param {number} words
 */
function sentence(dice, language, words) {
  return Array.from({ length: words }, () => dice.pick(WORDS[language])).join(" ");
}
