/**
 * What is dragged, in and out. A drag carries several forms of the same: ours, which keep everything, and those that
 * every other program reads. Before a drop the browser tells only the names of the forms.
 */

/** Ids of links of the library, as JSON. */
const IDS = "application/x-urlink-ids";
/** Addresses with their titles, as JSON: see `DraggedLink`. */
const LINKS = "application/x-urlink-links";
/** The id of a category. */
const CATEGORY = "application/x-urlink-category";
const ADDRESSES = "text/uri-list";
const MARKUP = "text/html";
const TEXT = "text/plain";

const ANCHOR = /<a\s[^>]*\bhref\s*=[^>]*>[\s\S]*?<\/a\s*>/giu;

/** @typedef {{ url: string, title?: string }} DraggedLink */

/**
 * What was dropped: links of the library, addresses to save (each with the title that is known), a text that the core
 * takes apart as it does a pasted list, or a category.
 * @typedef {{ kind: 'ids', ids: string[] }
 *   | { kind: 'links', urls: string[], hints: (string | null)[] }
 *   | { kind: 'text', text: string }
 *   | { kind: 'category', id: string }} Dropped
 */

/** The part of a `DataTransfer` that a drag is read from. @typedef {Pick<DataTransfer, 'getData' | 'types'>} DragData */

/**
 * What a drag over the page seems to carry; undefined: nothing for us.
 * @param {readonly string[]} types  Of the `DataTransfer`.
 * @returns {'ids' | 'links' | 'category' | undefined}
 */
export function carried(types) {
  if (types.includes(CATEGORY)) return "category";
  if (types.includes(IDS)) return "ids";
  if ([LINKS, ADDRESSES, MARKUP, TEXT].some((type) => types.includes(type))) return "links";
  return undefined;
}

/**
 * Links that are not in the library, out of a panel.
 * @param {Pick<DataTransfer, 'setData'>} data
 * @param {DraggedLink[]} links
 */
export function writeLinks(data, links) {
  data.setData(LINKS, JSON.stringify(links));
  data.setData(ADDRESSES, links.map(({ url }) => url).join("\r\n"));
  data.setData(MARKUP, links.map(asMarkup).join("<br>\n"));
  data.setData(TEXT, links.map(({ url }) => url).join("\n"));
}

/**
 * Links of the library: also the links that they are, for other programs.
 * @param {Pick<DataTransfer, 'setData'>} data
 * @param {string[]} ids
 * @param {DraggedLink[]} links  Those of them that are known.
 */
export function writeCards(data, ids, links) {
  writeLinks(data, links);
  data.setData(IDS, JSON.stringify(ids));
}

/**
 * @param {Pick<DataTransfer, 'setData'>} data
 * @param {string} id
 */
export function writeCategory(data, id) {
  data.setData(CATEGORY, id);
}

/**
 * What a drop brings. Nothing in it is trusted: a page may set any form.
 * @param {DragData} data
 * @returns {Dropped | undefined}
 */
export function readDrop(data) {
  const category = data.getData(CATEGORY);
  if (category) return { kind: "category", id: category };
  const ids = parsed(data.getData(IDS)).filter((id) => typeof id === "string");
  if (ids.length > 0) return { kind: "ids", ids };
  const links = parsed(data.getData(LINKS)).filter(isLink);
  if (links.length > 0) {
    return {
      kind: "links",
      urls: links.map(({ url }) => url),
      hints: links.map(({ title }) => (typeof title === "string" && title) || null),
    };
  }
  const anchors = data.getData(MARKUP).match(ANCHOR) ?? [];
  if (anchors.length > 0) {
    return { kind: "text", text: anchors.map((anchor) => anchor.replace(/\s+/gu, " ")).join("\n") };
  }
  const text = addressesOf(data.getData(ADDRESSES)) || data.getData(TEXT);
  return text.trim() ? { kind: "text", text } : undefined;
}

/**
 * A link as HTML.
 * @param {DraggedLink} link
 */
export function asMarkup({ url, title }) {
  return `<a href="${escaped(url)}">${escaped(title || url)}</a>`;
}

/** What would not be read as it stands: brackets, tags, code, emphasis that is not inside a word, entities. */
const MARKDOWN =
  /[\\[\]<`*]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|(?<=~)~|&(?=#?[\p{L}\p{N}]+;)/gu;

/**
 * A link as Markdown (CommonMark, and what GitHub adds to it): it reads as its title does, whatever that is.
 * @param {DraggedLink} link
 */
export function asMarkdown({ url, title }) {
  const words = (title || url).replace(MARKDOWN, "\\$&").replace(/\s+/gu, " ");
  const address = url
    .replace(/[()<>\\]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    .replace(/&(?=#?[\p{L}\p{N}]+;)/gu, "&amp;");
  return `[${words}](${address})`;
}

/** @param {string} text */
function escaped(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/**
 * @param {string} text
 * @returns {unknown[]}
 */
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/**
 * @param {unknown} value
 * @returns {value is DraggedLink}
 */
function isLink(value) {
  return typeof (/** @type {Partial<DraggedLink> | null} */ (value)?.url) === "string";
}

/**
 * The addresses of a `text/uri-list` (RFC 2483), without its comments.
 * @param {string} list
 */
function addressesOf(list) {
  return list
    .split(/\r?\n/u)
    .filter((line) => line && !line.startsWith("#"))
    .join("\n");
}
