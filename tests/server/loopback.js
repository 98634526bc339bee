import { once } from "node:events";
import { createServer } from "node:http";

/** @import {RequestListener, Server} from "node:http" */
/** @import {AddressInfo} from "node:net" */

/** @typedef {{port: number, close: () => Promise<void>}} Listening */

/** How often to look for a port that is free on every address. */
const ATTEMPTS = 20;

/**
 * `127.0.0.1` and its neighbours: to a browser, each is another host. All are this machine where
 * the system is Linux; elsewhere only the first is.
 * @param {number} count
 */
export function loopbackAddresses(count) {
  return Array.from({ length: count }, (_, index) => `127.0.0.${index + 1}`);
}

/**
 * Serves HTTP on one port, the same on every address.
 * @param {RequestListener} handler
 * @param {string[]} [addresses]
 * @returns {Promise<Listening>}
 */
export async function listen(handler, addresses = loopbackAddresses(1)) {
  for (let attempt = 1; ; attempt += 1) {
    const servers = addresses.map(() => createServer(handler));
    try {
      const port = await bind(servers, addresses);
      return { port, close: () => close(servers) };
    } catch (error) {
      await close(servers);
      const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!taken || attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * @param {Server[]} servers
 * @param {string[]} addresses
 */
async function bind(servers, addresses) {
  let port = 0;
  for (const [index, server] of servers.entries()) {
    server.listen(port, addresses[index]);
    await once(server, "listening");
    port = /** @type {AddressInfo} */ (server.address()).port;
  }
  return port;
}

/** @param {Server[]} servers */
async function close(servers) {
  const open = servers.filter((server) => server.listening);
  await Promise.all(
    open.map((server) => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      return closed;
    }),
  );
}
