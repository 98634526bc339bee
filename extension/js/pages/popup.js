import { html, nothing, render } from "../../vendor/lit/lit-html.js";
import { choices } from "../core/choices.js";
import { t } from "../core/i18n.js";
import { JobWatch } from "../core/job-watch.js";
import { createStore } from "../core/store.js";
import { countLines, isWeb } from "../core/text.js";
import { isAllowed } from "../data/grants.js";
import { activity, library, openCategories, openJobs, sentence } from "../data/library.js";
import { rescue } from "../data/rescue.js";
import { openSettings, preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { currentTab, openManager, windowTabs } from "../platform/tabs.js";
import { nameOf, placePicker } from "../ui/place-picker.js";
import {
  jobLine,
  pageHead,
  pasteView,
  popupFoot,
  saveActions,
  statusLine,
} from "../ui/popup-view.js";
import { rescueOffer } from "../ui/rescue-offer.js";
import { acceptedSummary } from "../ui/summary.js";

/** @import {Category, SavedPlace} from '../../wasm/urlink.js' */
/** @import {Choice} from '../core/choices.js' */
/** @import {OpenPage} from '../platform/tabs.js' */
/** @import {Status} from '../ui/popup-view.js' */

/**
 * @typedef {object} State
 * @property {OpenPage | undefined} page
 * @property {OpenPage[] | undefined} tabs  Those of the window that can be saved; undefined: they must not be known.
 * @property {SavedPlace | undefined} saved
 * @property {string} typed
 * @property {string | undefined} chosen  A choice's id; undefined: the first.
 * @property {'tab' | 'list'} view
 * @property {number} lines
 * @property {boolean} busy
 * @property {Status | undefined} status
 */
const state = createStore(
  /** @type {State} */ ({
    page: undefined,
    tabs: [],
    saved: undefined,
    typed: "",
    chosen: undefined,
    view: "tab",
    lines: 0,
    busy: false,
    status: undefined,
  }),
);

let pasted = "";
const watch = new JobWatch(Date.now());

function draw() {
  const { page, tabs, saved, typed, view, lines, busy, status } = state.get();
  const { categories, problem } = library.get();
  const count = categories?.categories.length ?? Number.POSITIVE_INFINITY;
  const offered = offeredChoices();
  const chosen = chosenOf(offered);
  const savable = isWeb(page?.url ?? "");
  const unreadable = problem !== undefined && !categories;
  document.title = t("extension_name");
  render(
    html`<main class="popup">
      ${
        view === "list"
          ? pasteView(
              { lines, place: targetName(chosen), busy },
              { input: paste, save: saveList, back: showTab },
            )
          : html`
              ${pageHead(page, { host: hostOf(page?.url), savable, saved: savedPlace(saved) })}
              ${
                unreadable
                  ? nothing
                  : html`${placePicker({ choices: offered, chosen, typed, few: count < 3, first: count === 0 }, { type, choose, confirm, toggleStar })}
                      ${saveActions({ savable, tabs: tabs?.length, chosen: chosenTabs().length, busy }, { saveTab, saveChosen: () => saveSeveral(chosenTabs()), saveAll, paste: showList })}`
              }
            `
      }
      ${statusLine(status ?? (problem ? { kind: "problem", text: problem } : undefined))}
      ${unreadable ? rescueOffer(rescue, complain) : nothing}
      ${jobLine(watch.look(activity.get().jobs, performance.now()).running, () => leave("#activity"))}
      ${popupFoot(categories?.all, () => leave())}
    </main>`,
    document.body,
  );
}

/** @returns {Choice[]} */
function offeredChoices() {
  const { categories } = library.get();
  return categories ? choices(categories, state.get().typed, t("unsorted")) : [];
}

/** @param {Choice[]} offered */
function chosenOf(offered) {
  return offered.find((choice) => choice.id === state.get().chosen) ?? offered[0];
}

/** @param {Choice | undefined} choice */
function targetName(choice) {
  if (!choice) return t("unsorted");
  return choice.kind === "new" ? choice.name : nameOf(choice);
}

/** @param {SavedPlace | undefined} saved */
function savedPlace(saved) {
  if (!saved || saved.deleted) return undefined;
  const found = library.get().categories?.categories.find(({ id }) => id === saved.category);
  return { place: found?.name ?? t("unsorted"), created: saved.created };
}

/** @param {string | undefined} url */
function hostOf(url) {
  return url && isWeb(url) ? new URL(url).hostname.replace(/^www\./u, "") : "";
}

/** @param {string} typed */
function type(typed) {
  state.set({ typed, chosen: undefined });
}

/** @param {Choice} choice */
function choose(choice) {
  if (choice.kind === "new") void working(() => create(choice.name));
  else state.set({ chosen: choice.id });
}

/** @param {Choice} choice */
function confirm(choice) {
  state.set({ chosen: choice.id });
  if (isWeb(state.get().page?.url ?? "")) void saveTab();
  else if (choice.kind === "new") void working(() => create(choice.name));
}

/** @param {Category} category */
async function toggleStar(category) {
  try {
    await send("starCategory", category.id, !category.favourite);
  } catch (error) {
    complain(error);
  }
}

/** @param {string} name */
async function create(name) {
  const category = await send("createCategory", name);
  state.set({
    typed: "",
    chosen: category.id,
    status: { kind: "good", text: t("category_created", { name: category.name }) },
  });
  return category;
}

/** Where to save to, created if it is new. */
async function target() {
  const choice = chosenOf(offeredChoices());
  if (choice?.kind === "new") {
    const category = await create(choice.name);
    return { category: category.id, name: category.name };
  }
  return { category: choice?.kind === "category" ? choice.id : null, name: targetName(choice) };
}

function saveTab() {
  const { page } = state.get();
  if (!page) return;
  void working(async () => {
    const { category, name } = await target();
    const job = await save([page], category);
    const saved = await learnSaved();
    const before = job.total === 0 ? savedPlace(saved)?.place : undefined;
    const text = before ? t("already_in", { place: before }) : acceptedSummary(job, name);
    const kind = job.total > 0 || before ? "good" : "problem";
    const isElsewhere = before && saved && (saved.category ?? null) !== category;
    const action = isElsewhere && {
      label: t("move_to", { place: name }),
      run: () => moveHere(saved.id, category, name),
    };
    state.set({ status: { kind, text, ...(action && { action }) } });
  });
}

/**
 * Moves the page, which is saved elsewhere, to the place that was chosen.
 * @param {string} link
 * @param {string | null} category
 * @param {string} name
 */
function moveHere(link, category, name) {
  void working(async () => {
    const { links: count } = await send("moveLinks", { links: [link] }, category);
    await learnSaved();
    state.set({ status: { kind: "good", text: t("moved", { count, place: name }) } });
    document.getElementById("place")?.focus();
  });
}

/** Those that are chosen at the tab strip; one always is. */
function chosenTabs() {
  return state.get().tabs?.filter(({ chosen }) => chosen) ?? [];
}

function saveAll() {
  const { tabs } = state.get();
  // The browser's question would close the popup: it is put where there is room for its reason.
  if (!tabs) {
    void leave("#panel=tabs");
    return;
  }
  saveSeveral(tabs);
}

/** @param {OpenPage[]} pages */
function saveSeveral(pages) {
  void working(async () => {
    const { category, name } = await target();
    const job = await save(pages, category);
    state.set({ status: { kind: "good", text: acceptedSummary(job, name) } });
    await learnSaved();
  });
}

/**
 * @param {OpenPage[]} pages
 * @param {string | null} category
 */
function save(pages, category) {
  return send(
    "save",
    { urls: pages.map(({ url }) => url), tabs: pages.map(({ tab }) => tab) },
    {
      category,
      hints: pages.map(({ title }) => title || null),
      language: preferences.get().language,
    },
  );
}

function saveList() {
  if (state.get().lines === 0) return;
  void working(async () => {
    const { category, name } = await target();
    const { language } = preferences.get();
    const job = await send("save", { text: pasted }, { category, language });
    showTab();
    state.set({
      status: { kind: job.total > 0 ? "good" : "problem", text: acceptedSummary(job, name) },
    });
  });
}

/** @param {string} text */
function paste(text) {
  pasted = text;
  state.set({ lines: countLines(text) });
}

function showList() {
  state.set({ view: "list", status: undefined });
  document.getElementById("list")?.focus();
}

function showTab() {
  pasted = "";
  state.set({ view: "tab", lines: 0 });
  document.getElementById("place")?.focus();
}

/** @param {string} [hash] what to show of the manager */
async function leave(hash) {
  await openManager(hash);
  window.close();
}

/**
 * One thing at a time; what goes wrong is said.
 * @param {() => Promise<unknown>} work
 */
async function working(work) {
  if (state.get().busy) return;
  state.set({ busy: true, status: { kind: "busy", text: t("saving") } });
  try {
    await work();
  } catch (error) {
    complain(error);
  } finally {
    state.set({ busy: false });
  }
}

/** @param {unknown} error */
function complain(error) {
  state.set({ status: { kind: "problem", text: sentence(error) } });
}

async function learnPage() {
  const [page, tabs, areKnown] = await Promise.all([currentTab(), windowTabs(), isAllowed("tabs")]);
  state.set({ page, tabs: areKnown ? tabs.filter(({ url }) => isWeb(url)) : undefined });
  await learnSaved();
}

/** Whether the page is in the library already, and where. */
async function learnSaved() {
  const { page } = state.get();
  const saved = page && isWeb(page.url) ? await send("findSaved", page.url) : undefined;
  state.set({ saved });
  return saved;
}

async function open() {
  const opening = openSettings();
  learnPage().catch(complain);
  void openCategories();
  void openJobs();
  await opening;
  for (const store of [state, library, activity, preferences]) store.watch(draw);
  draw();
  document.getElementById("place")?.focus();
}

void open();
