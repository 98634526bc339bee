import { html } from "../../vendor/lit/lit-html.js";
import { keySign } from "../core/keys.js";

/** @type {Navigator & { userAgentData?: { platform: string } }} */
const { userAgentData } = navigator;
const isMac = userAgentData?.platform === "macOS";

/** The keys that open the popup, in words. */
export const POPUP_KEYS = ["Alt", "Shift", "S"]
  .map((key) => keySign(key, isMac))
  .join(isMac ? "" : "+");

/**
 * Keys that are pressed together, as they are written on this machine's keyboard.
 * @param {string[]} keys
 */
export function kbd(keys) {
  return keys.map((key) => html`<kbd>${keySign(key, isMac)}</kbd> `);
}
