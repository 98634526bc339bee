import { loadCore } from "../core.js";
import { OWN } from "../urlink.js";

/** @import {Values} from "../fields.js" */
/** @import {Page} from "../pages.js" */

const PEERS = [
  "htmlparser2",
  "parse5",
  "linkedom",
  "cheerio",
  "metascraper",
  "open-graph-scraper",
  "page-metadata-parser",
];

/**
 * What is measured in Node: the core and its peers.
 * @returns {Promise<Map<string, (page: Page) => Values | Promise<Values>>>}
 */
export async function loadContenders() {
  await loadCore();
  const readers = new Map(Object.entries(OWN).map(([name, { read }]) => [name, read]));
  for (const name of PEERS) readers.set(name, (await import(`./${name}.js`)).read);
  return readers;
}
