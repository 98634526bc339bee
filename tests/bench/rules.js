/** @import {Values} from "./fields.js" */

/**
 * What a parser has to find in a page, so that the usual rules can be applied. Names are in lower
 * case; what is asked for is compared without case.
 * @typedef {object} Tags
 * @property {(name: string) => string | null | undefined} meta the content of the first of a property, name or itemprop
 * @property {(rel: string) => string | null | undefined} link the address of the first with a word in its `rel`
 * @property {() => string | null | undefined} title
 * @property {() => string | null | undefined} lang
 * @property {() => string | null | undefined} base
 * @property {() => string | null | undefined} time
 * @property {() => string[]} jsonLd
 */

/**
 * The usual rules, the same over every parser that has none of its own.
 * @param {Tags} tags
 * @param {string} url
 * @returns {Values}
 */
export function applyRules(tags, url) {
  const base = absolute(tags.base(), url) ?? url;
  /** @param {string[]} names */
  const meta = (...names) => firstOf(names, tags.meta);
  /** @param {string[]} rels */
  const link = (...rels) => firstOf(rels, tags.link);
  /** @type {any[] | undefined} */
  let read;
  const nodes = () => {
    read ??= tags.jsonLd().flatMap(nodesOf);
    return read;
  };
  return {
    title: meta("og:title", "twitter:title") || tags.title()?.trim(),
    description: meta("og:description", "twitter:description", "description"),
    image: absolute(meta("og:image", "twitter:image", "twitter:image:src"), base),
    icon: absolute(link("icon", "apple-touch-icon") || "/favicon.ico", base),
    site_name: meta("og:site_name", "application-name"),
    canonical: absolute(link("canonical") || meta("og:url"), base),
    lang: tags.lang() || meta("og:locale"),
    published:
      meta("article:published_time", "datepublished", "date") ||
      nodes().find(({ datePublished }) => datePublished)?.datePublished ||
      tags.time(),
    author: meta("author") || namesOf(nodes().find(({ author }) => author)?.author),
  };
}

/**
 * @param {string[]} names
 * @param {(name: string) => string | null | undefined} find
 */
function firstOf(names, find) {
  for (const name of names) {
    const value = find(name)?.trim();
    if (value) return value;
  }
  return undefined;
}

/**
 * @param {string | null | undefined} address
 * @param {string} base
 */
export function absolute(address, base) {
  if (!address) return undefined;
  return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

/**
 * The nodes of a block of JSON-LD.
 * @param {string} text
 * @returns {any[]}
 */
function nodesOf(text) {
  try {
    const value = JSON.parse(text);
    const list = Array.isArray(value) ? value : (value?.["@graph"] ?? [value]);
    return Array.isArray(list) ? list.filter((node) => node && typeof node === "object") : [];
  } catch {
    return [];
  }
}

/**
 * @param {any} author
 * @returns {string | undefined}
 */
function namesOf(author) {
  if (Array.isArray(author)) return author.map(namesOf).filter(Boolean).join(", ");
  return typeof author === "object" ? author?.name : author;
}
