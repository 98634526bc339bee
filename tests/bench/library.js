import { acceptUrls, clearJobs, createCategory, openLibrary } from "../../extension/wasm/urlink.js";
import { loadCore } from "./core.js";
import { Dice } from "./dice.js";

/** @import {Page} from "@playwright/test" */
/** @import {LibraryStore} from "../../extension/wasm/urlink.js" */

/** What is stored: keys and texts, as the core writes them. @typedef {Map<string, string>} Records */

/** Links saved together. */
const SLICE = 500;

/** Between two of them. */
const PAUSE = 6 * 60 * 60 * 1000;

/** Keys handed to the browser at once. */
const BATCH = 5000;

const CATEGORIES = ["Reading", "요리", "Work", "여행", "Music", "사진", "Garden", "책"];

/** @type {Record<"en" | "ko", string[]>} */
const WORDS = {
  en: (
    "quiet river paper lantern winter harbour small garden letters bread window morning map " +
    "orchard bicycle kettle library forest silver thread evening station music island recipe"
  ).split(" "),
  ko: (
    "조용한 강가 종이 등불 겨울 항구 작은 정원 편지 아침 빵집 창문 지도 과수원 자전거 주전자 " +
    "도서관 숲길 은빛 실타래 저녁 기차역 노래 섬마을 요리법 골목"
  ).split(" "),
};

/**
 * A library of links that are read already, made by the core itself: whatever its records look
 * like, these look the same.
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
    /** @type {(string | null)[]} */
    const places = [null];
    for (const name of CATEGORIES) places.push((await createCategory(name)).id);
    for (let slice = 0; slice < slices; slice += 1) {
      const links = Array.from({ length: Math.min(SLICE, count - slice * SLICE) }, (_, index) =>
        makeLink(slice * SLICE + index, dice),
      );
      await acceptUrls(
        links.map(({ url }) => url),
        { category: dice.pick(places), pages: links.map(({ page }) => page), urgent: false },
      );
      pass(PAUSE);
    }
    await clearJobs();
  });
  return records;
}

/**
 * Puts a library into a browser whose worker has not opened one, or will be started anew.
 * @param {Page} page one of the extension's
 * @param {Records} records
 */
export async function fill(page, records) {
  const entries = [...records];
  for (let start = 0; start < entries.length; start += BATCH) {
    const some = Object.fromEntries(entries.slice(start, start + BATCH));
    await page.evaluate((batch) => chrome.storage.local.set(batch), some);
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
  const language = dice.pick(/** @type {("en" | "ko")[]} */ (["en", "ko"]));
  /** @param {number} length */
  const say = (length) => Array.from({ length }, () => dice.pick(WORDS[language] ?? [])).join(" ");
  const site = Math.floor(dice.next() * 2000);
  const host = `site-${site}.example`;
  const url = `https://${host}/${language}/${number}`;
  const page = `<html lang="${language}"><head>
<title>${say(6)}</title>
<meta name="description" content="${say(20)}">
<meta property="og:image" content="https://${host}/images/${number}.jpg">
<meta property="og:site_name" content="${say(2)} ${site}">
<link rel="icon" href="/icon.png">
</head></html>`;
  return { url, page };
}
