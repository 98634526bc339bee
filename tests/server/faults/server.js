import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { Exchange } from "./exchange.js";

/** @import {AddressInfo, Server, Socket} from "node:net" */

/** @typedef {(exchange: Exchange, server: FaultServer) => unknown} Behaviour */

/** The first byte of a TLS connection (RFC 8446 section 5.1: handshake). */
const CLIENT_HELLO = 0x16;

/** @param {string} name */
const read = (name) => readFileSync(new URL(name, import.meta.url));

/**
 * HTTP/1.1 by hand: every name does what its behaviour says, byte by byte. To the browser the names
 * are of the public internet; it is told that all of them are this machine.
 */
export class FaultServer {
  /** Every request, in the order in which they arrived. @type {Exchange[]} */
  exchanges = [];

  /** The most connections that were open at once, by host. @type {Map<string, number>} */
  mostAtOnce = new Map();

  /** The same, of all hosts. */
  mostInAll = 0;

  /** @type {Set<Socket>} */
  #connections = new Set();

  /** @type {Map<string, Behaviour>} */
  #behaviours;

  /** @type {Set<() => void>} */
  #watchers = new Set();

  #plain = createServer((socket) => this.#serve(socket));

  // Its certificate is signed by nobody.
  #secret = createTlsServer({ cert: read("cert.pem"), key: read("key.pem") }, (socket) =>
    this.#serve(socket),
  );

  #closed = createServer();

  /** @type {number[]} */
  #ports = [];

  /** @param {Map<string, Behaviour>} behaviours by the first label of the name, or what stands before its number */
  constructor(behaviours) {
    this.#behaviours = behaviours;
  }

  async start() {
    for (const server of [this.#plain, this.#secret, this.#closed]) {
      server.on("connection", (socket) => this.#keep(socket));
      // Every address of the machine, so that whoever gets in is seen.
      server.listen(0, "0.0.0.0");
      await once(server, "listening");
      this.#ports.push(/** @type {AddressInfo} */ (server.address()).port);
    }
    // Its port is one at which nobody listens.
    await close(this.#closed);
  }

  async stop() {
    for (const socket of this.#connections) socket.destroy();
    await Promise.all([close(this.#plain), close(this.#secret)]);
  }

  get port() {
    return this.#ports[0] ?? 0;
  }

  get securePort() {
    return this.#ports[1] ?? 0;
  }

  get closedPort() {
    return this.#ports[2] ?? 0;
  }

  /** What a browser is told, to find the names. */
  get rules() {
    return "--host-resolver-rules=MAP nowhere.test ~NOTFOUND,MAP *.test 127.0.0.1";
  }

  /**
   * The address at which a name does its work.
   * @param {string} name
   */
  url(name) {
    return `http://${name}.test:${this.port}/`;
  }

  /**
   * The requests for the pages of a name, redirects within it counted.
   * @param {string} name
   */
  of(name) {
    const own = this.exchanges.filter(({ host }) => labelOf(host) === name);
    return own.filter(({ path }) => path !== "/favicon.ico");
  }

  /**
   * Ends once so many requests for a name are over: by an answer, or by the end of the connection.
   * @param {string} name
   * @param {number} [count]
   */
  async over(name, count = 1) {
    while (this.of(name).filter(({ state }) => state !== "open").length < count) {
      await new Promise((resolve) => this.#watchers.add(() => resolve(undefined)));
    }
  }

  /** @param {Socket} socket */
  #keep(socket) {
    this.#connections.add(socket);
    socket.once("close", () => this.#connections.delete(socket));
    socket.on("error", () => {});
  }

  /** @param {Socket} socket */
  #serve(socket) {
    let text = "";
    /** @type {Exchange | undefined} */
    let current;
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      // Whoever wants encryption here is told, as servers do, in plain words.
      if (text === "" && bytes[0] === CLIENT_HELLO) socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
      text += bytes.toString("latin1");
      const end = text.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = text.slice(0, end);
      text = text.slice(end + 4);
      current = this.#receive(socket, head);
    });
    socket.on("end", () => current?.settle("left"));
    socket.on("close", () => {
      current?.settle("left");
      this.#tell();
    });
  }

  /**
   * @param {Socket} socket
   * @param {string} head
   */
  #receive(socket, head) {
    const [line = "", ...fields] = head.split("\r\n");
    const headers = Object.fromEntries(
      fields.map((field) => {
        const colon = field.indexOf(":");
        return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
      }),
    );
    const path = line.split(" ")[1] ?? "";
    const host = (headers.host ?? "").replace(/:\d+$/, "");
    const before = this.exchanges.filter((one) => one.host === host && one.path === path);
    const exchange = new Exchange(socket, host, path, headers, before.length + 1);
    this.exchanges.push(exchange);
    const open = this.exchanges.filter(({ state }) => state === "open");
    const here = open.filter((one) => one.host === host).length;
    this.mostAtOnce.set(host, Math.max(here, this.mostAtOnce.get(host) ?? 0));
    this.mostInAll = Math.max(this.mostInAll, open.length);
    exchange.over.then(() => this.#tell());
    const label = labelOf(host);
    const behaviours = this.#behaviours;
    const kind = label.replace(/-\d+$/, "");
    const behave = behaviours.get(label) ?? behaviours.get(kind) ?? notFound;
    Promise.resolve(behave(exchange, this)).catch((error) => socket.destroy(error));
    return exchange;
  }

  #tell() {
    for (const watcher of this.#watchers) watcher();
    this.#watchers.clear();
  }
}

/** @param {string} host */
export const labelOf = (host) => host.replace(/\.(test|localhost)$/, "");

/** @type {Behaviour} */
const notFound = (exchange) => exchange.answer(404, {}, "<title>Nobody is here</title>");

/** @param {Server} server */
async function close(server) {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  await closed;
}
