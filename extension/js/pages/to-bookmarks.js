import { t } from "../core/i18n.js";
import { allow } from "../data/grants.js";
import { send } from "../platform/messages.js";

/**
 * Copies the library into Chrome's bookmarks, if Chrome lets us; to be called in the handler of a press.
 * @returns {Promise<string | undefined>} what came of it, in a sentence; undefined: it was refused
 */
export async function copyToBookmarks() {
  if (!(await allow("bookmarks"))) return undefined;
  return t("to_bookmarks_done", { count: await send("exportToBookmarks") });
}
