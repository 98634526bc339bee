import { html, nothing, render } from "../../vendor/lit/lit-html.js";
import { drawing } from "../core/drawing.js";
import { t } from "../core/i18n.js";
import { JobWatch } from "../core/job-watch.js";
import { viewOf } from "../core/route.js";
import { follow } from "../data/changes.js";
import { keepNow } from "../data/first-links.js";
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
import { sentences } from "../data/problems.js";
import { openReminders, reminders } from "../data/reminders.js";
import { rescue } from "../data/rescue.js";
import { openSettings, preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { activityButton } from "../ui/activity-panel.js";
import { takeDrops } from "../ui/cards-drop.js";
import { empty, unreadable } from "../ui/empty.js";
import { findBox } from "../ui/find-box.js";
import { Grid } from "../ui/grid.js";
import { jobAnnouncement, jobStrip } from "../ui/job-strip.js";
import { managerHead } from "../ui/manager-head.js";
import { rescueOffer } from "../ui/rescue-offer.js";
import { aside } from "../ui/resizer.js";
import { settingsMenu } from "../ui/settings-menu.js";
import { sheet as sideSheet } from "../ui/sheet.js";
import { sidebar } from "../ui/sidebar.js";
import { refuseStrayDrops } from "../ui/stray-drops.js";
import { toTop } from "../ui/to-top.js";
import * as actions from "./manager-actions.js";
import { openAdd } from "./manager-add.js";
import { bulk } from "./manager-bulk.js";
import * as cards from "./manager-cards.js";
import * as categories from "./manager-categories.js";
import { chooseWhatIsThere, countChosen, startChoosing } from "./manager-choice.js";
import { floating, openedMenu } from "./manager-dialogs.js";
import * as drops from "./manager-drop.js";
import { leaveEditing } from "./manager-edit.js";
import { focusDrawn } from "./manager-focus.js";
import { shortcut } from "./manager-keys.js";
import { links, showLinks, viewQuery } from "./manager-links.js";
import { Panels } from "./manager-panels.js";
import { remindersBell } from "./manager-reminders.js";
import { takeRequest } from "./manager-request.js";
import { doing } from "./manager-say.js";
import { linkPanelButtons, toggleActivity, togglePanel } from "./manager-slot.js";
import { state } from "./manager-state.js";
import { foundText, head, viewName } from "./manager-view.js";

const narrow = matchMedia("(width < 720px)");
const watch = new JobWatch(Date.now());
const redraw = drawing(draw, () => links.isOther, requestAnimationFrame);
const grid = new Grid(redraw);
const panels = new Panels(redraw);
let asked = "";
/** Pages are being read. */
let isReading = false;
/** What was found is another meanwhile, and will be put in order. */
let isLate = false;

function draw() {
  askForLinks();
  const name = viewName();
  const jobs = watch.look(activity.get().jobs, performance.now());
  isReading = jobs.running !== undefined && !jobs.running.held;
  if (isLate && !isReading) putInOrder();
  const open = state.get().panel === "activity";
  const said = jobAnnouncement(jobs);
  panels.look();
  render(
    html`${side()}
      <main class="main">
        <div class="top">
          ${managerHead(
            { narrow: narrow.matches },
            { add: openAdd, menu: () => state.set({ sheet: true }) },
            {
              find: find(),
              panels: [linkPanelButtons(), remindersBell(), activityToggle(jobs.running)],
              settings: settings(),
            },
          )}
          ${head(name)}
          ${open ? nothing : jobStrip(jobs, { report: actions.openReport, dismiss, details: toggleActivity })}
        </div>
        <p class="unseen" role="status" aria-live="polite">${open ? nothing : said}</p>
        <p class="unseen" role="status" aria-live="polite">${heard()}</p>
        <div class="scroll">${content(name)}</div>
        ${toTop(grid.isDown, () => grid.toTop())} ${bulk(grid)}
        ${isOverlaid() ? nothing : openedMenu()}
      </main>
      ${panels.template(said)} ${floating()}`,
    document.body,
  );
  grid.drawn();
  panels.drawn();
  focusDrawn();
  // While one types the browser would draw its tabs anew with each letter, and hold ours up.
  if (!grid.isCalm) document.title = `${name} · urLink`;
  const { range } = grid;
  if (range) links.want(range, grid.sight);
}

/** Turns to other links when something else is asked for. */
function askForLinks() {
  const query = JSON.stringify(viewQuery());
  if (query === asked) return;
  if (asked) grid.reset();
  asked = query;
  startChoosing();
  showLinks();
}

/** What a screen reader hears of what the user does. */
function heard() {
  const count = countChosen();
  if (count > 0) return t("chosen", { count });
  return state.get().heard || foundText();
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

function find() {
  return findBox(
    { typed: state.get().search, total: library.get().categories?.all },
    {
      type: look,
      ready: () => void doing(() => send("prepareSearch")),
      leave: () => grid.focus(),
    },
  );
}

/**
 * Asked at once: the answer is under way while what is typed is drawn.
 * @param {string} search
 */
function look(search) {
  state.set({ search, heard: "" });
  askForLinks();
}

/** @param {string} name */
function content(name) {
  const { problem: unread, view, search, tag } = state.get();
  const problem = unread ?? library.get().problem;
  if (problem && !links.total) return unreadable(problem, retry, rescueOffer(rescue, complain));
  if (links.total === 0) {
    const looked = search.trim() !== "" || tag !== undefined;
    return empty(
      { view, name, looked },
      {
        add: openAdd,
        all: () => state.set({ search: "", tag: undefined }),
        bookmarks: () => state.get().panel !== "bookmarks" && togglePanel("bookmarks"),
      },
    );
  }
  return grid.template(cards.content(name));
}

function side() {
  const { view, naming, dragging, sheet, width } = state.get();
  const inside = sidebar(
    { list: library.get().categories, view, naming, sorting: dragging === "category" },
    {
      toggleStar: categories.toggleStar,
      startNaming: categories.startNaming,
      create: categories.createNamed,
      stopNaming: categories.stopNaming,
      startRenaming: categories.startRenaming,
      rename: categories.rename,
      remove: categories.remove,
      shift: categories.shift,
      menu: categories.openCategoryMenu,
      drop: drops.onSidebar,
    },
  );
  if (!narrow.matches) return aside(inside, width, categories.resizeSidebar);
  const close = () => state.set({ sheet: false });
  const whole = html`${inside} ${openedMenu()}`;
  return sheet ? sideSheet(whole, close, { label: t("library") }) : nothing;
}

/** The sidebar lies over the page, and shuts it out. */
function isOverlaid() {
  return narrow.matches && state.get().sheet;
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

function showView() {
  const asked = takeRequest();
  const view = viewOf(location.hash);
  document.querySelector("dialog")?.close();
  if (view !== state.get().view || asked !== undefined)
    state.set({ view, search: asked ?? "", here: false, tag: undefined, heard: "" });
  state.set({ problem: undefined });
  showLinks();
  redraw();
}

/** @param {string[]} keys */
async function linksChanged(keys) {
  panels.linksChanged(keys);
  const isOther = reorders(viewQuery(), keys);
  // Who reads what was found keeps it under the eyes until the pages are read, or something is done.
  const isDeed = keys.some((key) => key.startsWith("u:"));
  const waits = isReading && !isDeed && state.get().search.trim() !== "";
  if (isOther && !waits) {
    await putInOrder();
    return;
  }
  isLate ||= isOther;
  await links.refresh(changedLinks(keys));
}

/** While a list is stored, the order is another several times a second: each time the answer is waited for. */
async function putInOrder() {
  isLate = false;
  await links.reorder();
  await chooseWhatIsThere();
}

async function open() {
  const opening = openSettings();
  void openCategories();
  void openJobs();
  void openReminders((changed) => void links.refresh(changed));
  follow((key) => /^[liu]:/u.test(key), linksChanged);
  await opening;
  panels.restore();
  const search = takeRequest() ?? "";
  state.set({ view: viewOf(location.hash), search });
  for (const store of [state, library, activity, reminders, sentences]) store.watch(redraw);
  preferences.watch(showView);
  narrow.addEventListener("change", redraw);
  addEventListener("hashchange", showView);
  addEventListener("keydown", (event) => {
    shortcut(event, grid);
    // What it opened has the focus before the next key is there.
    if (event.defaultPrevented && !event.repeat) draw();
  });
  addEventListener("pagehide", keepNow);
  addEventListener("pointerdown", leaveEditing);
  addEventListener("dragend", drops.dragEnded);
  refuseStrayDrops();
  setInterval(redraw, 60_000);
  draw();
  const scroller = document.querySelector(".scroll");
  if (scroller instanceof HTMLElement) {
    grid.attach(scroller);
    takeDrops(scroller, drops.onCards);
  }
  redraw();
}

void open();
