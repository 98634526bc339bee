import { readBookmarkRecord } from "../core/bookmark-record.js";
import {
  barFolder,
  bookmarkFolder,
  createBookmark,
  moveBookmark,
  removeBookmark,
  renameBookmark,
} from "../platform/bookmarks.js";
import { keepAlive } from "../platform/keep-alive.js";
import { libraryStore } from "../platform/storage.js";
import { openCore } from "./core.js";

/** @import {BookmarkChange, BookmarkMirror} from '../../wasm/urlink.js' */

/** Where we keep what of the bookmarks was made by us. If it is lost, nothing is made twice. */
const RECORD = "x:bookmarks";

const FOLDER = "urLink";

/** Links are asked for in such groups. */
const PAGE = 500;

/** @type {Promise<number> | undefined} */
let running;

/**
 * Makes a folder of the browser's bookmarks say what the library says.
 * @returns {Promise<number>} how many things were changed
 */
export function exportToBookmarks() {
  running ??= keepAlive(run()).finally(() => {
    running = undefined;
  });
  return running;
}

async function run() {
  const core = await openCore();
  const { [RECORD]: text } = await libraryStore.get([RECORD]);
  const { record: read, whole } = readBookmarkRecord(text);
  const { top: known, ...record } = read;
  const top = (known && (await bookmarkFolder(known))) || (await barFolder(FOLDER));
  const present = (await bookmarkFolder(top.id)) ?? top;
  const plan = core.planBookmarks(await wanted(), present, record);
  const places = new Map(Object.entries(plan.record.folders));
  const links = [...plan.record.links];
  for (const change of plan.changes) await apply(change);
  const kept = { top: top.id, folders: Object.fromEntries(places), links };
  const aside = whole ? {} : { [`d:${Date.now()}:${RECORD}`]: JSON.stringify(text) };
  await libraryStore.set({ [RECORD]: JSON.stringify(kept), ...aside });
  return plan.changes.length;

  /** @param {BookmarkChange} change */
  async function apply(change) {
    switch (change.kind) {
      case "folder":
        places.set(change.category, await createBookmark(top.id, { title: change.title }));
        break;
      case "create":
        links.push(await createBookmark(placeOf(change.category), change));
        break;
      case "rename":
        await renameBookmark(change.id, change.title);
        break;
      case "move":
        await moveBookmark(change.id, placeOf(change.category));
        break;
      case "remove":
        await removeBookmark(change.id);
        break;
    }
  }

  /** @param {string | undefined} category */
  function placeOf(category) {
    return (category && places.get(category)) || top.id;
  }
}

/**
 * What the library says, the oldest links first: what is new comes last.
 * @returns {Promise<BookmarkMirror>}
 */
async function wanted() {
  const core = await openCore();
  const { categories } = core.listCategories();
  const links = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await core.queryLinks({ category: "all", sort: "oldest", offset, limit: PAGE });
    for (const { href, title, category } of page.links) {
      if (href) links.push({ url: href, title, ...(category && { category }) });
    }
    if (offset + PAGE >= page.total) break;
  }
  return { folders: categories.map(({ id, name }) => ({ category: id, title: name })), links };
}
