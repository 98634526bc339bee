import { createStore } from "../core/store.js";
import {
  ask,
  giveBack,
  isFixed,
  isGranted,
  onPermissions,
  SITES,
} from "../platform/permissions.js";

/** @import {Grant} from '../platform/permissions.js' */

/** @typedef {'sites' | 'history' | 'tabs' | 'bookmarks'} GrantName */
/** @typedef {Record<GrantName, { granted: boolean, fixed: boolean }>} Grants */

/** @type {Record<GrantName, Grant>} */
const GRANTS = {
  sites: SITES,
  history: { permissions: ["history"] },
  tabs: { permissions: ["tabs"] },
  bookmarks: { permissions: ["bookmarks"] },
};

const NAMES = /** @type {GrantName[]} */ (Object.keys(GRANTS));

/** What the browser lets us do; undefined: not known yet. */
export const grants = createStore(
  /** @type {{ known: Grants | undefined }} */ ({ known: undefined }),
);

/** Takes up what is granted, and follows it. */
export async function openGrants() {
  onPermissions(refresh);
  await refresh();
}

/**
 * To be called in the handler of a press.
 * @param {GrantName} name
 */
export async function allow(name) {
  await ask(GRANTS[name]);
  await refresh();
}

/** @param {GrantName} name */
export async function takeBack(name) {
  await giveBack(GRANTS[name]);
  await refresh();
}

async function refresh() {
  const states = await Promise.all(
    NAMES.map(async (name) => [
      name,
      { granted: await isGranted(GRANTS[name]), fixed: isFixed(GRANTS[name]) },
    ]),
  );
  grants.set({ known: /** @type {Grants} */ (Object.fromEntries(states)) });
}
