/** @import {NetworkZone} from "../../wasm/urlink.js" */

/** @typedef {chrome.declarativeNetRequest.Rule} Rule */

/** How far in requests may lead now; undefined: as far as they like, for no job runs. @type {NetworkZone | undefined} */
let current;

/** @type {Promise<void>} */
let changed = Promise.resolve();

/** @type {Set<() => void>} */
const watchers = new Set();

/**
 * Lets the requests to come lead as far in as pages of a zone may. Who calls it sees to it that no
 * request of another zone is under way.
 * @param {NetworkZone} zone
 * @param {(extension: string, zone: NetworkZone) => unknown[]} rulesOf
 */
export function enter(zone, rulesOf) {
  if (zone !== current) {
    change(zone, /** @type {Rule[]} */ (rulesOf(chrome.runtime.id, zone)));
  }
  return changed;
}

/** Takes the rules away: they concern nobody but us, but each costs the browser a look. */
export function leave() {
  change(undefined, []);
  return changed;
}

/**
 * Ends when requests may lead as far in as a zone: of pictures, which no job has turns for.
 * @param {NetworkZone} zone
 */
export async function whenOpenTo(zone) {
  while (current !== undefined && DEPTH[current] < DEPTH[zone]) {
    await new Promise((resolve) => watchers.add(() => resolve(undefined)));
  }
  await changed;
}

/** @type {Record<NetworkZone, number>} */
const DEPTH = { public: 0, local: 1, machine: 2 };

/**
 * @param {NetworkZone | undefined} zone
 * @param {Rule[]} addRules
 */
function change(zone, addRules) {
  current = zone;
  changed = changed.catch(() => {}).then(() => replaceRules(addRules));
  for (const watcher of watchers) watcher();
  watchers.clear();
}

/** @param {Rule[]} addRules */
async function replaceRules(addRules) {
  const old = await chrome.declarativeNetRequest.getSessionRules();
  if (old.length + addRules.length === 0) return;
  const removeRuleIds = old.map(({ id }) => id);
  await chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds, addRules });
}
