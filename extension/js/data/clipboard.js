import { asMarkdown, asMarkup } from "../core/drag.js";

/** @import {DraggedLink} from '../core/drag.js' */

/** In which form links are copied as text. @typedef {'addresses' | 'markdown' | 'html'} CopyForm */

/**
 * Copies links: in one form as text, and for programs that take it, as links with their titles.
 * @param {DraggedLink[]} links
 * @param {CopyForm} [form]
 */
export async function copyLinks(links, form = "addresses") {
  const markup = links.map(asMarkup).join("<br>\n");
  const text = {
    addresses: () => links.map(({ url }) => url).join("\n"),
    markdown: () => markdown(links),
    html: () => markup,
  }[form]();
  await navigator.clipboard.write([
    new ClipboardItem({
      "text/plain": new Blob([text], { type: "text/plain" }),
      // Where rich text is taken, Markdown would not be seen.
      ...(form !== "markdown" && { "text/html": new Blob([markup], { type: "text/html" }) }),
    }),
  ]);
}

/** @param {DraggedLink[]} links */
function markdown(links) {
  const lines = links.map(asMarkdown);
  return lines.length > 1 ? lines.map((line) => `- ${line}`).join("\n") : lines.join("");
}
