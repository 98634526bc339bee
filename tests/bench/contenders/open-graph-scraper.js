import ogs from "open-graph-scraper";
import { absolute } from "../rules.js";
import { textOf } from "./text.js";

/** @param {{bytes: Uint8Array, charset: string, url: string}} page */
export async function read(page) {
  const { error, result } = await ogs({ html: textOf(page) });
  if (error) throw new Error(result.error);
  return {
    title: result.ogTitle,
    description: result.ogDescription,
    // It leaves addresses as they stand in the page.
    image: absolute(result.ogImage?.[0]?.url, page.url),
    icon: absolute(result.favicon, page.url),
    site_name: result.ogSiteName,
    canonical: absolute(result.ogUrl, page.url),
    lang: result.ogLocale,
    published: result.articlePublishedTime ?? result.articlePublishedDate ?? result.ogDate,
    author: result.author ?? result.articleAuthor,
  };
}
