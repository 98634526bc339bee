import { t } from "../core/i18n.js";
import { allow, isAllowed } from "../data/grants.js";
import { send, UrlinkFailure } from "../platform/messages.js";

/**
 * Copies the library into Chrome's bookmarks, if Chrome lets us; to be called in the handler of a press.
 * @returns {Promise<string | undefined>} what came of it, in a sentence; undefined: it was refused
 */
export async function copyToBookmarks() {
  if (!(await allow("bookmarks"))) return undefined;
  try {
    return t("to_bookmarks_done", { count: await send("exportToBookmarks") });
  } catch (error) {
    if (await isAllowed("bookmarks")) throw error;
    throw new UrlinkFailure("permission", t("to_bookmarks_withdrawn"));
  }
}
