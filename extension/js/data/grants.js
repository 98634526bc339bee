import { createStore } from "../core/store.js";
import {
  ask,
  giveBack,
  isFixed,
  isGranted,
  onPermissions,
  SITES,
} from "../platform/permissions.js";

/** @import {Grant, Permission} from '../platform/permissions.js' */

/** @typedef {'sites' | 'history' | 'tabs' | 'bookmarks' | 'notifications'} GrantName */
/** @typedef {Record<GrantName, { granted: boolean, fixed: boolean }>} Grants */

/** What cannot be done without. @type {Record<GrantName, Grant>} */
const GRANTS = {
  sites: SITES,
  history: { permissions: ["history"] },
  tabs: { permissions: ["tabs"] },
  bookmarks: { permissions: ["bookmarks"] },
  notifications: { permissions: ["notifications"] },
};

/**
 * What is asked for with it, so that the browser asks once: the icons of the pages, the names of the groups of tabs.
 * @type {Record<GrantName, Permission[]>}
 */
const BESIDE = {
  sites: [],
  history: ["favicon"],
  tabs: ["favicon", "tabGroups"],
  bookmarks: ["favicon"],
  notifications: [],
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

/** @param {GrantName} name */
export function isAllowed(name) {
  return isGranted(GRANTS[name]);
}

/**
 * To be called in the handler of a press.
 * @param {GrantName} name
 * @returns {Promise<boolean>} whether it is allowed now
 */
export async function allow(name) {
  const { permissions = [], origins = [] } = GRANTS[name];
  const given = await ask({ permissions: [...permissions, ...BESIDE[name]], origins });
  await refresh();
  return given;
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
