import { html } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { NOT_ALLOWED } from "../core/job-view.js";
import { icon } from "./icons.js";

/** @import {LinkView} from '../../wasm/urlink.js' */

/**
 * The button of a link that fell short: reads its page anew, or asks for what that needs.
 * @param {LinkView} link
 * @param {(link: LinkView) => void} retry
 * @param {{ tabbable: boolean }} options
 */
export function again(link, retry, { tabbable }) {
  if (link.problem?.code === NOT_ALLOWED) {
    return html`<button
      type="button"
      class="button small allow"
      tabindex=${tabbable ? 0 : -1}
      aria-label="${t("allow")}: ${link.title}"
      title=${t("grant_sites")}
      @click=${() => retry(link)}
    >
      ${t("allow")}
    </button>`;
  }
  return html`<button
    type="button"
    class="icon-button"
    tabindex=${tabbable ? 0 : -1}
    aria-label="${t("try_again")}: ${link.title}"
    title=${t("try_again")}
    @click=${() => retry(link)}
  >
    ${icon("again")}
  </button>`;
}
