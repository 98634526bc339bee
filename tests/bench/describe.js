import { cpus } from "node:os";
import { median, quantile, sum } from "./statistics.js";
import { figure } from "./table.js";

/** @import {Page} from "./pages.js" */

/**
 * @param {Page[]} pages
 * @param {boolean} real
 */
export function describe(pages, real) {
  const sizes = pages.map(({ bytes }) => bytes.length / 1000);
  const what = real ? "real pages" : "sample pages, grown to the size of real ones";
  const [p50, p95] = [median(sizes), quantile(sizes, 0.95)].map(figure);
  return `${pages.length} ${what}, ${figure(sum(sizes) / 1000)} MB (p50 ${p50} KB, p95 ${p95} KB)`;
}

/**
 * What the figures were measured on.
 * @param {string} version of Chromium
 */
export function machineOf(version) {
  return { cpu: cpus()[0]?.model, cpus: cpus().length, node: process.version, version };
}
