// What runs in a page of the extension: each function is sent there as text, and has nothing but
// its argument.

/**
 * Asks the worker so often, and tells how long each answer took.
 * @param {{name: string, args: unknown[], times: number}} question
 * @returns {Promise<{times: number[], value: any}>}
 */
export async function ask({ name, args, times }) {
  const taken = [];
  let answer;
  for (let count = 0; count < times; count += 1) {
    const start = performance.now();
    answer = await chrome.runtime.sendMessage({ name, args });
    taken.push(performance.now() - start);
    if (!answer?.ok) throw new Error(answer?.message ?? "the worker did not answer");
  }
  return { times: taken, value: answer?.value };
}

/** Whether the copy of what searching reads is kept, whole. */
export async function isKept() {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  if (!names.includes("derived")) return false;
  /** @type {IDBDatabase} */
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open("derived");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  if (!database.objectStoreNames.contains("parts")) return false;
  /** @type {Uint8Array | undefined} */
  const head = await new Promise((resolve, reject) => {
    const request = database.transaction("parts").objectStore("parts").get("catalogue");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  return head !== undefined && head.length > 0;
}
