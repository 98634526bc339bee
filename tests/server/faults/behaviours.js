import { setTimeout as delay } from "node:timers/promises";
import { createBrotliCompress, createGzip, gzipSync } from "node:zlib";

/** @import {Behaviour} from "./server.js" */
/** @import {Exchange} from "./exchange.js" */

export const HTML = { "Content-Type": "text/html; charset=utf-8" };

/** @param {string} title */
export const page = (title) =>
  `<!doctype html><html><head><title>${title}</title></head><body>Some words.</body></html>`;

/** A head that has begun. @param {string} title */
export const begun = (title) => `<!doctype html><html><head><title>${title}</title><meta name=a>`;

/**
 * @param {string | Uint8Array} body
 * @param {Record<string, string | string[]>} [headers]
 * @param {number} [status]
 * @returns {Behaviour}
 */
export const answer =
  (body, headers = HTML, status = 200) =>
  (exchange) =>
    exchange.answer(status, headers, body);

/**
 * Sends bytes as they are, and closes.
 * @param {...(string | Uint8Array)} bytes
 * @returns {Behaviour}
 */
export const raw =
  (...bytes) =>
  async (exchange) => {
    for (const some of bytes) await exchange.write(some);
    exchange.close();
  };

/** @type {Behaviour} */
export const silence = () => {};

/** @type {Behaviour} */
export const hangUp = (exchange) => exchange.close();

/** @type {Behaviour} */
export const reset = (exchange) => exchange.reset();

/**
 * Sends a part of a page and then nothing.
 * @param {string} part
 * @returns {Behaviour}
 */
export const stall = (part) => async (exchange) => {
  await exchange.head(200, { ...HTML, "Content-Length": "100000" });
  await exchange.write(part);
};

/**
 * The same again and again, for ever: never silent for long, and never done.
 * @param {string} start
 * @param {string} again
 * @returns {Behaviour}
 */
export const forEver = (start, again) => async (exchange) => {
  await exchange.write(start);
  const timer = setInterval(() => void exchange.write(again), 300);
  await exchange.over;
  clearInterval(timer);
};

/**
 * A letter at a time, for ever: never silent for long, and never done.
 * @param {string} text
 * @returns {Behaviour}
 */
export const drip = (text) => async (exchange) => {
  await exchange.head(200, HTML);
  let sent = 0;
  const timer = setInterval(() => void exchange.write(text[sent++] ?? " "), 300);
  await exchange.over;
  clearInterval(timer);
};

/**
 * Breaks off in the middle of a body, two seconds later: what the browser has not read by then, it
 * throws away, and after five it does not wait.
 * @param {string} part
 * @param {"reset" | "length" | "chunk"} how
 * @returns {Behaviour}
 */
export const cut = (part, how) => async (exchange) => {
  if (how === "chunk") {
    await exchange.head(200, { ...HTML, "Transfer-Encoding": "chunked" });
    await exchange.write(`${(part.length + 64).toString(16)}\r\n${part}`);
  } else {
    await exchange.head(200, { ...HTML, "Content-Length": `${part.length + 64}` });
    await exchange.write(part);
  }
  await delay(2_000);
  if (how === "reset") exchange.reset();
  else exchange.close();
};

/**
 * Goes on and on.
 * @param {string} start
 * @param {Record<string, string>} headers
 * @returns {Behaviour}
 */
export const endless =
  (start, headers = HTML) =>
  async (exchange) => {
    await exchange.head(200, headers);
    await exchange.write(start);
    const more = Buffer.alloc(64 * 1024, "x");
    while (await exchange.write(more));
  };

/**
 * A page of a few bytes that unpack to more than any memory holds.
 * @param {string} start
 * @param {"gzip" | "br"} coding
 * @returns {Behaviour}
 */
export const bomb = (start, coding) => async (exchange) => {
  await exchange.head(200, { ...HTML, "Content-Encoding": coding });
  const packer = coding === "gzip" ? createGzip({ level: 9 }) : createBrotliCompress();
  packer.on("data", (bytes) => void exchange.write(bytes));
  packer.write(start);
  const zeros = Buffer.alloc(1024 * 1024);
  while (exchange.state === "open") await new Promise((done) => packer.write(zeros, done));
  packer.destroy();
};

/**
 * The same in Zstandard (RFC 8878 section 3.1.1): four bytes for each 128 KiB.
 * @param {string} start
 * @returns {Behaviour}
 */
export const zstdBomb = (start) => async (exchange) => {
  await exchange.head(200, { ...HTML, "Content-Encoding": "zstd" });
  const raw = start.length << 3;
  const window = 0x68;
  await exchange.write(
    Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, window, raw & 255, (raw >> 8) & 255, raw >> 16]),
  );
  await exchange.write(start);
  const run = ((128 * 1024) << 3) | 2;
  const block = [run & 255, (run >> 8) & 255, run >> 16, 0x20];
  const blocks = Buffer.from(Array.from({ length: 256 }, () => block).flat());
  while (await exchange.write(blocks));
};

/**
 * Leads elsewhere.
 * @param {string | ((exchange: Exchange) => string)} location
 * @param {number} [status]
 * @returns {Behaviour}
 */
export const redirect =
  (location, status = 302) =>
  (exchange) =>
    exchange.answer(status, {
      Location: typeof location === "string" ? location : location(exchange),
    });

/**
 * So many redirects, then a page.
 * @param {number} count
 * @returns {Behaviour}
 */
export const hops = (count) => (exchange) => {
  const hop = Number(exchange.path.slice(1));
  return hop < count
    ? redirect(`/${hop + 1}`)(exchange, /** @type {never} */ (undefined))
    : exchange.answer(200, HTML, page("At last"));
};

/**
 * One behaviour after another, the last for good.
 * @param {...Behaviour} behaviours
 * @returns {Behaviour}
 */
export const inTurn =
  (...behaviours) =>
  (exchange, server) =>
    behaviours[Math.min(exchange.nth, behaviours.length) - 1]?.(exchange, server);

/** A packed page that breaks off. */
export const halfPacked = gzipSync(`${begun("Half packed")}${"<p>words ".repeat(9000)}`).subarray(
  0,
  120,
);
