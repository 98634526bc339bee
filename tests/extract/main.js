import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openModule } from "../run/module-tab.js";

/**
 * A page of a file, or a small case.
 * @typedef {object} Job
 * @property {string} id
 * @property {string} [html]
 * @property {string} [file]
 * @property {string} [url]
 * @property {string} [contentType]
 * @property {boolean} [isTags]
 * @property {boolean} [isEverything]
 */

/** @param {string} path in the project */
const folder = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const { values: options } = parseArgs({
  options: {
    browser: { type: "string" },
    probe: { type: "string" },
    asked: { type: "string" },
    answered: { type: "string" },
  },
});

await main();

/** Lets the core read in Chromium: a line asked, a line answered. */
async function main() {
  const { browser, probe, asked, answered } = options;
  if (!browser || !probe || !asked || !answered) throw new Error("an option is missing");
  const lines = (await readFile(asked, "utf8")).split("\n").filter(Boolean);
  const jobs = lines.map((line) => /** @type {Job} */ (JSON.parse(line)));
  const tab = await openModule(browser, "/tests/extract/browser.js", {
    folders: {
      "/tests/extract/": folder("tests/extract"),
      "/extension/wasm/": folder("extension/wasm"),
      "/probe/": probe,
    },
    body: (index) => bytesOf(jobs[index]),
  });
  try {
    const out = createWriteStream(answered);
    for (const [index, job] of jobs.entries()) {
      const { html: _, ...asked } = job;
      const answer = await tab.call("read", index, asked).catch((error) => {
        throw new Error(`${job.id}: ${error.message}`);
      });
      out.write(`${answer}\n`);
    }
    await finished(out.end());
  } finally {
    await tab.close();
  }
}

/** @param {Job | undefined} job */
function bytesOf(job) {
  return job?.file ? readFile(job.file) : Buffer.from(job?.html ?? "");
}
