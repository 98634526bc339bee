// The internet, in a process of its own: nobody's processor time but its own goes into it.

import { setTimeout as delay } from "node:timers/promises";
import { listen } from "../../server/loopback.js";
import { Bottleneck } from "./bottleneck.js";
import { askedFor, Latencies } from "./course.js";

/** @import {IncomingMessage, ServerResponse} from "node:http" */
/** @import {Asked} from "./course.js" */

/** Bytes a second: a line of 200 Mbit/s, sites that give 8 of it. */
const RATES = { total: 25_000_000, each: 1_000_000 };

/** @typedef {{contentType: string, bytes: Uint8Array}} Body */

/** A page as the user opens it: its pictures come with it. */
const VISIT = Buffer.from(`<!doctype html>
<title>A visit</title>
${"<p>Somebody reads this while links are saved.</p>\n".repeat(500)}
${[1, 2, 3, 4].map((number) => `<img src="/icon/${number}" alt="">`).join("\n")}
`);

/** What is not a page to be saved, by its kind. @type {Record<string, Body>} */
const OTHERS = {
  image: { contentType: "image/jpeg", bytes: new Uint8Array(100_000) },
  icon: { contentType: "image/png", bytes: new Uint8Array(4_000) },
  visit: { contentType: "text/html; charset=utf-8", bytes: VISIT },
};

/** Pictures let wait as long as other pages do. @type {Record<string, number>} */
const SHIFTS = { page: 0, image: 1, icon: 2 };

/** What was asked of us in one run. @typedef {{requests: number, open: number, bytes: number}} Traffic */

/** @type {Map<number, Traffic>} */
const traffic = new Map();

const bottleneck = new Bottleneck(RATES);

/** @typedef {{start: {pages: Body[], seed: number}} | {trafficOf: number}} Question */

process.on("message", async (/** @type {Question} */ question) => {
  if ("start" in question) {
    const { pages, seed } = question.start;
    const latencies = new Latencies(seed);
    const { port } = await listen((request, response) => {
      answer(pages, latencies, request, response).catch((error) => response.destroy(error));
    });
    process.send?.(port);
  } else {
    process.send?.(trafficOf(question.trafficOf));
  }
});
process.on("disconnect", () => process.exit());

/**
 * @param {Body[]} pages
 * @param {Latencies} latencies
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
async function answer(pages, latencies, { headers, url = "" }, response) {
  const asked = askedFor(headers.host ?? "", url);
  const body = asked && bodyOf(pages, asked);
  if (!asked || !body) {
    response.writeHead(404).end();
    return;
  }
  const { run, kind, index } = asked;
  const counted = trafficOf(run);
  traffic.set(run, counted);
  counted.requests += 1;
  counted.open += 1;
  response.once("close", () => {
    counted.open -= 1;
  });
  await delay(latencies.of(index + (SHIFTS[kind] ?? 0)));
  if (response.destroyed) return;
  response.writeHead(200, {
    "content-type": body.contentType,
    "content-length": body.bytes.length,
  });
  const sink = {
    write(/** @type {Uint8Array} */ part) {
      counted.bytes += part.length;
      response.write(part);
    },
    end: () => response.end(),
    get destroyed() {
      return response.destroyed;
    },
  };
  bottleneck.send(sink, body.bytes);
}

/**
 * @param {Body[]} pages
 * @param {Asked} asked
 */
const bodyOf = (pages, { kind, index }) => OTHERS[kind] ?? pages[index % pages.length];

/** @param {number} run */
const trafficOf = (run) => traffic.get(run) ?? { requests: 0, open: 0, bytes: 0 };
