import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** @import {Contender, Outcome} from "./contenders.js" */

const FOLDER = fileURLToPath(new URL("../crawlers/", import.meta.url));

/**
 * Somebody else's way, in a process of its own.
 * @typedef {object} Crawler
 * @property {string} name
 * @property {number} upTo more urls than this take it too long
 * @property {boolean} waits it does little else, so that others may run beside it
 * @property {"python" | "node"} host
 * @property {string[]} command
 */

/** @type {Crawler[]} */
export const CRAWLERS = [
  {
    name: "metascraper, 64 at once",
    upTo: 1000,
    waits: false,
    host: "node",
    command: ["metascraper.js"],
  },
  {
    name: "the first urLink",
    upTo: 400,
    waits: true,
    host: "python",
    command: ["first_urlink.py", "parallel"],
  },
  {
    name: "the first urLink, one by one",
    upTo: 100,
    waits: true,
    host: "python",
    command: ["first_urlink.py", "sequence"],
  },
];

/**
 * @param {Crawler} crawler
 * @param {string} python the program
 * @returns {Promise<{contender: Contender, close: () => Promise<void>}>}
 */
export async function startCrawler({ host, command }, python) {
  const program = host === "python" ? python : process.execPath;
  const child = spawn(program, command, { cwd: FOLDER, stdio: ["pipe", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const hear = async () => {
    const { done, value } = await lines.next();
    if (done) throw new Error(`${command.join(" ")} ended without a word`);
    return JSON.parse(value);
  };
  await hear();
  return {
    contender: {
      process: child.pid,
      save(urls) {
        child.stdin.write(`${JSON.stringify(urls)}\n`);
        return /** @type {Promise<Outcome>} */ (hear());
      },
    },
    close: async () => {
      child.stdin.end();
      await exited;
    },
  };
}
