import { DOMParser } from "linkedom";
import { readDocument } from "../document.js";
import { textOf } from "./text.js";

/** @param {{bytes: Uint8Array, charset: string, url: string}} page */
export const read = (page) =>
  readDocument(new DOMParser().parseFromString(textOf(page), "text/html"), page.url);
