import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

/** @typedef {(format: "json" | "bookmarks") => Promise<{name: string, blob: Blob}>} Rescue */

/**
 * Offers what is whole of the library, where the library cannot be opened.
 * @param {Rescue} rescue
 * @param {(error: unknown) => void} complain
 */
export function rescueOffer(rescue, complain) {
  /** @param {"json" | "bookmarks"} format */
  const button = (format) => html`<button
    type="button"
    class="button"
    @click=${() => rescue(format).then(hand, complain)}
  >
    ${icon("download")}<span>${format === "json" ? t("rescue_json") : t("rescue_bookmarks")}</span>
  </button>`;
  return html`<section class="rescue">
    <p>${t("rescue_text")}</p>
    <div class="rescue-ways">${button("bookmarks")} ${button("json")}</div>
  </section>`;
}

/**
 * Gives a file to the user, as a download.
 * @param {{name: string, blob: Blob}} file
 */
function hand({ name, blob }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
