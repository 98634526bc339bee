import { menuChoice, menusOf } from "../core/menus.js";
import { recentCategories } from "../core/recent.js";
import { coalesce } from "../core/schedule.js";
import { onMenu, setMenus } from "../platform/context-menus.js";
import { browserLanguage } from "../platform/i18n.js";
import { openSidePanel } from "../platform/side-panel.js";
import { onChanged } from "../platform/storage.js";
import { openCore } from "./core.js";
import { saveClicked } from "./save-anywhere.js";
import { speak } from "./speech.js";

/** The menus change no more often than this. */
const BEAT = 500;

/** What the menus say now. */
let shown = "";

/** Makes the menus say what can be saved, and where to. */
export const refreshMenus = coalesce(
  async () => {
    // A library that does not open is said where links should be.
    const core = await openCore().catch(() => undefined);
    if (!core) return;
    await speak(core.getSettings().language ?? browserLanguage());
    const items = menusOf(recentCategories(core.listCategories(), core.listJobs()));
    const wanted = JSON.stringify(items);
    if (wanted === shown) return;
    shown = wanted;
    await setMenus(items);
  },
  (later) => setTimeout(later, BEAT),
);

/** Answers the menus, and keeps them as the categories are. */
export function followMenus() {
  onMenu((click, tab) => {
    const id = String(click.menuItemId);
    if (id === "side" && tab) void openSidePanel(tab.windowId);
    const choice = menuChoice(id);
    if (choice) void saveClicked(choice.subject, choice.category, click, tab);
  });
  onChanged((keys) => {
    if (keys.some((key) => key === "c:categories" || key === "s:settings")) refreshMenus();
  });
}
