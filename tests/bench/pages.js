import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Dice } from "./dice.js";
import { FIELDS } from "./fields.js";
import { grow } from "./grow.js";

/** @import {Truth} from "./fields.js" */

const SAMPLES = new URL("samples.json", import.meta.url);
const SITE = fileURLToPath(new URL("../site/pages/", import.meta.url));

/** How often each of the project's own pages is grown. */
const COPIES = 8;

/** metascraper takes no address whose top-level domain does not exist. Nothing is asked for there. */
const AS_IF_PUBLIC = /** @type {const} */ ([".test/", ".com/"]);

/**
 * @typedef {object} Page
 * @property {string} id
 * @property {string} url
 * @property {string} contentType the header
 * @property {string} charset the encoding: given to the tools that do not find it themselves
 * @property {Uint8Array} bytes
 * @property {Truth} truth
 */

/**
 * The project's own pages, grown to the size of real ones, each several times.
 * @param {number} seed
 * @returns {Promise<Page[]>}
 */
export async function readSamples(seed) {
  const dice = new Dice(seed);
  /** @type {({page: string, url: string, charset: string} & Partial<Truth>)[]} */
  const rows = JSON.parse(await readFile(SAMPLES, "utf8"));
  const pages = [];
  for (const { page, ...row } of rows) {
    const { url, charset, ...truth } = asIfPublic(row);
    const text = await readFile(join(SITE, page), "latin1");
    const small = Buffer.from(text.replaceAll(...AS_IF_PUBLIC), "latin1");
    const contentType = charset === "UTF-8" ? "text/html; charset=utf-8" : "text/html";
    for (let copy = 1; copy <= COPIES; copy += 1) {
      const bytes = grow(small, dice);
      pages.push({ id: `${page}#${copy}`, url, contentType, charset, bytes, truth: whole(truth) });
    }
  }
  return pages;
}

/**
 * @template T
 * @param {T} row
 * @returns {T}
 */
const asIfPublic = (row) => JSON.parse(JSON.stringify(row).replaceAll(...AS_IF_PUBLIC));

/**
 * Saved pages: a folder with `index.jsonl`, `gold.jsonl` and `html/<id>.html`. Those that were
 * answered well, kept as they were, and whose address is known.
 * @param {string} folder
 * @param {number} count at most so many of them; 0: all
 * @param {number} seed
 * @returns {Promise<Page[]>}
 */
export async function readFolder(folder, count, seed) {
  /** @type {Map<string, any>} */
  const gold = new Map((await readLines(join(folder, "gold.jsonl"))).map((row) => [row.id, row]));
  const all = (await readLines(join(folder, "index.jsonl"))).filter(isReal);
  const rows = count > 0 ? new Dice(seed).sample(all, count) : all;
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      url: row.url,
      contentType: row.http_charset ? `text/html; charset=${row.http_charset}` : "text/html",
      charset: row.charset_actual,
      bytes: new Uint8Array(await readFile(join(folder, "html", `${row.id}.html`))),
      truth: accepted(gold.get(row.id)),
    })),
  );
}

/** @param {any} row */
function isReal({ url, kind, tags, status }) {
  const isAsItWas = kind === "real" && !tags.includes("mercury-normalised");
  return isAsItWas && url !== null && (status ?? 200) === 200;
}

/**
 * @param {any} gold
 * @returns {Truth}
 */
function accepted(gold) {
  /** @type {Partial<Truth>} */
  const truth = {};
  for (const field of FIELDS) {
    const { best, accept, declared } = gold[field];
    const values = field === "icon" ? declared : accept.concat(accept.length > 0 ? best : []);
    truth[field] = values.filter(Boolean).map(String);
  }
  return whole(truth);
}

/**
 * @param {Partial<Truth>} truth
 * @returns {Truth}
 */
function whole(truth) {
  const entries = FIELDS.map((field) => [field, truth[field] ?? []]);
  return Object.fromEntries(entries);
}

/** @param {string} path */
async function readLines(path) {
  const lines = (await readFile(path, "utf8")).split("\n");
  return lines.filter((line) => line.trim()).map((line) => JSON.parse(line));
}
