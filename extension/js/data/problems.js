import { createStore } from "../core/store.js";
import { send } from "../platform/messages.js";
import { sentence } from "./library.js";
import { LinkPages } from "./link-pages.js";

/** @import {Language, ProblemView} from '../../wasm/urlink.js' */

/** The sentences of the problems, by code, in the language that was asked for last. */
export const sentences = createStore(
  /** @type {{ language: Language | undefined, byCode: Map<string, ProblemView> }} */ ({
    language: undefined,
    byCode: new Map(),
  }),
);

/** @param {Language} language */
export async function learnSentences(language) {
  if (sentences.get().language === language) return;
  try {
    const all = await send("listProblems", language);
    sentences.set({ language, byCode: new Map(all.map((problem) => [problem.code, problem])) });
  } catch (error) {
    // What the library cannot do is said where its links should be.
    sentence(error);
  }
}

/**
 * The links of a job that have one problem: their ids at once, the links as they come into sight.
 * @param {string} job
 * @param {string} problem
 * @param {(error?: unknown) => void} changed
 */
export function problemLinks(job, problem, changed) {
  /** @type {Promise<string[]> | undefined} */
  let ids;
  const links = new LinkPages(
    {
      async queryLinks({ offset, limit, language }) {
        ids ??= send("problemLinks", job, problem);
        const all = await ids;
        const some = all.slice(offset, offset + limit);
        return { total: all.length, links: await send("getLinks", some, language) };
      },
      getLinks: (some, language) => send("getLinks", some, language),
      queryIds: () => (ids ??= send("problemLinks", job, problem)),
    },
    changed,
  );
  return {
    links,
    /** There are others now. */
    renew() {
      ids = undefined;
      links.reorder();
    },
  };
}
