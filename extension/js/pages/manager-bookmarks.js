import { t } from "../core/i18n.js";
import { chromeBookmarks } from "../data/chrome-bookmarks.js";
import { sentence } from "../data/library.js";
import { hideSavedTools } from "../ui/history-tools.js";
import { toBookmarksButton, toBookmarksQuestion } from "../ui/to-bookmarks.js";
import { LinkPanel } from "./link-panel.js";
import { say } from "./manager-say.js";
import { saveByFolder } from "./save-by-folder.js";
import { copyToBookmarks } from "./to-bookmarks.js";

/** Copies the library into Chrome's bookmarks, and says so. */
async function copy() {
  try {
    const said = await copyToBookmarks();
    if (said) say("good", said);
  } catch (error) {
    say("problem", sentence(error));
  }
}

/**
 * The browser's bookmarks.
 * @param {() => void} redraw
 */
export function bookmarksPanel(redraw) {
  const filters = { hideSaved: false, bySite: false };
  const list = chromeBookmarks((error) => panel.changed(error));
  /** Whether to copy the library is being asked. */
  let asking = false;
  const question = () =>
    toBookmarksQuestion({
      go: () => void copy(),
      close: () => {
        asking = false;
        redraw();
      },
    });
  /** @type {LinkPanel} */
  const panel = new LinkPanel(
    {
      name: "bookmarks",
      label: () => t("bookmarks"),
      asking: () => ({
        icon: "lock",
        title: t("ask_bookmarks"),
        text: t("ask_bookmarks_text"),
        button: t("allow_bookmarks"),
      }),
      nothing: (searching) =>
        searching
          ? { icon: "search", title: t("nothing_found"), text: t("nothing_found_text") }
          : { icon: "bookmark", title: t("empty_bookmarks"), text: t("empty_bookmarks_text") },
      source: list,
      filters: () => filters,
      ways: () => [
        { id: "save", label: t("save_chosen"), primary: true },
        {
          id: "folders",
          label: t("save_by_folder"),
          act: async (entries) => say("good", await saveByFolder(entries)),
        },
      ],
      tools: () => [
        hideSavedTools(filters.hideSaved, () => {
          filters.hideSaved = !filters.hideSaved;
          panel.reset();
        }),
        toBookmarksButton(() => {
          asking = true;
          redraw();
        }),
      ],
      question: () => (asking ? question() : undefined),
    },
    redraw,
  );
  return panel;
}
