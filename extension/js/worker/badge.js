import { badgeOf } from "../core/badge.js";
import { currentLanguage, t } from "../core/i18n.js";
import { coalesce } from "../core/schedule.js";
import { isWeb } from "../core/text.js";
import { clock } from "../core/time.js";
import { showBadge, showTabBadge } from "../platform/badge.js";
import { browserLanguage } from "../platform/i18n.js";
import { onChanged } from "../platform/storage.js";
import { onShownTabs, shownTabs } from "../platform/tabs.js";
import { openCore } from "./core.js";
import { speak } from "./speech.js";

/** The badge changes no more often than this. */
const BEAT = 500;

/** A word that something was done stays so long. */
const FLASH = 2_000;

/** When the last such word is over. */
let flashUntil = 0;

/**
 * Says for a moment that something was saved, or was not.
 * @param {'good' | 'problem'} kind
 */
export async function flash(kind) {
  flashUntil = Date.now() + FLASH;
  const badge = { kind, text: kind === "good" ? "✓" : "!" };
  for (const { tab } of await shownTabs())
    if (tab !== undefined) await showTabBadge(tab, badge, t("extension_name"));
  setTimeout(refreshBadge, FLASH);
}

/** Says at the toolbar how the jobs stand now. */
export const refreshBadge = coalesce(
  async () => {
    // A library that does not open is said where links should be.
    const core = await openCore().catch(() => undefined);
    await speak(core?.getSettings().language ?? browserLanguage());
    const unread = core?.unreadReminders() ?? 0;
    const badge = core && badgeOf(core.listJobs(), unread);
    const title = badge ? titleOf(badge, unread) : t("extension_name");
    await showBadge(badge, title);
    if (core && Date.now() >= flashUntil) await markSaved(core, badge && title);
  },
  (later) => setTimeout(later, BEAT),
);

/**
 * @param {import("../core/badge.js").BadgeSays} badge
 * @param {number} unread  Reminders.
 */
function titleOf(badge, unread) {
  return `urLink · ${sentenceOf(badge, unread)}`;
}

/**
 * @param {import("../core/badge.js").BadgeSays} badge
 * @param {number} unread
 */
function sentenceOf({ text, kind, until }, unread) {
  if (kind === "reminder") return t("unread_reminders", { count: unread });
  if (until !== undefined) {
    return t("strip_later", { time: clock(until, Date.now(), currentLanguage()) });
  }
  return kind === "problem" ? t("strip_full") : t("activity_at", { part: text });
}

/**
 * Says over each page that shows whether it is saved already. What the jobs say goes first.
 * @param {Awaited<ReturnType<typeof openCore>>} core
 * @param {string | undefined} busy  What the jobs say, if they say something.
 */
async function markSaved(core, busy) {
  const { categories } = core.listCategories();
  for (const { tab, url } of await shownTabs()) {
    if (tab === undefined) continue;
    const saved = busy || !isWeb(url) ? undefined : await core.findSaved(url);
    if (!saved || saved.deleted) await showTabBadge(tab, undefined, busy ?? t("extension_name"));
    else {
      const place = categories.find(({ id }) => id === saved.category)?.name ?? t("unsorted");
      const title = `urLink · ${t("in_place", { place })}`;
      await showTabBadge(tab, { text: "✓", kind: "held" }, title);
    }
  }
}

/** Keeps the badge as the jobs stand, and as the pages that show are saved. */
export function followJobs() {
  onChanged((keys) => {
    if (keys.some((key) => /^(?:j:|i:|r:)/u.test(key) || key === "s:settings")) refreshBadge();
  });
  onShownTabs(refreshBadge);
}
