import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { listen } from "../server/loopback.js";

/** @import {IncomingMessage, ServerResponse} from "node:http" */
/** @import {Page} from "./pages.js" */

const PROJECT = new URL("../../", import.meta.url);
const SERVED = /^\/(?:tests\/bench|extension\/wasm)\/\w+\.(?:js|wasm)$/;

/** @type {Record<string, string>} */
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };

const START = `<!doctype html><title>bench</title>
<script type="module" src="/tests/bench/browser.js"></script>`;

/** Alone in its process, a page has a clock of 5 µs, else of 100 µs. */
const ISOLATED = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/**
 * Serves what Chromium needs for the bench, on loopback.
 * @param {Page[]} pages
 */
export function startBenchSite(pages) {
  return listen((request, response) => {
    answer(pages, request, response).catch((error) => response.destroy(error));
  });
}

/**
 * @param {Page[]} pages
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
async function answer(pages, { url = "/" }, response) {
  const page = /^\/pages\/(\d+)$/.exec(url);
  const bytes = page && pages[Number(page[1])]?.bytes;
  if (bytes) return send(response, "application/octet-stream", bytes);
  if (url === "/") return send(response, "text/html", START);
  if (!SERVED.test(url)) return response.writeHead(404).end();
  const file = await readFile(fileURLToPath(new URL(`.${url}`, PROJECT)));
  send(response, TYPES[extname(url)] ?? "", file);
}

/**
 * @param {ServerResponse} response
 * @param {string} type
 * @param {Uint8Array | string} body
 */
function send(response, type, body) {
  response.writeHead(200, { "content-type": type, ...ISOLATED }).end(body);
}
