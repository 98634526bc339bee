import { asMarkup } from "../core/drag.js";

/** @import {DraggedLink} from '../core/drag.js' */

/**
 * Copies links: as addresses, and for programs that take it, as links with their titles.
 * @param {DraggedLink[]} links
 */
export async function copyLinks(links) {
  const text = links.map(({ url }) => url).join("\n");
  const markup = links.map(asMarkup).join("<br>\n");
  await navigator.clipboard.write([
    new ClipboardItem({
      "text/plain": new Blob([text], { type: "text/plain" }),
      "text/html": new Blob([markup], { type: "text/html" }),
    }),
  ]);
}
