import { Gate } from "./gate.js";
import { listen, loopbackAddresses } from "./loopback.js";

/** @import {IncomingHttpHeaders, IncomingMessage, ServerResponse} from "node:http" */

/**
 * A request that arrived.
 * @typedef {object} Seen
 * @property {string} host name or address, without the port
 * @property {string} path with the query
 * @property {IncomingHttpHeaders} headers
 * @property {"open" | "answered" | "aborted"} state
 */

/**
 * @typedef {object} Answer
 * @property {number} [status]
 * @property {Record<string, string | string[]>} [headers]
 * @property {string | Buffer} [body]
 */

/**
 * A server that a test has in its hand: it answers every path with a page of its own, unless told
 * otherwise, holds answers back until they are let go, and remembers what it was asked.
 */
export class PageServer {
  /** @type {Seen[]} */
  seen = [];

  /** The most requests that were open at once, by host. @type {Map<string, number>} */
  mostAtOnce = new Map();

  /** Called for every page that is asked for; it is answered afterwards. @type {(seen: Seen) => unknown} */
  onPage = () => {};

  /** @type {Map<string, Answer>} */
  #answers = new Map();

  /** @type {Gate | undefined} */
  #gate;

  /** @type {Awaited<ReturnType<typeof listen>> | undefined} */
  #listening;

  /** @type {string[]} */
  #addresses;

  /** @param {number} hosts how many loopback addresses to listen on */
  constructor(hosts = 1) {
    this.#addresses = loopbackAddresses(hosts);
  }

  async start() {
    this.#listening = await listen((request, response) => {
      this.#receive(request, response).catch((error) => response.destroy(error));
    }, this.#addresses);
  }

  async stop() {
    this.#gate?.open();
    await this.#listening?.close();
  }

  get port() {
    if (!this.#listening) throw new Error("the server has not started");
    return this.#listening.port;
  }

  /**
   * The address of a page. The hosts take turns.
   * @param {string} path
   * @param {number} [host]
   */
  url(path, host = 0) {
    return `http://${this.#addresses[host % this.#addresses.length]}:${this.port}${path}`;
  }

  /** The pages that were asked for, in order of their names: not what browsers ask for besides. */
  get pagesSeen() {
    const paths = this.seen.map(({ path }) => path);
    return paths.filter((path) => path !== "/favicon.ico").sort();
  }

  /**
   * Answers a path otherwise than by a page of its own.
   * @param {string} path
   * @param {Answer} answer
   */
  answer(path, answer) {
    this.#answers.set(path, answer);
  }

  /**
   * From now on, answers are held back until the gate is opened, but for the first few. Icons are not counted, nor
   * held: nobody knows when one is asked for.
   * @param {number} [first]
   */
  hold(first = 0) {
    this.#gate = new Gate(first);
    return this.#gate;
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  async #receive(request, response) {
    const seen = this.#remember(request, response);
    if (seen.path !== "/favicon.ico") {
      await this.onPage(seen);
      await this.#gate?.pass();
    }
    if (response.destroyed) return;
    const { status = 200, headers = {}, body } = this.#answers.get(seen.path) ?? {};
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers });
    response.end(body ?? pageOf(seen.path));
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  #remember(request, response) {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    /** @type {Seen} */
    const seen = { host, path: request.url ?? "", headers: request.headers, state: "open" };
    this.seen.push(seen);
    const open = this.seen.filter((one) => one.host === host && one.state === "open").length;
    this.mostAtOnce.set(host, Math.max(open, this.mostAtOnce.get(host) ?? 0));
    response.once("close", () => {
      seen.state = response.writableFinished ? "answered" : "aborted";
    });
    return seen;
  }
}

/**
 * The title of the page that a path gets.
 * @param {string} path
 */
export const titleOf = (path) => `Page ${path}`;

/** @param {string} path */
function pageOf(path) {
  return `<!doctype html>
<html lang="en">
  <head>
    <title>${titleOf(path)}</title>
    <meta name="description" content="What there is at ${path}">
  </head>
  <body><h1>${titleOf(path)}</h1></body>
</html>
`;
}
