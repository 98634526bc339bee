import { html } from "../../vendor/lit/lit-html.js";
import { initial } from "../core/text.js";
import { lateSource } from "./late-source.js";

/**
 * The icon that Chrome keeps of a page that was visited, over the letter of its site.
 * @param {string} url
 * @param {string} host
 * @param {string} [title]
 */
export function favicon(url, host, title) {
  return html`<span class="site-icon" aria-hidden="true">
    <span>${initial(host, title)}</span>
    <img alt="" width="16" height="16" ${lateSource(url, () => Promise.resolve(faviconOf(url)))} />
  </span>`;
}

/** @param {string} url */
export function faviconOf(url) {
  return `/_favicon/?size=32&pageUrl=${encodeURIComponent(url)}`;
}
