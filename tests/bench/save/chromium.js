import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "../../run/launch.js";
import { DOMAIN } from "./course.js";
import { findProcess } from "./processes.js";

/** @import {BrowserContext, Page, Worker} from "@playwright/test" */

/**
 * Chromium with the extension, which no page of ours looks at.
 * @typedef {object} Chromium
 * @property {BrowserContext} context
 * @property {Worker} worker
 * @property {Page} page of the extension, with nothing in it: where messages are sent from
 * @property {string} origin
 * @property {number | undefined} process
 * @property {string} version of the browser
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} program
 * @param {string} [template] a profile to start from; without it, an empty one
 * @returns {Promise<Chromium>}
 */
export async function startChromium(program, template) {
  const profile = await mkdtemp(join(tmpdir(), "urlink-bench-"));
  if (template) await cp(template, profile, { recursive: true });
  const { context, worker, origin } = await launch({
    browser: program,
    profile,
    headless: true,
    args: [`--host-resolver-rules=MAP *${DOMAIN} 127.0.0.1`],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${origin}/manifest.json`);
  return {
    context,
    worker,
    page,
    origin,
    process: await findProcess(profile),
    version: context.browser()?.version() ?? "",
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
