import { html } from "../../vendor/lit/lit-html.js";

/** Our own mark, a small u that is also a link: `icons/urlink.svg`, drawn in the colours of the theme. */
export function mark() {
  return html`<svg class="mark" viewBox="0 0 128 128" aria-hidden="true" focusable="false">
    <rect class="ground" x="4" y="4" width="120" height="120" rx="30" />
    <path class="back" d="M53 104V66a24 24 0 0 1 48 0v38" />
    <path class="gap" d="M75 30v32" />
    <path class="front" d="M27 24v38a24 24 0 0 0 48 0V24" />
    <path class="gap" d="M53 72v24" />
    <path class="back" d="M53 104V68" />
  </svg>`;
}
