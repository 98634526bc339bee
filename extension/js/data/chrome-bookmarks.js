import { t } from "../core/i18n.js";
import { bookmarkRoots, onBookmarks } from "../platform/bookmarks.js";
import { BrowserList } from "./browser-list.js";
import { offered } from "./offered.js";

/** @import {Entry, Section} from '../core/outline.js' */
/** @import {BookmarkNode} from '../platform/bookmarks.js' */

/**
 * The browser's bookmarks, by folder, followed.
 * @param {(error?: unknown) => void} changed
 */
export function chromeBookmarks(changed) {
  return new BrowserList(readBookmarks, onBookmarks, changed);
}

/** The browser's bookmarks as they are now, by folder. */
export async function readBookmarks() {
  return withEntries(foldersOf(await bookmarkRoots(), 0));
}

/** @typedef {{ node: BookmarkNode, depth: number }} Folder */

/**
 * Folders with what is in them, each before those inside it.
 * @param {BookmarkNode[]} nodes
 * @param {number} depth
 * @returns {Folder[]}
 */
function foldersOf(nodes, depth) {
  return nodes.flatMap((node) =>
    node.children ? [{ node, depth }, ...foldersOf(node.children, depth + 1)] : [],
  );
}

/**
 * @param {Folder[]} folders
 * @returns {Promise<Section[]>}
 */
async function withEntries(folders) {
  const bookmarks = folders.flatMap(({ node, depth }) =>
    (node.children ?? []).flatMap((child) => (child.url ? [{ child, folder: node, depth }] : [])),
  );
  const known = await offered(bookmarks.map(({ child }) => child.url ?? ""));
  /** @type {Map<string, Entry[]>} */
  const byFolder = new Map();
  for (const [at, { child, folder, depth }] of bookmarks.entries()) {
    const one = known[at];
    if (!one) continue;
    const entries = byFolder.get(folder.id) ?? [];
    byFolder.set(folder.id, entries);
    entries.push({
      key: `bookmark:${child.id}`,
      url: child.url ?? "",
      title: child.title,
      host: one.host,
      // What lies at the top lies in no folder that anyone made.
      ...(depth > 0 && folder.title && { folder: folder.title }),
    });
  }
  const sections = folders.map(({ node, depth }) => ({
    id: `folder:${node.id}`,
    name: () => node.title || t("nameless_folder"),
    depth,
    entries: byFolder.get(node.id) ?? [],
  }));
  return withoutEmpty(sections);
}

/**
 * Without the folders in which nothing is, however deep.
 * @param {Section[]} sections
 */
function withoutEmpty(sections) {
  /** @type {Section[]} From the last. */
  const kept = [];
  for (const section of sections.toReversed()) {
    const holdsOthers = (kept.at(-1)?.depth ?? 0) > section.depth;
    if (section.entries.length > 0 || holdsOthers) kept.push(section);
  }
  return kept.toReversed();
}
