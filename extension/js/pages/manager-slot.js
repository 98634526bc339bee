import { keepPanel } from "../data/panel.js";
import { LINK_PANELS, panelButtons } from "../ui/panel-buttons.js";
import { focusNext } from "./manager-focus.js";
import { state } from "./manager-state.js";

/** A panel stands beside the cards; on a narrower page it lies over them. */
export const roomy = matchMedia("(width >= 1100px)");

/**
 * Opens a panel in the place of the one that is open, or closes it; the focus goes along.
 * @param {string} name
 */
export function togglePanel(name) {
  const panel = state.get().panel === name ? undefined : name;
  keepPanel(panel);
  state.set({ panel });
  focusNext(panel ? `#${name}-title` : `#${name}-button`);
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
