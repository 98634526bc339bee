/** Pixels. */
export const SIDEBAR = { least: 240, usual: 264, most: 388, step: 16 };

/**
 * A width that the sidebar may have; the usual one for what is no number.
 * @param {number} width
 */
export function clampWidth(width) {
  if (!Number.isFinite(width)) return SIDEBAR.usual;
  return Math.round(Math.min(SIDEBAR.most, Math.max(SIDEBAR.least, width)));
}
