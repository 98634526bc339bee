import { html } from "../../vendor/lit/lit-html.js";

/**
 * Three leaves with our mark, for where there are no links yet.
 * @param {'first' | 'calm'} kind
 */
export function art(kind) {
  return html`<svg class="art tinted ${kind}" viewBox="0 0 240 150" aria-hidden="true" focusable="false">
    <rect class="leaf back" x="38" y="30" width="80" height="100" rx="9" transform="rotate(-9 78 80)" />
    <rect class="leaf back" x="122" y="30" width="80" height="100" rx="9" transform="rotate(9 162 80)" />
    <rect class="leaf" x="73.500" y="13.500" width="93" height="123" rx="10" />
    <path class="picture" d="M74 24a10 10 0 0 1 10-10h72a10 10 0 0 1 10 10v50H74z" />
    <path class="text" d="M88 91h50M88 105h64M88 119h38" />
    <g class="link">
      <path d="M117 62V46a11 11 0 0 1 22 0v16" />
      <path class="u" d="M104 27v16a11 11 0 0 0 22 0V27" />
    </g>
  </svg>`;
}
