import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { listen } from "./loopback.js";

/** @import {IncomingMessage, ServerResponse} from "node:http" */

const FILE = /^(\/(?:\w+\/)+)(\w+\.(?:js|wasm))$/;

/** @type {Record<string, string>} */
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };

/** Alone in its process, a page has a clock of 5 µs, else of 100 µs. */
const ISOLATED = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/**
 * @typedef {object} ModuleSite
 * @property {Record<string, string>} folders of modules, by the path under which each is served:
 *   begins and ends in a slash
 * @property {(index: number) => Promise<Uint8Array> | Uint8Array | undefined} body `/bodies/INDEX`
 */

/**
 * Serves an empty page and the modules that work in it, on loopback.
 * @param {ModuleSite} site
 */
export function startModuleSite(site) {
  return listen((request, response) => {
    answer(site, request, response).catch((error) => response.destroy(error));
  });
}

/**
 * @param {ModuleSite} site
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
async function answer({ folders, body }, { url = "/" }, response) {
  const index = /^\/bodies\/(\d+)$/.exec(url)?.[1];
  const bytes = index && (await body(Number(index)));
  if (bytes) return send(response, "application/octet-stream", bytes);
  if (url === "/") return send(response, "text/html", "<!doctype html><title>modules</title>");
  const [, path = "", name = ""] = FILE.exec(url) ?? [];
  const folder = folders[path];
  if (!folder) return response.writeHead(404).end();
  send(response, TYPES[extname(name)] ?? "", await readFile(join(folder, name)));
}

/**
 * @param {ServerResponse} response
 * @param {string} type
 * @param {Uint8Array | string} body
 */
function send(response, type, body) {
  response.writeHead(200, { "content-type": type, ...ISOLATED }).end(body);
}
