import { html, nothing, render } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { JobWatch } from "../core/job-watch.js";
import { isWeb } from "../core/text.js";
import { activity, library, openCategories, openJobs } from "../data/library.js";
import { rescue } from "../data/rescue.js";
import { openSettings, preferences } from "../data/settings.js";
import { openManager } from "../platform/tabs.js";
import { placePicker } from "../ui/place-picker.js";
import {
  jobLine,
  pageHead,
  pasteView,
  popupFoot,
  saveActions,
  statusLine,
} from "../ui/popup-view.js";
import { rescueOffer } from "../ui/rescue-offer.js";
import { paste, saveList, showList, showTab } from "./popup-list.js";
import { choose, chosenOf, offeredChoices, targetName, toggleStar, type } from "./popup-place.js";
import { complain, state } from "./popup-state.js";
import { chosenTabs, learnPage, savedPlace, saveSeveral, saveTab } from "./popup-tabs.js";

/** @import {Choice} from '../core/choices.js' */

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

/** @param {string | undefined} url */
function hostOf(url) {
  return url && isWeb(url) ? new URL(url).hostname.replace(/^www\./u, "") : "";
}

/** @param {Choice} choice */
function confirm(choice) {
  state.set({ chosen: choice.id });
  if (isWeb(state.get().page?.url ?? "")) void saveTab();
  else choose(choice);
}

function saveAll() {
  const { tabs } = state.get();
  // The browser's question would close the popup: it is put where there is room for its reason.
  if (tabs) saveSeveral(tabs);
  else void leave("#panel=tabs");
}

/** @param {string} [hash] what to show of the manager */
async function leave(hash) {
  await openManager(hash);
  window.close();
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
