import { load } from "cheerio";
import { applyRules } from "../rules.js";
import { textOf } from "./text.js";

/** @param {{bytes: Uint8Array, charset: string, url: string}} page */
export function read(page) {
  const $ = load(textOf(page));
  const first = (selector, attribute) => $(selector).first().attr(attribute);
  return applyRules(
    {
      meta: (name) =>
        first(
          `meta[property="${name}" i],meta[name="${name}" i],meta[itemprop="${name}" i]`,
          "content",
        ),
      link: (rel) => first(`link[rel~="${rel}" i]`, "href"),
      title: () => $("title").first().text(),
      lang: () => first("html", "lang"),
      base: () => first("base[href]", "href"),
      time: () => first("time[datetime]", "datetime"),
      jsonLd: () =>
        $('script[type="application/ld+json" i]')
          .toArray()
          .map((script) => $(script).text()),
    },
    page.url,
  );
}
