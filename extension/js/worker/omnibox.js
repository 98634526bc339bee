import { t } from "../core/i18n.js";
import { browserLanguage } from "../platform/i18n.js";
import { goTo, onOmnibox } from "../platform/omnibox.js";
import { currentTab, openManager } from "../platform/tabs.js";
import { openCore } from "./core.js";
import { lastCategory, savePages } from "./save-anywhere.js";
import { speak } from "./speech.js";

/** @import {Suggestion} from '../platform/omnibox.js' */

/** So many links are shown below the address bar. */
const MOST = 6;

/** Stands for "save this page" behind the keyword. */
const SAVE = "+";

const ADDRESS = /^https?:\/\//iu;

/** Finds and saves from the address bar. */
export function followOmnibox() {
  onOmnibox({
    suggest,
    fallback: async (typed) => {
      await speakAsSet();
      const words = typed.trim();
      if (words === SAVE) return t("omnibox_save");
      return ADDRESS.test(words) ? t("omnibox_go", { url: words }) : t("omnibox_find", { words });
    },
    enter: async (content, way) => {
      if (content.trim() === SAVE) await saveCurrent();
      else if (ADDRESS.test(content)) await goTo(content, way);
      else await openManager(`#${new URLSearchParams({ search: content.trim() })}`);
    },
  });
}

/**
 * @param {string} typed
 * @returns {Promise<Suggestion[]>}
 */
async function suggest(typed) {
  const core = await openCore();
  await speakAsSet();
  const search = typed.trim();
  const query = { category: "all", search, offset: 0, limit: MOST };
  const { links } = search && search !== SAVE ? await core.queryLinks(query) : { links: [] };
  return [
    ...links.flatMap(({ href, title, host, matches }) =>
      href
        ? [
            {
              content: href,
              text: title,
              url: host,
              ...(matches?.title && { marked: matches.title }),
            },
          ]
        : [],
    ),
    { content: SAVE, text: t("omnibox_save") },
  ];
}

async function speakAsSet() {
  const core = await openCore();
  await speak(core.getSettings().language ?? browserLanguage());
}

async function saveCurrent() {
  const page = await currentTab();
  if (page) await savePages([page], await lastCategory());
}
