import { chromium } from "@playwright/test";
import { startModuleSite } from "../server/module-site.js";

/** @import {ModuleSite} from "../server/module-site.js" */

/**
 * @typedef {object} ModuleTab
 * @property {(name: string, ...args: unknown[]) => Promise<any>} call a function that it exports
 * @property {string} version of the browser
 * @property {() => Promise<void>} close
 */

/**
 * Starts headless Chromium with a module in an empty page.
 * @param {string} program
 * @param {string} module its path in the site
 * @param {ModuleSite} site
 * @returns {Promise<ModuleTab>}
 */
export async function openModule(program, module, site) {
  const server = await startModuleSite(site);
  const browser = await chromium.launch({
    executablePath: program,
    // The sandbox refuses to start as root, and containers are often root.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${server.port}/`);
  const run = async (/** @type {[string, string, unknown[]]} */ [module, name, args]) =>
    (await import(module))[name](...args);
  return {
    call: (name, ...args) =>
      tab.evaluate(run, /** @type {[string, string, unknown[]]} */ ([module, name, args])),
    version: browser.version(),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
