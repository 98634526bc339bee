import { parse } from "parse5";
import { isJsonLd, TagList } from "../tags.js";
import { textOf } from "./text.js";

/** @param {{bytes: Uint8Array, charset: string, url: string}} page */
export function read(page) {
  const tags = new TagList();
  const rest = [parse(textOf(page))];
  for (let node = rest.pop(); node; node = rest.pop()) {
    const children = node.childNodes ?? [];
    for (let index = children.length - 1; index >= 0; index -= 1) rest.push(children[index]);
    if (!node.tagName) continue;
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    tags.add(node.tagName, attributes);
    if (node.tagName === "title") tags.title ??= textIn(node);
    else if (node.tagName === "script" && isJsonLd(attributes)) tags.jsonLd.push(textIn(node));
  }
  return tags.read(page.url);
}

const textIn = (node) => node.childNodes.map(({ value = "" }) => value).join("");
