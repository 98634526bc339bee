import { tabHeads } from "../platform/tab-heads.js";
import { loadCore, openCore } from "./core.js";
import { exportLibrary } from "./export.js";
import { resumeJobs } from "./jobs.js";
import { fetchPicture } from "./pictures.js";
import { keepAlarm, ringReminders } from "./reminders.js";
import { exportToBookmarks } from "./to-bookmarks.js";
import { eraseEverything, sweepLater } from "./trash.js";

/** @import {CategoryList, Category, Change, Job, LinkEdit, LinkPage, LinkQuery, LinkSelection, LinkView, Language, OfferedUrl, ProblemView, ReminderList, ReminderOffer, ReminderSet, ReminderWish, SaveOptions, SavedPlace, SaveReport, Settings, TagCount, TagEdit} from "../../wasm/urlink.js" */

/**
 * `tabs`: the tabs that show the urls, to be read as they stand.
 * @typedef {{urls: string[], tabs?: (number | undefined)[]} | {text: string}} SaveRequest
 */

/**
 * What pages may ask of the worker: this table is the protocol.
 */
export const handlers = {
  /**
   * Stores the links, answers, and reads their pages afterwards.
   * @param {SaveRequest} request
   * @param {SaveOptions} [options]
   * @returns {Promise<Job>}
   */
  async save(request, options) {
    const core = await openCore();
    const job = await ("text" in request
      ? core.acceptText(request.text, options)
      : core.acceptUrls(request.urls, { ...options, pages: await tabHeads(request.tabs ?? []) }));
    resumeJobs();
    return job;
  },

  /**
   * @param {string} job
   * @returns {Promise<Job>}
   */
  pauseJob: async (job) => (await openCore()).pauseJob(job),

  /**
   * @param {string} job
   * @returns {Promise<Job>}
   */
  resumeJob: async (job) => going((await openCore()).resumeJob(job)),

  /**
   * @param {string} job
   * @returns {Promise<Job>}
   */
  cancelJob: async (job) => (await openCore()).cancelJob(job),

  /**
   * @param {string} job
   * @param {string} [problem] only the links with this one
   * @returns {Promise<Job>}
   */
  retryJob: async (job, problem) => going((await openCore()).retryJob(job, problem)),

  /**
   * @param {string} job
   * @param {string} link
   * @returns {Promise<Job>}
   */
  retryLink: async (job, link) => going((await openCore()).retryLink(job, link)),

  /**
   * @param {LinkSelection} selection
   * @returns {Promise<Job>}
   */
  refreshLinks: async (selection) => going((await openCore()).refreshLinks(selection)),

  /**
   * @param {string} [job] only this one, of those that are over
   * @returns {Promise<void>}
   */
  clearJobs: async (job) => (await openCore()).clearJobs(job),

  /**
   * @param {string} job
   * @param {string} problem
   * @returns {Promise<string[]>} ids of links
   */
  problemLinks: async (job, problem) => (await openCore()).problemLinks(job, problem),

  /**
   * @param {Language} [language]
   * @returns {Promise<ProblemView[]>}
   */
  listProblems: async (language) => (await openCore()).listProblems(language),

  /** @returns {Promise<Job[]>} */
  listJobs: async () => (await openCore()).listJobs(),

  /**
   * @param {string} job
   * @param {Language} [language]
   * @returns {Promise<SaveReport>}
   */
  report: async (job, language) => (await openCore()).report(job, language),

  /** @returns {Promise<CategoryList>} */
  listCategories: async () => (await openCore()).listCategories(),

  /**
   * @param {string} name
   * @returns {Promise<Category>}
   */
  createCategory: async (name) => (await openCore()).createCategory(name),

  /**
   * @param {string} category
   * @param {boolean} favourite
   * @returns {Promise<Category>}
   */
  starCategory: async (category, favourite) => (await openCore()).starCategory(category, favourite),

  /**
   * @param {string} category
   * @param {string} name
   * @returns {Promise<Category>}
   */
  renameCategory: async (category, name) => (await openCore()).renameCategory(category, name),

  /**
   * @param {string} category
   * @param {boolean} favourite
   * @param {string} [before] absent: last of its section
   * @returns {Promise<CategoryList>}
   */
  moveCategory: async (category, favourite, before) =>
    (await openCore()).moveCategory(category, favourite, before),

  /**
   * @param {string} category
   * @returns {Promise<Change>}
   */
  deleteCategory: async (category) => deleted((await openCore()).deleteCategory(category)),

  /**
   * @param {string} link
   * @param {LinkEdit} edit
   * @returns {Promise<Change>}
   */
  editLink: async (link, edit) => (await openCore()).editLink(link, edit),

  /**
   * @param {LinkSelection} selection
   * @param {boolean} favourite
   * @returns {Promise<Change>}
   */
  favouriteLinks: async (selection, favourite) =>
    (await openCore()).favouriteLinks(selection, favourite),

  /**
   * @param {LinkSelection} selection
   * @param {string | null} category
   * @returns {Promise<Change>}
   */
  moveLinks: async (selection, category) => (await openCore()).moveLinks(selection, category),

  /**
   * @param {LinkSelection} selection
   * @param {TagEdit} tags
   * @returns {Promise<Change>}
   */
  tagLinks: async (selection, tags) => (await openCore()).tagLinks(selection, tags),

  /**
   * @param {string[]} ids
   * @param {string | null | undefined} before
   * @param {string} category as in a query
   * @returns {Promise<Change>}
   */
  placeLinks: async (ids, before, category) => (await openCore()).placeLinks(ids, before, category),

  /**
   * @param {LinkSelection} selection
   * @returns {Promise<Change>}
   */
  trashLinks: async (selection) => deleted((await openCore()).trashLinks(selection)),

  /**
   * @param {LinkSelection} selection
   * @returns {Promise<Change>}
   */
  restoreLinks: async (selection) => going((await openCore()).restoreLinks(selection)),

  /**
   * @param {LinkSelection} selection
   * @returns {Promise<number>}
   */
  eraseLinks: async (selection) => (await openCore()).eraseLinks(selection),

  /** @returns {Promise<number>} */
  emptyTrash: async () => (await openCore()).emptyTrash(),

  /**
   * @param {string} change
   * @returns {Promise<Change>}
   */
  undo: async (change) => going((await openCore()).undo(change)),

  eraseEverything,

  /** Looks at the clock anew: that on the wall may be another. @returns {Promise<void>} */
  ringReminders,

  /** @returns {Promise<ReminderOffer[]>} */
  reminderOffers: async () => (await openCore()).reminderOffers(),

  /**
   * @param {string} [link] only its reminders
   * @returns {Promise<ReminderList>}
   */
  listReminders: async (link) => (await openCore()).listReminders(link),

  /**
   * @param {string} link
   * @param {ReminderWish} wish
   * @returns {Promise<ReminderSet>}
   */
  setReminder: async (link, wish) => timed((await openCore()).setReminder(link, wish)),

  /**
   * @param {LinkSelection} selection
   * @param {ReminderWish} wish
   * @returns {Promise<Change>}
   */
  remindLinks: async (selection, wish) => timed((await openCore()).remindLinks(selection, wish)),

  /**
   * @param {string} reminder
   * @param {ReminderWish} wish
   * @param {boolean} putOff it goes on as before then
   * @returns {Promise<ReminderSet>}
   */
  retimeReminder: async (reminder, wish, putOff) =>
    timed((await openCore()).retimeReminder(reminder, wish, putOff)),

  /**
   * @param {string[]} reminders
   * @returns {Promise<Change>}
   */
  cancelReminders: async (reminders) => (await openCore()).cancelReminders(reminders),

  /**
   * @param {string[]} [reminders] absent: all that rang
   * @returns {Promise<Change>}
   */
  dismissReminders: async (reminders) => (await openCore()).dismissReminders(reminders),

  /**
   * @param {string[]} [reminders] absent: all that rang
   * @returns {Promise<void>}
   */
  readReminders: async (reminders) => (await openCore()).readReminders(reminders),

  /** @returns {Promise<TagCount[]>} */
  listTags: async () => (await openCore()).listTags(),

  /**
   * @param {Omit<LinkQuery, "offset" | "limit">} query
   * @returns {Promise<string[]>}
   */
  queryIds: async (query) => (await openCore()).queryIds(query),

  /**
   * @param {string[]} urls
   * @returns {Promise<(SavedPlace | null)[]>}
   */
  savedPlaces: async (urls) => (await openCore()).savedPlaces(urls),

  /**
   * @param {LinkQuery} query
   * @returns {Promise<LinkPage>}
   */
  queryLinks: async (query) => (await openCore()).queryLinks(query),

  /** A search is likely to follow. */
  prepareSearch: async () => (await openCore()).prepareSearch(),

  /**
   * @param {string[]} ids
   * @param {Language} [language]
   * @returns {Promise<LinkView[]>}
   */
  getLinks: async (ids, language) => (await openCore()).getLinks(ids, language),

  /**
   * @param {string} url
   * @returns {Promise<SavedPlace | undefined>}
   */
  findSaved: async (url) => (await openCore()).findSaved(url),

  /**
   * @param {string[]} urls
   * @returns {Promise<(OfferedUrl | null)[]>}
   */
  offeredUrls: async (urls) => (await loadCore()).offeredUrls(urls),

  exportLibrary,

  exportToBookmarks,

  fetchPicture,

  /** @returns {Promise<Settings>} */
  getSettings: async () => (await openCore()).getSettings(),

  /**
   * @param {Settings} settings
   * @returns {Promise<Settings>}
   */
  setSettings: async (settings) => (await openCore()).setSettings(settings),
};

/**
 * There is something to read.
 * @template T
 * @param {Promise<T>} changed
 */
async function going(changed) {
  const answer = await changed;
  resumeJobs();
  return answer;
}

/**
 * There is another time to ring: nobody is told of it before the alarm is set.
 * @template T
 * @param {Promise<T>} changed
 */
async function timed(changed) {
  const answer = await changed;
  await keepAlarm();
  return answer;
}

/**
 * There is something in the trash.
 * @param {Promise<Change>} changed
 */
async function deleted(changed) {
  const change = await changed;
  await sweepLater();
  return change;
}

/** @typedef {typeof handlers} Handlers */
