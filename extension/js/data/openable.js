import { send } from "../platform/messages.js";

/** @import {LinkView} from '../../wasm/urlink.js' */

/** How many checked addresses are remembered. */
const LIMIT = 5000;

/** @type {Map<string, string | undefined>} */
const checked = new Map();
/** @type {Set<string>} */
const asked = new Set();

/**
 * What a link's address opens as, or undefined while the core has not said so.
 * @param {string} url
 */
export function openable(url) {
  return checked.get(url);
}

/**
 * Has the core check the addresses of some links, and tells when there are new answers.
 * @param {LinkView[]} links
 * @param {() => void} answered
 */
export async function checkOpenable(links, answered) {
  const fresh = links.map((link) => link.url).filter((url) => !checked.has(url) && !asked.has(url));
  if (fresh.length === 0) return;
  for (const url of fresh) asked.add(url);
  const answers = await Promise.allSettled(fresh.map((url) => send("openableUrl", url)));
  if (checked.size > LIMIT) checked.clear();
  for (const [at, url] of fresh.entries()) {
    asked.delete(url);
    const answer = answers[at];
    if (answer?.status === "fulfilled") checked.set(url, answer.value ?? undefined);
  }
  answered();
}
