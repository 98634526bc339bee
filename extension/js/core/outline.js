/**
 * A page that the browser knows, and that could be saved.
 * @typedef {object} Entry
 * @property {string} key  What tells it from the others of its list.
 * @property {string} url
 * @property {string} title  May be empty.
 * @property {string} host
 * @property {number} [time]  When it was visited last, where that is on the day that it stands under.
 * @property {number} [visits]
 * @property {number} [tab]  The tab that shows it.
 * @property {string} [folder]  The name of the folder that it is in.
 */

/**
 * Entries under one heading. A section stands inside the last one before it that is less deep.
 * @typedef {object} Section
 * @property {string} id
 * @property {(now: number, language: string) => string} name
 * @property {number} depth  From 0.
 * @property {Entry[]} entries
 * @property {true} [manyDays]  They are of several days.
 */

/**
 * A line of the list; `level` from 1.
 * @typedef {{ kind: 'section', section: Section, level: number, closed: boolean }
 *   | { kind: 'entry', entry: Entry, level: number, section: Section }} Row
 */

/**
 * The lines that show: without what is inside closed sections.
 * @param {readonly Section[]} sections
 * @param {ReadonlySet<string>} closed  Ids of sections.
 * @returns {Row[]}
 */
export function rowsOf(sections, closed) {
  /** @type {Row[]} */
  const rows = [];
  let limit = Number.POSITIVE_INFINITY;
  for (const section of sections) {
    if (section.depth > limit) continue;
    const isClosed = closed.has(section.id);
    limit = isClosed ? section.depth : Number.POSITIVE_INFINITY;
    rows.push({ kind: "section", section, level: section.depth + 1, closed: isClosed });
    if (isClosed) continue;
    for (const entry of section.entries) {
      rows.push({ kind: "entry", entry, level: section.depth + 2, section });
    }
  }
  return rows;
}

/**
 * Everything in a section and in the sections inside it.
 * @param {readonly Section[]} sections
 * @param {Section} section
 */
export function entriesIn(sections, section) {
  const entries = [...section.entries];
  for (const inner of sections.slice(sections.indexOf(section) + 1)) {
    if (inner.depth <= section.depth) break;
    entries.push(...inner.entries);
  }
  return entries;
}

/**
 * Only what a test lets through, and the sections that hold some of it.
 * @param {readonly Section[]} sections
 * @param {(entry: Entry) => boolean} keep
 * @returns {Section[]}
 */
export function filtered(sections, keep) {
  /** @type {Section[]} */
  const kept = [];
  // From the end: a section stays for what it holds.
  for (const section of [...sections].reverse()) {
    const entries = section.entries.filter(keep);
    const holds = (kept.at(-1)?.depth ?? -1) > section.depth;
    if (entries.length > 0 || holds) kept.push({ ...section, entries });
  }
  return kept.reverse();
}

/**
 * The entries of all sections by site, the site with most first.
 * @param {readonly Section[]} sections
 * @returns {Section[]}
 */
export function bySite(sections) {
  /** @type {Map<string, Entry[]>} */
  const sites = new Map();
  for (const { entries } of sections) {
    for (const entry of entries) {
      const site = sites.get(entry.host);
      if (site) site.push(entry);
      else sites.set(entry.host, [entry]);
    }
  }
  return [...sites]
    .sort(([one, some], [other, others]) => others.length - some.length || (one < other ? -1 : 1))
    .map(([host, entries]) => ({
      id: `site:${host}`,
      name: () => host,
      depth: 0,
      entries,
      manyDays: true,
    }));
}
