import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { namesOnThisMachine, startSite } from "../server/site.js";
import { findLost } from "./account.js";
import { launch } from "./launch.js";
import { takePicture } from "./picture.js";
import { startProgress } from "./progress.js";
import { ask, follow, readOutcome } from "./save.js";
import { summaryLine, tableLines } from "./table.js";
import { watchRequests } from "./timing.js";

/** @import {Page} from "@playwright/test" */
/** @import {Job, Language, Settings} from "../../extension/wasm/urlink.js" */

const SAMPLES = fileURLToPath(new URL("../site/urls.txt", import.meta.url));
const PICTURE = fileURLToPath(new URL("../output/manager.png", import.meta.url));

const { values: options } = parseArgs({
  options: {
    browser: { type: "string" },
    headless: { type: "boolean", default: false },
    urls: { type: "string" },
    profile: { type: "string" },
    screenshot: { type: "string", default: PICTURE },
    lang: { type: "string" },
  },
});

process.exitCode = await main();

async function main() {
  if (!options.browser) throw new Error("--browser is missing");
  const text = await readFile(options.urls ?? SAMPLES, "utf8");
  const site = options.urls ? undefined : await startSite();
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), "urlink-")));
  const language = chooseLanguage(options.lang);
  try {
    const { context, origin } = await launch({
      browser: options.browser,
      profile,
      headless: options.headless,
      language,
      args: site ? [namesOnThisMachine(site.port)] : [],
    });
    const closed = new Promise((resolve) => context.once("close", resolve));
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${origin}/manager.html`);
    if (options.lang) await speak(page, language);
    if (options.headless) {
      const wrong = await saveAndTell(page, text, language);
      await context.close();
      return wrong.length > 0 ? 1 : 0;
    }
    // A kept profile is somebody's library: nothing goes there that was not asked for.
    if (options.urls || !options.profile) {
      await ask(page, "save", { text }, { language });
    }
    console.log("close the browser to end");
    await closed;
    return 0;
  } finally {
    await site?.close();
    if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Saves a list, and tells what became of each line.
 * @param {Page} page
 * @param {string} text
 * @param {Language} language
 * @returns {Promise<string[]>} what is wrong
 */
async function saveAndTell(page, text, language) {
  const readTimes = await watchRequests(page);
  const start = performance.now();
  const accepted = /** @type {Job} */ (await ask(page, "save", { text }, { language }));
  const progress = startProgress(process.stdout);
  await follow(page, accepted.id, progress.show);
  progress.end();
  const seconds = (performance.now() - start) / 1000;

  const { report, links } = await readOutcome(page, accepted.id, language);
  for (const line of tableLines(report, links, await readTimes())) console.log(line);
  const wrong = findLost(text, report);
  for (const { id, line } of Object.values(report).flat()) {
    if (id && !links.has(id)) wrong.push(`line ${line + 1}: its link cannot be read`);
  }
  for (const sentence of wrong) console.log(`unaccounted: ${sentence}`);

  await mkdir(dirname(options.screenshot), { recursive: true });
  await takePicture(page, options.screenshot);
  console.log(`${summaryLine(report)}; ${seconds.toFixed(1)} s; ${options.screenshot}`);
  return wrong;
}

/**
 * @param {Page} page
 * @param {Language} language
 */
async function speak(page, language) {
  const settings = /** @type {Settings} */ (await ask(page, "getSettings"));
  await ask(page, "setSettings", { ...settings, language });
}

/**
 * @param {string} [asked]
 * @returns {Language} the one asked for, else the user's
 */
function chooseLanguage(asked) {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (asked || LC_ALL || LC_MESSAGES || LANG || "").startsWith("ko") ? "ko" : "en";
}
