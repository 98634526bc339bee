import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { launch } from "../../run/launch.js";
import { DOMAIN } from "./course.js";
import { findProcess } from "./processes.js";

/** @import {BrowserContext, Page, Worker} from "@playwright/test" */

/**
 * Chromium with the extension, and none of its pages open that would do anything.
 * @typedef {object} Chromium
 * @property {BrowserContext} context
 * @property {Worker} worker
 * @property {Page} page of the extension, with nothing in it: where messages are sent from
 * @property {string} origin
 * @property {number | undefined} process
 * @property {(keep?: (profile: string) => Promise<void>) => Promise<void>} close
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
    async close(keep) {
      await context.close();
      await keep?.(profile);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * @param {string} program
 * @returns {Promise<string>}
 */
export async function versionOf(program) {
  const { stdout } = await promisify(execFile)(program, ["--version"]);
  return /[\d.]{3,}/.exec(stdout)?.[0] ?? "";
}

/**
 * Ends the worker, as Chrome does when it has been idle for a while.
 * @param {Page} page of the extension
 */
export async function killWorker(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}
