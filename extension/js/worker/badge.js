import { badgeOf } from "../core/badge.js";
import { t, useLanguage } from "../core/i18n.js";
import { coalesce } from "../core/schedule.js";
import { showBadge } from "../platform/badge.js";
import { browserLanguage, loadMessages } from "../platform/i18n.js";
import { onChanged } from "../platform/storage.js";
import { openCore } from "./core.js";

/** The badge changes no more often than this. */
const BEAT = 500;

/** The language whose sentences are loaded. @type {string | undefined} */
let spoken;

/** Says at the toolbar how the jobs stand now. */
export const refreshBadge = coalesce(
  async () => {
    // A library that does not open is said where links should be.
    const core = await openCore().catch(() => undefined);
    await speak(core?.getSettings().language ?? browserLanguage());
    const badge = core && badgeOf(core.listJobs());
    await showBadge(badge, badge ? titleOf(badge) : t("extension_name"));
  },
  (later) => setTimeout(later, BEAT),
);

/** @param {import("../core/badge.js").BadgeSays} badge */
function titleOf({ text, kind }) {
  return `urLink · ${kind === "problem" ? t("strip_full") : t("activity_at", { part: text })}`;
}

/** @param {import("../../wasm/urlink.js").Language} language */
async function speak(language) {
  if (spoken === language) return;
  useLanguage(language, await loadMessages(language));
  spoken = language;
}

/** Keeps the badge as the jobs stand. */
export function followJobs() {
  onChanged((keys) => {
    if (keys.some((key) => key.startsWith("j:") || key === "s:settings")) refreshBadge();
  });
}
