import { render } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { createStore } from "../core/store.js";
import { readBookmarks } from "../data/chrome-bookmarks.js";
import { allow, grants, openGrants, takeBack } from "../data/grants.js";
import { openCategories, sentence } from "../data/library.js";
import { openSettings, preferences } from "../data/settings.js";
import { openManager } from "../platform/tabs.js";
import { welcomeView } from "../ui/welcome-view.js";
import { saveByFolder } from "./save-by-folder.js";

/** @typedef {{ kind: 'good' | 'problem' | 'busy', text: string }} Status */

const state = createStore(
  /** @type {{ step: number, status: Status | undefined }} */ ({ step: 0, status: undefined }),
);

function draw() {
  document.title = t("extension_name");
  render(
    welcomeView(
      { ...state.get(), grants: grants.get().known },
      {
        go: (step) => {
          state.set({ step, status: undefined });
          document.getElementById("welcome-title")?.focus();
        },
        allow: (name) => void allow(name).catch(complain),
        takeBack: (name) => void takeBack(name).catch(complain),
        bringIn: () => void bringIn().catch(complain),
        finish: () => void openManager(),
      },
    ),
    document.body,
  );
}

/** All of Chrome's bookmarks, into categories named like their folders. */
async function bringIn() {
  await allow("bookmarks");
  if (!grants.get().known?.bookmarks.granted) return;
  state.set({ status: { kind: "busy", text: t("saving") } });
  const sections = await readBookmarks();
  const text = await saveByFolder(sections.flatMap(({ entries }) => entries));
  state.set({ status: { kind: "good", text } });
}

/** @param {unknown} error */
function complain(error) {
  state.set({ status: { kind: "problem", text: sentence(error) } });
}

async function open() {
  const opening = openSettings();
  void openCategories();
  await opening;
  for (const store of [state, grants, preferences]) store.watch(draw);
  draw();
  await openGrants();
}

void open();
