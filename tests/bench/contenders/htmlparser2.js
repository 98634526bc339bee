import { Parser } from "htmlparser2";
import { isJsonLd, TagList } from "../tags.js";
import { textOf } from "./text.js";

/** @param {{bytes: Uint8Array, charset: string, url: string}} page */
export function read(page) {
  const tags = new TagList();
  /** @type {string[] | undefined} */
  let text;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        tags.add(name, attributes);
        const isWanted = name === "title" ? tags.title === undefined : isJsonLd(attributes);
        if (isWanted) text = [];
      },
      ontext(data) {
        text?.push(data);
      },
      onclosetag(name) {
        if (!text || (name !== "title" && name !== "script")) return;
        if (name === "title") tags.title = text.join("");
        else tags.jsonLd.push(text.join(""));
        text = undefined;
      },
    },
    { decodeEntities: true },
  );
  parser.end(textOf(page));
  return tags.read(page.url);
}
