import createMetascraper from "metascraper";
import author from "metascraper-author";
import date from "metascraper-date";
import description from "metascraper-description";
import image from "metascraper-image";
import lang from "metascraper-lang";
import favicon from "metascraper-logo-favicon";
import publisher from "metascraper-publisher";
import title from "metascraper-title";
import url from "metascraper-url";
import { textOf } from "./text.js";

const metascraper = createMetascraper([
  author(),
  date(),
  description(),
  image(),
  lang(),
  // It would ask the network which icons exist; here all do.
  favicon({ google: false, resolveFaviconUrl: (address) => Promise.resolve({ url: address }) }),
  publisher(),
  title(),
  url(),
]);

/** @param {{bytes: Uint8Array, charset: string, url: string}} page */
export async function read(page) {
  const said = await metascraper({ html: textOf(page), url: page.url, validateUrl: false });
  return {
    title: said.title,
    description: said.description,
    image: said.image,
    icon: said.logo,
    site_name: said.publisher,
    canonical: said.url,
    lang: said.lang,
    published: said.date,
    author: said.author,
  };
}
