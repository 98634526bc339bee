import { applyRules } from "./rules.js";

/** @import {Tags} from "./rules.js" */

/**
 * Reads a parsed document as most programs do: by `querySelector`.
 * @param {Document} document
 * @param {string} url
 */
export function readDocument(document, url) {
  /**
   * @param {string} selector
   * @param {string} attribute
   */
  const first = (selector, attribute) => document.querySelector(selector)?.getAttribute(attribute);
  /** @type {Tags} */
  const tags = {
    meta: (name) =>
      first(
        `meta[property="${name}" i],meta[name="${name}" i],meta[itemprop="${name}" i]`,
        "content",
      ),
    link: (rel) => first(`link[rel~="${rel}" i]`, "href"),
    title: () => document.querySelector("title")?.textContent,
    lang: () => first("html", "lang"),
    base: () => first("base[href]", "href"),
    time: () => first("time[datetime]", "datetime"),
    jsonLd: () => {
      const scripts = document.querySelectorAll('script[type="application/ld+json" i]');
      return Array.from(scripts, (script) => script.textContent ?? "");
    },
  };
  return applyRules(tags, url);
}
