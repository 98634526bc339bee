/**
 * Small copies of the pictures that pages declare, kept in the browser's Cache: cards work
 * offline, and no site learns when the library is opened. Derived data: what is missing is
 * fetched again.
 */

const CACHE = "pictures";

/** A host that cannot exist: the entries are found by their name alone. */
const ENTRY = "https://picture.invalid/";

/** A picture that could not be had is asked for again after a week. */
const FORGET_FAILURE_AFTER = 7 * 24 * 60 * 60 * 1000;

/** @typedef {"card" | "icon"} PictureKind */

/**
 * @param {PictureKind} kind
 * @param {string} url
 */
const entryOf = (kind, url) => `${ENTRY}${kind}?${encodeURIComponent(url)}`;

/**
 * A kept picture; null where it is known that there is none, undefined where nothing is known.
 * @param {PictureKind} kind
 * @param {string} url
 * @returns {Promise<Blob | null | undefined>}
 */
export async function keptPicture(kind, url) {
  const entry = await caches.match(entryOf(kind, url), { cacheName: CACHE });
  if (!entry) return undefined;
  const failed = entry.headers.get("x-failed");
  if (failed === null) return entry.blob();
  return Date.now() - Number(failed) < FORGET_FAILURE_AFTER ? null : undefined;
}

/**
 * @param {PictureKind} kind
 * @param {string} url
 * @param {Blob | null} picture null: there is none
 */
export async function keepPicture(kind, url, picture) {
  const cache = await caches.open(CACHE);
  const entry = picture
    ? new Response(picture, { headers: { "content-type": picture.type } })
    : new Response(null, { headers: { "x-failed": String(Date.now()) } });
  await cache.put(entryOf(kind, url), entry);
}

/** Every picture goes. */
export async function forgetPictures() {
  await caches.delete(CACHE);
}
