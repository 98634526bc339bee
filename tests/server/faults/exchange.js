/** @import {Socket} from "node:net" */

/**
 * A request that arrived, and the connection on which to answer it. Nothing is done to the bytes:
 * what HTTP forbids can be sent as well.
 */
export class Exchange {
  /** @type {"open" | "answered" | "left" | "broken"} left: the browser closed it; broken: we did */
  state = "open";

  /** Bytes written in answer. */
  written = 0;

  #end = () => {};

  /** Ends when the connection is closed, or the answer is complete. @type {Promise<void>} */
  over = new Promise((resolve) => {
    this.#end = () => resolve();
  });

  /**
   * @param {Socket} socket
   * @param {string} host name or address, without the port
   * @param {string} path with the query
   * @param {Record<string, string>} headers by their names in lower case
   * @param {number} nth the how many-th request for this host and path it is, from 1
   */
  constructor(socket, host, path, headers, nth) {
    this.socket = socket;
    this.host = host;
    this.path = path;
    this.headers = headers;
    this.nth = nth;
  }

  /**
   * Sends bytes as they are.
   * @param {string | Uint8Array} bytes
   * @returns {Promise<boolean>} whether more can be sent
   */
  async write(bytes) {
    if (this.socket.destroyed) return false;
    this.written += bytes.length;
    if (!this.socket.write(bytes)) {
      await Promise.race([new Promise((resolve) => this.socket.once("drain", resolve)), this.over]);
    }
    return !this.socket.destroyed;
  }

  /**
   * Sends a status line and headers.
   * @param {number} status
   * @param {Record<string, string | string[]>} [headers]
   */
  head(status, headers = {}) {
    const lines = Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().map((one) => `${name}: ${one}\r\n`),
    );
    return this.write(`HTTP/1.1 ${status} Because\r\n${lines.join("")}\r\n`);
  }

  /**
   * Sends a whole answer, after which the connection can be used again.
   * @param {number} status
   * @param {Record<string, string | string[]>} [headers]
   * @param {string | Uint8Array} [body]
   */
  async answer(status, headers = {}, body = "") {
    const bytes = Buffer.from(body);
    const empty = status === 204 || status === 304;
    await this.head(status, { ...headers, ...(!empty && { "Content-Length": `${bytes.length}` }) });
    if (!empty) await this.write(bytes);
    this.settle("answered");
  }

  /** Closes the connection in the middle of everything. */
  close() {
    this.settle("broken");
    this.socket.end();
  }

  /** The same, rudely. */
  reset() {
    this.settle("broken");
    this.socket.resetAndDestroy();
  }

  /** @param {"answered" | "left" | "broken"} state */
  settle(state) {
    if (this.state === "open") this.state = state;
    this.#end();
  }
}
