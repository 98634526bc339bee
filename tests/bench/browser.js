// Runs in Chromium, in a page of tests/server/module-site.js.

import init from "../../extension/wasm/urlink.js";
import { time } from "./clock.js";
import { readDocument } from "./document.js";
import { OWN } from "./urlink.js";

/** @import {Page} from "./pages.js" */

/** @typedef {Omit<Page, "truth">} Given */

const LESS_THAN = "<".charCodeAt(0);

/** @type {Record<string, {read: (page: Given) => unknown}>} */
const CONTENDERS = {
  ...OWN,
  "DOMParser + querySelector": {
    read: ({ bytes, charset, url }) => parse(bytes, charset, url),
  },
  "DOMParser + querySelector, the head cut out": {
    read: ({ bytes, charset, url }) => parse(bytes.subarray(0, headEnd(bytes)), charset, url),
  },
};

/** @type {Map<number, Given>} */
const pages = new Map();

await init();

export const names = () => Object.keys(CONTENDERS);

/**
 * @param {number} index
 * @param {Omit<Given, "bytes">} page
 */
export async function load(index, page) {
  const answer = await fetch(`/bodies/${index}`);
  pages.set(index, { ...page, bytes: new Uint8Array(await answer.arrayBuffer()) });
}

/**
 * @param {string} name
 * @param {number} index
 */
export const read = (name, index) => contender(name).read(page(index));

/**
 * @param {string} name
 * @param {number} index
 * @param {number} atLeast milliseconds
 */
export const measure = (name, index, atLeast) =>
  time(() => contender(name).read(page(index)), atLeast);

/** @param {string} name */
function contender(name) {
  const found = CONTENDERS[name];
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}

/** @param {number} index */
function page(index) {
  const found = pages.get(index);
  if (!found) throw new Error(`page ${index} is not loaded`);
  return found;
}

/**
 * @param {Uint8Array} bytes
 * @param {string} charset
 * @param {string} url
 */
function parse(bytes, charset, url) {
  const text = new TextDecoder(charset).decode(bytes);
  return readDocument(new DOMParser().parseFromString(text, "text/html"), url);
}

/**
 * Where `</head` or `<body` stands: the fastest way to a head, though not a right one (it is
 * deceived by scripts and comments, and by UTF-16).
 * @param {Uint8Array} bytes
 */
function headEnd(bytes) {
  let start = bytes.indexOf(LESS_THAN);
  while (start >= 0) {
    const name = String.fromCharCode(...bytes.subarray(start + 1, start + 6)).toLowerCase();
    if (name === "/head" || name.startsWith("body")) return start;
    start = bytes.indexOf(LESS_THAN, start + 1);
  }
  return bytes.length;
}
