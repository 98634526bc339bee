/**
 * A manifest, as far as packaging looks at it.
 * @typedef {Record<string, unknown> & { permissions: string[], host_permissions: string[] }} Manifest
 */

/** What the browser would warn of at install: asked for at first use instead, with the reason. */
const ASKED_LATER = ["bookmarks", "favicon", "history", "notifications", "tabGroups", "tabs"];

/**
 * The manifest for the store, from that of the unpacked extension: installing it shows no warning. Nothing else is
 * another.
 * @param {Manifest} manifest
 */
export function storeManifest({ permissions, host_permissions, ...rest }) {
  return {
    ...rest,
    permissions: permissions.filter((name) => !ASKED_LATER.includes(name)),
    optional_permissions: permissions.filter((name) => ASKED_LATER.includes(name)),
    optional_host_permissions: host_permissions,
  };
}
