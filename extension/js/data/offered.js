import { send } from "../platform/messages.js";

/** @import {OfferedUrl} from '../../wasm/urlink.js' */

/** A message holds so many addresses at most. */
const BATCH = 2000;

/**
 * What the core says of addresses, one for each; null for those that cannot be saved.
 * @param {string[]} urls
 * @returns {Promise<(OfferedUrl | null)[]>}
 */
export async function offered(urls) {
  const known = [];
  for (let at = 0; at < urls.length; at += BATCH) {
    known.push(...(await send("offeredUrls", urls.slice(at, at + BATCH))));
  }
  return known;
}
