import { html, nothing, render } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { JobWatch } from "../core/job-watch.js";
import { hashOf, viewOf } from "../core/route.js";
import { coalesce } from "../core/schedule.js";
import { follow } from "../data/changes.js";
import {
  activity,
  changedLinks,
  library,
  openCategories,
  openJobs,
  refreshCategories,
  reorders,
  sentence,
} from "../data/library.js";
import { LinkPages } from "../data/link-pages.js";
import { pictureOf } from "../data/pictures.js";
import { sentences } from "../data/problems.js";
import { rescue } from "../data/rescue.js";
import { openSettings, preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { activityButton } from "../ui/activity-panel.js";
import { addDialog } from "../ui/add-dialog.js";
import { confirmDialog } from "../ui/confirm-dialog.js";
import { empty, unreadable } from "../ui/empty.js";
import { Grid } from "../ui/grid.js";
import { jobAnnouncement, jobStrip } from "../ui/job-strip.js";
import { managerHead } from "../ui/manager-head.js";
import { reportDialog } from "../ui/report-dialog.js";
import { rescueOffer } from "../ui/rescue-offer.js";
import { aside } from "../ui/resizer.js";
import { settingsMenu } from "../ui/settings-menu.js";
import { sheet as sideSheet } from "../ui/sheet.js";
import { shortcutsDialog } from "../ui/shortcuts-dialog.js";
import { sidebar } from "../ui/sidebar.js";
import { toTop } from "../ui/to-top.js";
import { toasts } from "../ui/toast.js";
import * as actions from "./manager-actions.js";
import { refresh } from "./manager-jobs.js";
import { Panels } from "./manager-panels.js";
import { linkPanelButtons, toggleActivity } from "./manager-slot.js";
import { state } from "./manager-state.js";

const narrow = matchMedia("(width < 720px)");
const watch = new JobWatch(Date.now());
const redraw = coalesce(draw, requestAnimationFrame);
const grid = new Grid(redraw);
const panels = new Panels(redraw);
const links = new LinkPages(
  {
    queryLinks: (query) => send("queryLinks", query),
    getLinks: (ids, language) => send("getLinks", ids, language),
  },
  (error) => {
    state.set({ problem: error === undefined ? undefined : sentence(error) });
    redraw();
  },
);

function draw() {
  const { view } = state.get();
  const { categories } = library.get();
  const category = categories?.categories.find(({ id }) => id === view);
  const name = viewName(view, category?.name);
  document.title = `${name} · urLink`;
  const jobs = watch.look(activity.get().jobs, performance.now());
  const said = jobAnnouncement(jobs);
  const open = state.get().panel === "activity";
  panels.look();
  render(
    html`${side()}
      <main class="main">
        <div class="top">${managerHead(
          { name, total: links.total, category, narrow: narrow.matches },
          {
            toggleStar: actions.toggleStar,
            add: actions.openAdd,
            menu: () => state.set({ sheet: true }),
            refresh: () => actions.askToRefresh({ category: view, count: links.total ?? 0 }),
          },
          { activity: [linkPanelButtons(), activityToggle(jobs.running)], settings: settings() },
        )}
        ${open ? nothing : jobStrip(jobs, { report: actions.openReport, dismiss, details: toggleActivity })}</div>
        <p class="unseen" role="status" aria-live="polite">${open ? nothing : said}</p>
        <div class="scroll">${content(view, name)}</div>
        ${toTop(grid.isDown, () => grid.toTop())}
      </main>
      ${panels.template(said)} ${dialogs()} ${toasts(state.get().toasts, actions.dismissToast)}`,
    document.body,
  );
  grid.drawn();
  panels.drawn();
  look();
}

/** @param {ReturnType<typeof watch.look>['running']} running */
function activityToggle(running) {
  const part = running && running.done / running.total;
  const held = running?.held !== undefined;
  return activityButton({ open: state.get().panel === "activity", part, held }, toggleActivity);
}

function settings() {
  return settingsMenu(preferences.get().settings, {
    change: actions.changeSettings,
    shortcuts: actions.openShortcuts,
  });
}

/**
 * @param {string} view
 * @param {string} name
 */
function content(view, name) {
  const problem = state.get().problem ?? library.get().problem;
  if (problem && !links.total) return unreadable(problem, retry, rescueOffer(rescue, complain));
  if (links.total === 0) return empty({ view, name }, { add: actions.openAdd });
  return grid.template({
    label: name,
    language: preferences.get().language,
    total: links.total,
    at: (index) => links.at(index),
    settled: (id) => links.settled.has(id),
    now: Date.now(),
    pictureOf,
    retry: (link) => refresh({ links: [link.id] }),
  });
}

function side() {
  const { view, naming, namingProblem, sheet, width } = state.get();
  const inside = sidebar(
    { list: library.get().categories, view, naming, namingProblem },
    {
      toggleStar: actions.toggleStar,
      startNaming: actions.startNaming,
      create: actions.createNamed,
      stopNaming: actions.stopNaming,
    },
  );
  if (!narrow.matches) return aside(inside, width, actions.resizeSidebar);
  const close = () => state.set({ sheet: false });
  return sheet ? sideSheet(inside, close, { label: t("library") }) : nothing;
}

function dialogs() {
  const { add, report, shortcuts, refreshing } = state.get();
  return html`${
    add
      ? addDialog(
          { ...add, list: library.get().categories },
          {
            input: actions.countList,
            choose: actions.choosePlace,
            name: actions.nameNew,
            save: actions.saveList,
            close: actions.closeAdd,
          },
        )
      : nothing
  }
  ${report ? reportDialog(report, { more: actions.moreLines, close: actions.closeReport }) : nothing}
  ${refreshing ? refreshQuestion(refreshing) : nothing}
  ${shortcuts ? shortcutsDialog(actions.closeShortcuts) : nothing}`;
}

/** @param {{ category: string, count: number }} refreshing */
function refreshQuestion({ category, count }) {
  return confirmDialog(
    { title: t("refresh_title", { count }), text: t("refresh_text"), go: t("refresh_go") },
    { go: () => refresh({ category }), close: () => actions.askToRefresh(undefined) },
  );
}

/**
 * @param {string} view
 * @param {string | undefined} category
 */
function viewName(view, category) {
  if (view === "unsorted") return t("unsorted");
  if (view === "problems") return t("problems");
  return category ?? t("all_links");
}

/** Asks for what is in sight and not known. */
function look() {
  const { first, last } = grid.range;
  links.want(first, last);
}

/** @param {string} job */
function dismiss(job) {
  watch.dismiss(job);
  redraw();
}

function retry() {
  state.set({ problem: undefined });
  void refreshCategories();
  links.reorder();
}

/** @param {unknown} error */
function complain(error) {
  state.set({ problem: sentence(error) });
}

/** The popup leads here, whatever is shown. */
function takeActivityHash() {
  if (location.hash !== "#activity") return;
  history.replaceState(null, "", hashOf(state.get().view));
  if (state.get().panel !== "activity") toggleActivity();
}

function showView() {
  takeActivityHash();
  const { language } = preferences.get();
  const view = viewOf(location.hash);
  if (view !== state.get().view) grid.reset();
  document.querySelector("dialog")?.close();
  state.set({ view, problem: undefined });
  links.show(view, language);
  redraw();
}

/** @param {string[]} keys */
async function linksChanged(keys) {
  panels.linksChanged(keys);
  if (reorders(state.get().view, keys)) links.reorder();
  else await links.refresh(changedLinks(keys));
}

async function open() {
  const opening = openSettings();
  void openCategories();
  void openJobs();
  follow((key) => key.startsWith("l:") || key.startsWith("i:"), linksChanged);
  await opening;
  panels.restore();
  takeActivityHash();
  state.set({ view: viewOf(location.hash) });
  links.show(state.get().view, preferences.get().language);
  for (const store of [state, library, activity, sentences]) store.watch(redraw);
  preferences.watch(showView);
  narrow.addEventListener("change", redraw);
  addEventListener("hashchange", showView);
  addEventListener("keydown", (event) => actions.shortcut(event, grid));
  setInterval(redraw, 60_000);
  draw();
  const scroller = document.querySelector(".scroll");
  if (scroller instanceof HTMLElement) grid.attach(scroller);
  redraw();
}

void open();
