import { clampWidth } from "../core/sidebar-width.js";

/** How wide the sidebar is on this screen is nobody else's business: it is no setting of the library. */
const NAME = "sidebar-width";

/** The width that was chosen last. */
export function sidebarWidth() {
  return clampWidth(Number.parseFloat(localStorage.getItem(NAME) ?? ""));
}

/** @param {number} width */
export function keepSidebarWidth(width) {
  localStorage.setItem(NAME, String(width));
}
