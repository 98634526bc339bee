import { hashOf } from "../core/route.js";
import { togglePanel } from "./manager-slot.js";
import { state } from "./manager-state.js";

/**
 * Other surfaces lead here, whatever is shown: to a panel (`#activity`, `#panel=...`), or to what they search for
 * (`#search=...`).
 * @returns {string | undefined} what is searched for
 */
export function takeRequest() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const panel = location.hash === "#activity" ? "activity" : asked.get("panel");
  const search = asked.get("search") ?? undefined;
  if (!panel && search === undefined) return undefined;
  history.replaceState(null, "", hashOf(search === undefined ? state.get().view : "all"));
  if (panel && state.get().panel !== panel) togglePanel(panel);
  return search;
}
