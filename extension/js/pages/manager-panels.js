import { html, nothing } from "../../vendor/lit/lit-html.js";
import { panelThatWasOpen } from "../data/panel.js";
import { sheet } from "../ui/sheet.js";
import { ActivityPanel } from "./manager-activity.js";
import { bookmarksPanel } from "./manager-bookmarks.js";
import { historyPanel } from "./manager-history.js";
import { openTabsPanel } from "./manager-open-tabs.js";
import { remindersSlot } from "./manager-reminders.js";
import { closePanel, roomy } from "./manager-slot.js";
import { state } from "./manager-state.js";

/**
 * What can stand beside the cards. Its heading has the id `<name>-title`, its button `<name>-button`.
 * @typedef {object} RightPanel
 * @property {() => string} label
 * @property {(said: string) => unknown} template  `said`: what a screen reader hears of the jobs.
 * @property {() => void} look  Takes up what has changed; called before each drawing, whether it is open or not.
 * @property {() => void} drawn  Called after each drawing.
 * @property {(keys: string[]) => unknown} linksChanged  Keys of the storage that changed.
 */

/** The one place at the right, and what it may hold. */
export class Panels {
  /** @type {Record<string, RightPanel>} */
  #all;

  /** @param {() => void} redraw  Asks for a new drawing; never draws at once. */
  constructor(redraw) {
    this.#all = {
      activity: new ActivityPanel(redraw),
      history: historyPanel(redraw),
      tabs: openTabsPanel(redraw),
      bookmarks: bookmarksPanel(redraw),
      reminders: remindersSlot,
    };
    roomy.addEventListener("change", redraw);
  }

  /** Opens again what was open last; over a narrow page a panel opens only when it is asked for. */
  restore() {
    const last = panelThatWasOpen();
    if (last && this.#all[last] && roomy.matches) state.set({ panel: last });
  }

  look() {
    for (const panel of Object.values(this.#all)) panel.look();
  }

  /** @param {string} said */
  template(said) {
    const panel = this.#all[state.get().panel ?? ""];
    if (!panel) return nothing;
    const inside = panel.template(said);
    if (roomy.matches)
      return html`<aside class="panel" aria-label=${panel.label()}>${inside}</aside>`;
    return sheet(inside, closedItself, { label: panel.label(), side: "end" });
  }

  drawn() {
    for (const panel of Object.values(this.#all)) panel.drawn();
  }

  /** @param {string[]} keys */
  linksChanged(keys) {
    for (const panel of Object.values(this.#all)) void panel.linksChanged(keys);
  }
}

/** The sheet has closed, by whatever way. */
function closedItself() {
  if (!roomy.matches) closePanel();
}
