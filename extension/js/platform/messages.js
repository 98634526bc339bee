/** @import {Handlers} from "../worker/handlers.js" */

/**
 * An answer across contexts: an error thrown by a handler would lose its class and its code.
 * @typedef {{ok: true, value: unknown} | {ok: false, code: string, message: string}} Answer
 */

/** What a handler of the worker reports, with its code. */
export class UrlinkFailure extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "UrlinkError";
    this.code = code;
  }
}

/** What changes nothing: it may be asked twice. @type {ReadonlySet<keyof Handlers>} */
const READS = new Set([
  "exportLibrary",
  "fetchPicture",
  "findSaved",
  "getLinks",
  "getSettings",
  "listCategories",
  "listJobs",
  "listProblems",
  "listReminders",
  "listTags",
  "offeredUrls",
  "prepareSearch",
  "problemLinks",
  "queryIds",
  "queryLinks",
  "reminderOffers",
  "report",
  "savedPlaces",
]);

/** The code of what was not answered: Chrome stops the worker when it likes, and the core in it may fall. */
export const STOPPED = "worker-stopped";

export const notAnswered = () =>
  new UrlinkFailure(STOPPED, "The worker was stopped before it answered.");

/** What Chrome says where nobody has seen the question. */
const UNSEEN = /Receiving end does not exist/;

/** What it says where somebody may have, and ended. */
const CUT_OFF = /message (channel|port) closed/;

/**
 * Asks the worker. It is started if it sleeps; if it is stopped before it answers, the next one is asked once more,
 * unless the first may have done what it was asked.
 * @template {keyof Handlers} Name
 * @param {Name} name
 * @param {Parameters<Handlers[Name]>} args
 * @returns {Promise<Awaited<ReturnType<Handlers[Name]>>>}
 */
export async function send(name, ...args) {
  const first = await deliver({ name, args });
  const again = first === "unseen" || (first === undefined && READS.has(name));
  const answer = again ? await deliver({ name, args }) : first;
  if (answer === undefined || answer === "unseen") {
    throw notAnswered();
  }
  if (!answer.ok) throw new UrlinkFailure(answer.code, answer.message);
  return /** @type {Awaited<ReturnType<Handlers[Name]>>} */ (answer.value);
}

/**
 * @param {{name: string, args: unknown[]}} message
 * @returns {Promise<Answer | "unseen" | undefined>} undefined: somebody may have begun with it
 */
async function deliver(message) {
  try {
    const answer = (await chrome.runtime.sendMessage(message)) ?? undefined;
    return answer?.code === STOPPED ? undefined : answer;
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    if (UNSEEN.test(said)) return "unseen";
    if (CUT_OFF.test(said)) return undefined;
    throw error;
  }
}

/**
 * Tells the open pages of something that is new and that no key of the storage says.
 * @param {string} what
 */
export function announce(what) {
  // Perhaps no page is open.
  chrome.runtime.sendMessage({ announced: what }).catch(() => undefined);
}

/** @param {(what: string) => void} callback */
export function onAnnounced(callback) {
  chrome.runtime.onMessage.addListener((message, sender) => {
    if (sender.id === chrome.runtime.id && message?.announced) callback(String(message.announced));
  });
}

/**
 * Answers messages of the extension's own pages, and of nobody else.
 * @param {Record<string, (...args: never[]) => unknown>} handlers
 */
export function answer(handlers) {
  const own = chrome.runtime.getURL("");
  chrome.runtime.onMessage.addListener((message, sender, reply) => {
    const trusted = sender.id === chrome.runtime.id && sender.url?.startsWith(own);
    if (!trusted || !Object.hasOwn(handlers, message?.name)) return false;
    call(handlers[message.name], message.args).then(reply);
    return true;
  });
}

/**
 * @param {((...args: never[]) => unknown) | undefined} handler
 * @param {never[]} args
 * @returns {Promise<Answer>}
 */
async function call(handler, args) {
  try {
    return { ok: true, value: await handler?.(...args) };
  } catch (thrown) {
    const error = /** @type {Partial<UrlinkFailure>} */ (thrown);
    return {
      ok: false,
      code: error.code ?? "unexpected",
      message: String(error.message ?? thrown),
    };
  }
}
