import { readPage } from "../../extension/wasm/urlink.js";

/** @import {Values} from "./fields.js" */

/** @typedef {{bytes: Uint8Array, url: string, contentType: string}} Body */

/** The core as it is shipped: what a save reads of a page, and all that the page says. */
export const OWN = {
  "urLink, a save": { read: (/** @type {Body} */ page) => read(page, false) },
  "urLink, everything": { read: (/** @type {Body} */ page) => read(page, true) },
};

/**
 * @param {Body} page
 * @param {boolean} everything
 * @returns {Values}
 */
function read({ bytes, url, contentType }, everything) {
  const { metadata, leftOut } = readPage(bytes, url, contentType, everything);
  const said = leftOut ?? metadata;
  return {
    title: said.title,
    description: said.description,
    image: said.image?.url,
    icon: said.icon,
    site_name: said.siteName,
    canonical: said.canonical,
    lang: said.language,
    published: said.published,
    author: said.author,
  };
}
