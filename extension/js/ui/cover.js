import { html, nothing } from "../../vendor/lit/lit-html.js";
import { hueOf } from "../core/colour.js";
import { hash, initial } from "../core/text.js";
import { cssVars } from "./css-vars.js";
import { lateSource } from "./late-source.js";

/** @import {LinkView} from '../../wasm/urlink.js' */
/** @import {PictureOf} from './card.js' */

/** How many patterns `covers.css` knows. */
const PATTERNS = 6;

/**
 * What a card shows above its words: the kept copy of the page's image, and below it, until that is there and if
 * there is none, a cover made for the site of its colour, its letter and a pattern.
 * @param {LinkView} link
 * @param {PictureOf} pictureOf
 */
export function cardImage(link, pictureOf) {
  const image = link.image?.url;
  return html`<div
    class="cover tinted pattern-${hash(`pattern of ${link.host}`, PATTERNS)}"
    aria-hidden="true"
    ${cssVars({ "--hue": hueOf(link.host, link.page?.themeColor) })}
  >
    <span class="letter">${initial(link.host, link.title)}</span>
    ${image ? html`<img alt="" ${lateSource(image, () => pictureOf("card", image, link.url))} />` : nothing}
  </div>`;
}
