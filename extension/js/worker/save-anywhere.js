import { isGranted } from "../platform/permissions.js";
import { selectionLinks } from "../platform/selection-links.js";
import { openManager, windowTabs } from "../platform/tabs.js";
import { flash } from "./badge.js";
import { openCore } from "./core.js";
import { handlers } from "./handlers.js";

/** @import {Job} from '../../wasm/urlink.js' */
/** @import {Subject} from '../core/menus.js' */
/** @import {Click} from '../platform/context-menus.js' */

/** @typedef {{ url: string, title?: string, tab?: number }} Page */

/**
 * Saves pages, and says at the toolbar that it is done.
 * @param {Page[]} pages
 * @param {string | null} category
 */
export async function savePages(pages, category) {
  await saying(() =>
    handlers.save(
      { urls: pages.map(({ url }) => url), tabs: pages.map(({ tab }) => tab) },
      { category, hints: pages.map(({ title }) => title || null) },
    ),
  );
}

/**
 * The tabs of a window that can be saved; where they must not be known, the page that asks for that.
 * @param {string | null} category
 */
export async function saveTabs(category) {
  if (!(await isGranted({ permissions: ["tabs"] }))) await openManager("#panel=tabs");
  else
    await savePages(
      (await windowTabs()).filter(({ url }) => /^https?:/iu.test(url)),
      category,
    );
}

/** The category that was saved to last. */
export async function lastCategory() {
  return (await openCore()).listCategories().last ?? null;
}

/**
 * Saves what a menu was opened over.
 * @param {Subject} subject
 * @param {string | null} category
 * @param {Click} click
 * @param {chrome.tabs.Tab | undefined} tab
 */
export async function saveClicked(subject, category, click, tab) {
  const { pageUrl = tab?.url ?? "", linkUrl = "" } = click;
  /** @type {Page} */
  const page = {
    url: pageUrl,
    ...(tab?.title && { title: tab.title }),
    ...(tab?.id && { tab: tab.id }),
  };
  if (subject === "tabs") await saveTabs(category);
  else if (subject === "link") await savePages([{ url: linkUrl }], category);
  else if (subject === "selection") await saveSelection(category, click, tab, page);
  else await savePages([page], category);
}

/**
 * The links in a selection; else the addresses that are written in it; else the page that it is of.
 * @param {string | null} category
 * @param {Click} click
 * @param {chrome.tabs.Tab | undefined} tab
 * @param {Page} page
 */
async function saveSelection(category, { frameId, selectionText = "" }, tab, page) {
  const links = tab?.id === undefined ? [] : await selectionLinks(tab.id, frameId);
  if (links.length > 0) {
    await savePages(links, category);
    return;
  }
  const written = selectionText.match(/https?:\/\/\S+/giu) ?? [];
  await savePages(written.length > 0 ? written.map((url) => ({ url })) : [page], category);
}

/**
 * @param {() => Promise<Job>} save
 */
async function saying(save) {
  try {
    const job = await save();
    await flash(job.total + job.duplicates > 0 ? "good" : "problem");
  } catch (error) {
    console.error(error);
    await flash("problem");
  }
}
