import { isHarmless } from "../core/harmless.js";
import { send } from "../platform/messages.js";
import { keptPicture } from "./picture-cache.js";

/** @import {PictureKind} from "./picture-cache.js" */

/** Object urls keep their pictures in memory: only so many at a time. */
const LIMIT = 600;

/** @type {Map<string, Promise<string | null>>} */
const known = new Map();

/**
 * The address of a kept picture, for an `<img>` of this page; null where there is none. What is
 * not kept yet is fetched by the worker.
 * @param {PictureKind} kind
 * @param {string} url the picture
 * @param {string} page the page that declares it
 * @returns {Promise<string | null>}
 */
export function pictureOf(kind, url, page) {
  const name = `${kind} ${url}`;
  const isThere = url.startsWith("data:");
  const picture = known.get(name) ?? (isThere ? harmless(url) : load(kind, url, page));
  // Set anew, so that the map is ordered by last use.
  known.delete(name);
  known.set(name, picture);
  if (known.size > LIMIT) forgetOldest();
  return picture;
}

/**
 * @param {PictureKind} kind
 * @param {string} url
 * @param {string} page
 */
async function load(kind, url, page) {
  let picture = await keptPicture(kind, url);
  if (picture === undefined && (await send("fetchPicture", kind, url, page))) {
    picture = await keptPicture(kind, url);
  }
  return picture ? URL.createObjectURL(picture) : null;
}

/**
 * A picture that the page brought along.
 * @param {string} url
 */
async function harmless(url) {
  const picture = await (await fetch(url)).blob();
  const bytes = new Uint8Array(await picture.arrayBuffer());
  return isHarmless(picture.type, bytes) ? url : null;
}

function forgetOldest() {
  const [oldest] = known;
  if (!oldest) return;
  known.delete(oldest[0]);
  oldest[1].then((address) => address && URL.revokeObjectURL(address));
}
