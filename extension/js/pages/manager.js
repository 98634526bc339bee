import { html, nothing, render } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { JobWatch } from "../core/job-watch.js";
import { viewOf } from "../core/route.js";
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
import { openSettings, preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { addDialog } from "../ui/add-dialog.js";
import { empty, unreadable } from "../ui/empty.js";
import { Grid } from "../ui/grid.js";
import { jobAnnouncement, jobStrip } from "../ui/job-strip.js";
import { managerHead } from "../ui/manager-head.js";
import { reportDialog } from "../ui/report-dialog.js";
import { aside } from "../ui/resizer.js";
import { settingsMenu } from "../ui/settings-menu.js";
import { sheet as sidebarSheet } from "../ui/sheet.js";
import { shortcutsDialog } from "../ui/shortcuts-dialog.js";
import { sidebar } from "../ui/sidebar.js";
import { toTop } from "../ui/to-top.js";
import { toasts } from "../ui/toast.js";
import * as actions from "./manager-actions.js";
import { state } from "./manager-state.js";

const narrow = matchMedia("(width < 720px)");
const watch = new JobWatch(Date.now());
const redraw = coalesce(draw, requestAnimationFrame);
const grid = new Grid(redraw);
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
  render(
    html`${side()}
      <main class="main">
        <div class="top">${managerHead(
          { name, total: links.total, category, narrow: narrow.matches },
          {
            toggleStar: actions.toggleStar,
            add: actions.openAdd,
            menu: () => state.set({ sheet: true }),
          },
          settingsMenu(preferences.get().settings, {
            change: actions.changeSettings,
            shortcuts: actions.openShortcuts,
          }),
        )}
        ${jobStrip(jobs, { report: actions.openReport, dismiss })}</div>
        <p class="unseen" role="status" aria-live="polite">${jobAnnouncement(jobs)}</p>
        <div class="scroll">${content(view, name)}</div>
        ${toTop(grid.isDown, () => grid.toTop())}
      </main>
      ${dialogs()} ${toasts(state.get().toasts, actions.dismissToast)}`,
    document.body,
  );
  grid.drawn();
  look();
}

/**
 * @param {string} view
 * @param {string} name
 */
function content(view, name) {
  const problem = state.get().problem ?? library.get().problem;
  if (problem && !links.total) return unreadable(problem, retry);
  if (links.total === 0) return empty({ view, name }, { add: actions.openAdd });
  return grid.template({
    label: name,
    language: preferences.get().language,
    total: links.total,
    at: (index) => links.at(index),
    settled: (id) => links.settled.has(id),
    now: Date.now(),
    pictureOf,
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
  return sheet ? sidebarSheet(inside, () => state.set({ sheet: false })) : nothing;
}

function dialogs() {
  const { add, report, shortcuts } = state.get();
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
  ${shortcuts ? shortcutsDialog(actions.closeShortcuts) : nothing}`;
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

function showView() {
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
  if (reorders(state.get().view, keys)) links.reorder();
  else await links.refresh(changedLinks(keys));
}

async function open() {
  const opening = openSettings();
  void openCategories();
  void openJobs();
  follow((key) => key.startsWith("l:") || key.startsWith("i:"), linksChanged);
  await opening;
  state.set({ view: viewOf(location.hash) });
  links.show(state.get().view, preferences.get().language);
  for (const store of [state, library, activity]) store.watch(redraw);
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
