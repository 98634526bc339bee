import { keepPanel } from "../data/panel.js";
import { LINK_PANELS, panelButtons } from "../ui/panel-buttons.js";
import { state } from "./manager-state.js";

/** A panel stands beside the cards; on a narrower page it lies over them. */
export const roomy = matchMedia("(width >= 1100px)");

/** What gets the focus with the next drawing. @type {string | undefined} */
let target;

/**
 * Opens a panel in the place of the one that is open, or closes it; the focus goes along.
 * @param {string} name
 */
export function togglePanel(name) {
  const panel = state.get().panel === name ? undefined : name;
  keepPanel(panel);
  state.set({ panel });
  target = panel ? `${name}-title` : `${name}-button`;
}

/** To be called after each drawing: the focus goes along at once, before the next key. */
export function slotDrawn() {
  if (!target) return;
  const element = document.getElementById(target);
  target = undefined;
  // What lies over a narrow page takes no focus until it is opened, a moment later.
  queueMicrotask(() => element?.focus());
}

/** Closes the panel that is open. */
export function closePanel() {
  const { panel } = state.get();
  if (panel) togglePanel(panel);
}

/** Opens or closes the activity. */
export function toggleActivity() {
  togglePanel("activity");
}

let lastLinkPanel = LINK_PANELS[0] ?? "";

/** The buttons of the panels of links. */
export function linkPanelButtons() {
  const open = state.get().panel;
  if (open && LINK_PANELS.includes(open)) lastLinkPanel = open;
  return panelButtons({ open, last: lastLinkPanel }, togglePanel);
}
