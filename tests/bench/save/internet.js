import { fork } from "node:child_process";
import { on } from "node:events";
import { fileURLToPath } from "node:url";
import { urlsOf } from "./course.js";

/** @import {Body, Question, Traffic} from "./server.js" */

const SERVER = fileURLToPath(new URL("server.js", import.meta.url));

/**
 * The pages of many hosts, far away and on a line that others use as well.
 * @typedef {object} Internet
 * @property {number} port
 * @property {(count: number) => Run} newRun urls that nobody has asked for
 * @property {(run: number) => Promise<Traffic>} trafficOf
 * @property {() => void} close
 */

/** @typedef {{number: number, urls: string[]}} Run */

/**
 * @param {Body[]} pages
 * @param {number} seed
 * @returns {Promise<Internet>}
 */
export async function startInternet(pages, seed) {
  const server = fork(SERVER, { serialization: "advanced" });
  const answers = on(server, "message");
  /** @param {Question} question answered in the order in which they are asked */
  const ask = async (question) => {
    server.send(question);
    return (await answers.next()).value[0];
  };
  const bodies = pages.map(({ contentType, bytes }) => ({ contentType, bytes }));
  /** @type {number} */
  const port = await ask({ start: { pages: bodies, seed } });
  let runs = 0;
  return {
    port,
    newRun(count) {
      runs += 1;
      return { number: runs, urls: urlsOf(runs, count, port) };
    },
    trafficOf: (run) => ask({ trafficOf: run }),
    close: () => server.disconnect(),
  };
}
