import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { domainToUnicode, fileURLToPath } from "node:url";
import { listen } from "./loopback.js";
import { drawIcon, drawLandscape, writeIcon } from "./pictures.js";

/** @import {IncomingMessage, ServerResponse} from "node:http" */
/** @import {Listening} from "./loopback.js" */

const PAGES = fileURLToPath(new URL("../site/pages/", import.meta.url));

/** The pages that say themselves how they are encoded, as old servers leave it to them. */
const LEGACY = new Set(["old-board.test", "retro-radio.test"]);

/** @type {Map<string, string>} */
const MOVED = new Map([["moved.test/old-address", "/new-address"]]);

/** Milliseconds. @type {Map<string, number>} */
const SLOW = new Map([["patience.test/kettle", 2500]]);

/**
 * Serves the sample pages on `127.0.0.1`.
 * @returns {Promise<Listening>}
 */
export function startSite() {
  return listen((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  });
}

/**
 * What a browser needs to be told to find the sample pages under their names.
 * @param {number} port
 */
export function namesOnThisMachine(port) {
  return `--host-resolver-rules=MAP *.test 127.0.0.1:${port}`;
}

/**
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
async function answer(request, response) {
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  const host = domainToUnicode(url.hostname);
  const path = decodeURIComponent(url.pathname);

  const target = MOVED.get(host + path);
  if (target) return response.writeHead(301, { location: target }).end();
  await delay(SLOW.get(host + path) ?? 0);

  if (path === "/picture.png") return send(response, "image/png", drawLandscape(host));
  if (path === "/icon.png") return send(response, "image/png", drawIcon(host));
  if (path === "/icon.svg") return send(response, "image/svg+xml", writeIcon(host));
  const page = await readPage(host, path);
  if (!page) return send(response, "text/html; charset=utf-8", NOT_FOUND, 404);
  return send(response, LEGACY.has(host) ? "text/html" : "text/html; charset=utf-8", page);
}

/**
 * @param {string} host
 * @param {string} path
 */
function readPage(host, path) {
  const name = extname(path) ? path : `${path.endsWith("/") ? `${path}index` : path}.html`;
  const file = normalize(join(PAGES, host, name));
  return file.startsWith(PAGES) ? readFile(file).catch(() => undefined) : undefined;
}

/**
 * @param {ServerResponse} response
 * @param {string} type
 * @param {Buffer | string} body
 * @param {number} [status]
 */
function send(response, type, body, status = 200) {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
  response.end(body);
}

const NOT_FOUND = `<!doctype html>
<html lang="en">
  <head>
    <title>404: there is no such page</title>
  </head>
  <body>
    <h1>There is no such page</h1>
  </body>
</html>
`;
