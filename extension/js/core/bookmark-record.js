/** @import {BookmarkRecord} from '../../wasm/urlink.js' */

/** @typedef {BookmarkRecord & { top?: string }} KeptRecord */

/**
 * What of the browser's bookmarks was made by us, as far as the stored text says so.
 * @param {string | undefined} text
 * @returns {{ record: KeptRecord, whole: boolean }} whole: nothing of the text is passed over
 */
export function readBookmarkRecord(text) {
  if (text === undefined) return { record: { folders: {}, links: [] }, whole: true };
  const { top, folders, links } = objectOf(parsed(text));
  /** @type {KeptRecord} */
  const record = {
    folders: Object.fromEntries(
      Object.entries(objectOf(folders)).flatMap(([category, id]) =>
        typeof id === "string" ? [[category, id]] : [],
      ),
    ),
    links: Array.isArray(links) ? links.filter((id) => typeof id === "string") : [],
    ...(typeof top === "string" && { top }),
  };
  const same = (/** @type {unknown} */ one, /** @type {unknown} */ other) =>
    JSON.stringify(one) === JSON.stringify(other);
  const whole = same(folders, record.folders) && same(links, record.links) && top === record.top;
  return { record, whole };
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function objectOf(value) {
  return typeof value === "object" && value !== null ? { .../** @type {{}} */ (value) } : {};
}
