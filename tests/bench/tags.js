import { applyRules } from "./rules.js";

/** What a parser met in a page, tag by tag, for the parsers that have no selectors. */
export class TagList {
  /** @type {Map<string, string>} */
  #metas = new Map();

  /** @type {Map<string, string>} */
  #links = new Map();

  /** @type {Map<string, string>} */
  #once = new Map();

  /** @type {string[]} */
  jsonLd = [];

  /** @type {string | undefined} */
  title;

  /**
   * @param {string} name in lower case
   * @param {Record<string, string | undefined>} attributes
   */
  add(name, attributes) {
    if (name === "meta") this.#addMeta(attributes);
    else if (name === "link") this.#addLink(attributes);
    else if (name === "html") keepFirst(this.#once, "lang", attributes.lang);
    else if (name === "base") keepFirst(this.#once, "base", attributes.href);
    else if (name === "time") keepFirst(this.#once, "time", attributes.datetime);
  }

  /** @param {Record<string, string | undefined>} attributes */
  #addMeta({ property, name, itemprop, content }) {
    for (const key of [property, name, itemprop]) {
      if (key) keepFirst(this.#metas, key.toLowerCase(), content);
    }
  }

  /** @param {Record<string, string | undefined>} attributes */
  #addLink({ rel = "", href }) {
    for (const word of rel.toLowerCase().split(/\s+/)) keepFirst(this.#links, word, href);
  }

  /** @param {string} url */
  read(url) {
    return applyRules(
      {
        meta: (name) => this.#metas.get(name),
        link: (rel) => this.#links.get(rel),
        title: () => this.title,
        lang: () => this.#once.get("lang"),
        base: () => this.#once.get("base"),
        time: () => this.#once.get("time"),
        jsonLd: () => this.jsonLd,
      },
      url,
    );
  }
}

/** @param {Record<string, string | undefined>} attributes of a script */
export const isJsonLd = ({ type }) => type?.toLowerCase() === "application/ld+json";

/**
 * @param {Map<string, string>} map
 * @param {string} key
 * @param {string | undefined} value
 */
function keepFirst(map, key, value) {
  if (value !== undefined && !map.has(key)) map.set(key, value);
}
