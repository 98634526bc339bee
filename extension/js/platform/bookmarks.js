/** @typedef {chrome.bookmarks.BookmarkTreeNode} BookmarkNode */

/**
 * What stands at the top of the browser's bookmarks: its bar, and whatever else it has.
 * @returns {Promise<BookmarkNode[]>}
 */
export async function bookmarkRoots() {
  const [root] = await chrome.bookmarks.getTree();
  return root?.children ?? [];
}

/**
 * Calls back when bookmarks are others.
 * @param {() => void} callback
 * @returns {() => void} stops it
 */
export function onBookmarks(callback) {
  const { onCreated, onChanged, onMoved, onRemoved, onChildrenReordered } = chrome.bookmarks;
  const events = [onCreated, onChanged, onMoved, onRemoved, onChildrenReordered];
  for (const event of events) event.addListener(callback);
  return () => {
    for (const event of events) event.removeListener(callback);
  };
}

/** @param {string} id */
export async function bookmarkFolder(id) {
  try {
    const [folder] = await chrome.bookmarks.getSubTree(id);
    return folder;
  } catch {
    // Somebody has removed it.
    return undefined;
  }
}

/**
 * The folder of a name in the bookmarks bar, made where it is missing.
 * @param {string} title
 */
export async function barFolder(title) {
  const [bar] = await bookmarkRoots();
  if (!bar) throw new Error("the browser has no bookmarks bar");
  const found = bar.children?.find((node) => !node.url && node.title === title);
  return found ?? chrome.bookmarks.create({ parentId: bar.id, title });
}

/**
 * @param {string} folder
 * @param {{ title: string, url?: string }} bookmark  Without an address: a folder.
 * @returns {Promise<string>} its id
 */
export async function createBookmark(folder, { title, url }) {
  return (await chrome.bookmarks.create({ parentId: folder, title, ...(url && { url }) })).id;
}

/**
 * @param {string} id
 * @param {string} title
 */
export async function renameBookmark(id, title) {
  await chrome.bookmarks.update(id, { title });
}

/**
 * @param {string} id
 * @param {string} folder
 */
export async function moveBookmark(id, folder) {
  await chrome.bookmarks.move(id, { parentId: folder });
}

/**
 * A bookmark, or a folder with nothing in it.
 * @param {string} id
 */
export async function removeBookmark(id) {
  await chrome.bookmarks.remove(id);
}
