import domino from "@mixmark-io/domino";
import parser from "page-metadata-parser";
import { textOf } from "./text.js";

/** @param {{bytes: Uint8Array, charset: string, url: string}} page */
export function read(page) {
  const said = parser.getMetadata(domino.createDocument(textOf(page)), page.url);
  return {
    title: said.title,
    description: said.description,
    image: said.image,
    icon: said.icon,
    site_name: said.provider,
    canonical: said.url,
    lang: said.language,
  };
}
