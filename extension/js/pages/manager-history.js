import { dayOfField, fieldOfDay } from "../core/days.js";
import { t } from "../core/i18n.js";
import { History } from "../data/history.js";
import { historyTools } from "../ui/history-tools.js";
import { LinkPanel } from "./link-panel.js";

/** @import {LinkPanelKind} from './link-panel.js' */

/**
 * The browser's history.
 * @param {() => void} redraw
 */
export function historyPanel(redraw) {
  const filters = { hideSaved: false, bySite: false };
  const dates = { open: false, from: "", to: "" };
  /** @type {History} */
  const source = new History((error) => panel.changed(error));
  /** @type {LinkPanelKind} */
  const kind = {
    name: "history",
    label: () => t("history"),
    asking: () => ({
      icon: "lock",
      title: t("ask_history"),
      text: t("ask_history_text"),
      button: t("allow_history"),
    }),
    nothing: (searching) =>
      searching || dates.from || dates.to
        ? { icon: "search", title: t("nothing_found"), text: t("nothing_visited_text") }
        : { icon: "history", title: t("empty_history"), text: t("empty_history_text") },
    source: {
      get sections() {
        return source.sections;
      },
      get busy() {
        return source.busy;
      },
      get ended() {
        return source.ended;
      },
      start: () => {
        source.follow();
        source.show(range());
      },
      stop: () => source.close(),
      more: () => source.more(),
    },
    filters: () => filters,
    ways: () => [{ id: "save", label: t("save_chosen"), primary: true }],
    tools: () =>
      historyTools(
        { ...filters, dates, today: fieldOfDay(Date.now()) },
        {
          toggle: (name) => {
            filters[name] = !filters[name];
            panel.reset();
          },
          openDates: () => {
            dates.open = !dates.open;
            if (!dates.open) setDates("", "");
            redraw();
          },
          setDates,
        },
      ),
  };
  const panel = new LinkPanel(kind, redraw);

  /**
   * @param {string} from
   * @param {string} to
   */
  function setDates(from, to) {
    if (from === dates.from && to === dates.to) return;
    Object.assign(dates, { from, to });
    source.show(range());
    panel.reset();
  }

  /** One day where only one is said; both days are whole, in either order. */
  function range() {
    const one = dayOfField(dates.from) ?? dayOfField(dates.to);
    const other = dayOfField(dates.to) ?? one;
    if (one === undefined || other === undefined) return undefined;
    return { first: Math.min(one, other), last: Math.max(one, other) };
  }

  return panel;
}
