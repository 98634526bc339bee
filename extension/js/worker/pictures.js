import { isHarmless } from "../core/harmless.js";
import { keepPicture, keptPicture } from "../data/picture-cache.js";
import { whenOpenTo } from "../platform/network-guard.js";
import { openCore } from "./core.js";

/** @import {PictureKind} from "../data/picture-cache.js" */

/** Pixels of the kept copy: twice what a card or an icon shows, for dense screens. */
const SIZES = { card: { width: 600, height: 338 }, icon: { width: 64, height: 64 } };

const LIMIT_IN_BYTES = 8 * 1024 * 1024;
const LIMIT_OF_SVG_IN_BYTES = 256 * 1024;
const LIMIT_OF_MANIFEST_IN_BYTES = 256 * 1024;
const TIMEOUT = 15_000;
const AT_ONCE = 6;

/** @type {Map<string, Promise<boolean>>} */
const underWay = new Map();

/** @type {(() => void)[]} */
const queue = [];

let busy = 0;

/**
 * Fetches a picture that a page declares, scales it and keeps it.
 * @param {PictureKind} kind
 * @param {string} url the picture
 * @param {string} page the page that declares it
 * @returns {Promise<boolean>} whether there is a picture now
 */
export function fetchPicture(kind, url, page) {
  const name = `${kind} ${url}`;
  let fetching = underWay.get(name);
  if (!fetching) {
    fetching = inTurn(() => fetchNow(kind, url, page)).finally(() => underWay.delete(name));
    underWay.set(name, fetching);
  }
  return fetching;
}

/**
 * @param {PictureKind} kind
 * @param {string} url
 * @param {string} page
 */
async function fetchNow(kind, url, page) {
  const kept = await keptPicture(kind, url);
  if (kept !== undefined) return kept !== null;
  const core = await openCore();
  /** @param {string} address */
  const isAllowed = (address) => core.pictureAllowed(page, address);
  if (isAllowed(url)) await whenOpenTo(core.zoneOf(url));
  /** @param {string} manifest @param {string} address */
  const iconOf = (manifest, address) =>
    core.manifestIcon(manifest, address) ?? new URL("/favicon.ico", page).href;
  const picture = isAllowed(url)
    ? await read(kind, url, isAllowed, iconOf).catch(() => null)
    : null;
  // Without a network nothing is learnt about the picture.
  if (!picture && !navigator.onLine) return false;
  await keepPicture(kind, url, picture);
  return picture !== null;
}

/**
 * @param {PictureKind} kind
 * @param {string} url
 * @param {(address: string) => boolean} isAllowed
 * @param {(manifest: string, address: string) => string} [iconOf] where an icon may be declared in
 *   a web app manifest: followed once
 * @returns {Promise<Blob | null>}
 */
async function read(kind, url, isAllowed, iconOf) {
  const end = new AbortController();
  const signal = AbortSignal.any([end.signal, AbortSignal.timeout(TIMEOUT)]);
  try {
    const answer = await fetch(url, {
      credentials: "omit",
      headers: { Accept: "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8" },
      referrerPolicy: "no-referrer",
      signal,
    });
    const type = answer.headers.get("content-type")?.split(";", 1)[0]?.trim() ?? "";
    if (!answer.ok || !answer.body || !isAllowed(answer.url)) return null;
    if (iconOf && kind === "icon" && type.endsWith("json")) {
      const bytes = await readUpTo(answer.body, LIMIT_OF_MANIFEST_IN_BYTES);
      const icon = bytes && iconOf(await new Blob(bytes).text(), answer.url);
      return icon && isAllowed(icon) ? await read(kind, icon, isAllowed) : null;
    }
    if (!type.startsWith("image/")) return null;
    const svg = type === "image/svg+xml";
    const bytes = await readUpTo(answer.body, svg ? LIMIT_OF_SVG_IN_BYTES : LIMIT_IN_BYTES);
    if (!bytes) return null;
    const blob = new Blob(bytes, { type });
    if (!isHarmless(type, new Uint8Array(await blob.arrayBuffer()))) return null;
    // A drawing scales itself; shown as an image it runs no script and loads nothing.
    return svg ? blob : await scale(blob, kind);
  } finally {
    end.abort();
  }
}

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @param {number} limit
 * @returns {Promise<Uint8Array<ArrayBuffer>[] | null>} null where there is more
 */
async function readUpTo(body, limit) {
  const chunks = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return chunks;
}

/**
 * @param {Blob} blob
 * @param {PictureKind} kind
 */
async function scale(blob, kind) {
  const { width, height } = SIZES[kind];
  const whole = await createImageBitmap(blob);
  const ratio = Math.min(1, Math.max(width / whole.width, height / whole.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(whole.width * ratio)),
    Math.max(1, Math.round(whole.height * ratio)),
  );
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.imageSmoothingQuality = "high";
  context.drawImage(whole, 0, 0, canvas.width, canvas.height);
  whole.close();
  return canvas.convertToBlob({ type: "image/webp", quality: 0.82 });
}

/**
 * @template T
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
async function inTurn(task) {
  if (busy >= AT_ONCE) await new Promise((resolve) => queue.push(() => resolve(undefined)));
  busy += 1;
  try {
    return await task();
  } finally {
    busy -= 1;
    queue.shift()?.();
  }
}
