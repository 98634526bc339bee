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
