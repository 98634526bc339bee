/** Of the badge at the toolbar's icon, by what it says. */
const COLOURS = {
  busy: "#2563eb",
  held: "#6b6c70",
  problem: "#c02626",
  reminder: "#96590a",
  good: "#18794e",
};

/** @typedef {{ text: string, kind: keyof typeof COLOURS }} Badge */

/**
 * Shows a few letters at the icon in the toolbar, or nothing.
 * @param {Badge | undefined} badge
 * @param {string} title  What the icon says to who points at it or does not see it.
 */
export async function showBadge(badge, title) {
  await chrome.action.setTitle({ title });
  if (badge) {
    await chrome.action.setBadgeBackgroundColor({ color: COLOURS[badge.kind] });
    await chrome.action.setBadgeTextColor({ color: "#ffffff" });
  }
  await chrome.action.setBadgeText({ text: badge?.text ?? "" });
}

/**
 * Shows a badge over one tab only, in the place of that of all; or, without one, that of all again.
 * @param {number} tabId
 * @param {Badge | undefined} badge
 * @param {string} title
 */
export async function showTabBadge(tabId, badge, title) {
  try {
    if (badge) await chrome.action.setBadgeBackgroundColor({ tabId, color: COLOURS[badge.kind] });
    await chrome.action.setBadgeText({ tabId, ...(badge && { text: badge.text }) });
    await chrome.action.setTitle({ tabId, title });
  } catch {
    // The tab has gone meanwhile.
  }
}
