import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { PageServer } from "../../server/page-server.js";
import { loadCore } from "../core.js";
import { machineOf } from "../describe.js";
import { replaceBetween } from "../readme.js";
import { versionOf } from "../save/chromium.js";
import { makeProfile } from "../save/profile.js";
import { grouped } from "../save/tables.js";
import { summarise, table } from "./metrics.js";
import { measureRound } from "./round.js";

/** @import {Sample} from "./metrics.js" */

const README = new URL("../../../README.md", import.meta.url);
const MARKER = "bench ui";

const { values: options } = parseArgs({
  options: {
    browser: { type: "string", default: "" },
    seed: { type: "string", default: "1" },
    links: { type: "string", default: "1000,10000,100000" },
    rounds: { type: "string", default: "3" },
    json: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

const began = performance.now();

await main();

async function main() {
  await loadCore();
  const server = new PageServer();
  await server.start();
  /** @type {Sample[]} */
  const samples = [];
  try {
    for (const links of options.links.split(",").map(Number)) {
      const profile = await makeProfile(options.browser, links, Number(options.seed));
      progress(`a library of ${grouped(links)} links is made`);
      try {
        const course = { browser: options.browser, profile: profile.folder, links, server };
        for (let round = 1; round <= Number(options.rounds); round += 1) {
          await measureRound(course, (metric, value) => samples.push({ links, metric, value }));
          progress(`${grouped(links)} links, round ${round}`);
        }
      } finally {
        await profile.remove();
      }
    }
  } finally {
    await server.stop();
  }
  await report(samples);
}

/** @param {Sample[]} samples */
async function report(samples) {
  const version = await versionOf(options.browser);
  const rows = summarise(samples);
  const lines = [
    `Chromium ${version}, headless, ${options.rounds} rounds; medians, and p95 (of frames: the worst) of the greatest library.`,
    "",
    ...table(rows),
  ];
  console.log(lines.join("\n"));
  if (options.json) {
    const all = { machine: machineOf(version), rows, samples };
    await writeFile(options.json, `${JSON.stringify(all, null, 2)}\n`);
  }
  if (options.write)
    await writeFile(README, replaceBetween(await readFile(README, "utf8"), MARKER, lines));
}

/** @param {string} text */
function progress(text) {
  console.error(`${((performance.now() - began) / 1000).toFixed(0)} s: ${text}`);
}
