/**
 * What the core can make anew from the library, and keeps so that it need not: bytes under names.
 */

const DATABASE = "derived";
const PARTS = "parts";

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

/**
 * @param {string[]} names
 * @returns {Promise<(Uint8Array | undefined)[]>}
 */
export async function kept(names) {
  const parts = (await open()).transaction(PARTS).objectStore(PARTS);
  return Promise.all(names.map((name) => settled(parts.get(name))));
}

/**
 * Keeps all or nothing.
 * @param {Record<string, Uint8Array>} entries
 */
export async function keep(entries) {
  const transaction = (await open()).transaction(PARTS, "readwrite");
  const parts = transaction.objectStore(PARTS);
  for (const [name, bytes] of Object.entries(entries)) parts.put(bytes, name);
  await /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    })
  );
}

/** Forgets everything. */
export async function forget() {
  const database = await opened?.catch(() => undefined);
  database?.close();
  opened = undefined;
  await settled(indexedDB.deleteDatabase(DATABASE));
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  opened ??= openNow().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function openNow() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(PARTS);
  const database = await settled(request);
  // The browser closes it when its data are erased; what is asked next opens it anew.
  database.onclose = () => {
    opened = undefined;
  };
  return database;
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
