import { render } from "../../vendor/lit/lit-html.js";
import { t } from "../core/i18n.js";
import { createStore } from "../core/store.js";
import { forgetFirstLinks } from "../data/first-links.js";
import { allow, grants, openGrants, takeBack } from "../data/grants.js";
import { library, openCategories, sentence } from "../data/library.js";
import { rescue } from "../data/rescue.js";
import { changeSettings, openSettings, preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { optionsView } from "../ui/options-view.js";
import { copyToBookmarks } from "./to-bookmarks.js";

/** @typedef {{ kind: 'good' | 'problem' | 'busy', text: string }} Status */

const state = createStore(
  /** @type {{ erasing: { typed: string, busy: boolean } | undefined, copying: boolean, status: Status | undefined }} */ ({
    erasing: undefined,
    copying: false,
    status: undefined,
  }),
);

function draw() {
  document.title = `${t("settings")} · urLink`;
  const { categories, problem } = library.get();
  const status = state.get().status ?? (problem ? { kind: "problem", text: problem } : undefined);
  render(
    optionsView(
      {
        settings: preferences.get().settings,
        grants: grants.get().known,
        links: categories?.all,
        erasing: state.get().erasing,
        copying: state.get().copying,
        status: /** @type {Status | undefined} */ (status),
      },
      {
        change: (change) => void doing(() => changeSettings(change)),
        allow: (name) =>
          void doing(async () => {
            await allow(name);
          }),
        takeBack: (name) => void doing(() => takeBack(name)),
        download: (format) => void doing(() => download(format)),
        askToCopy: () => state.set({ copying: true }),
        toBookmarks: () => void doing(copyToBookmarks),
        stopCopying: () => state.set({ copying: false }),
        askToErase: () => state.set({ erasing: { typed: "", busy: false } }),
        type: (typed) => state.set({ erasing: { typed, busy: false } }),
        erase: () => void doing(erase),
        stopErasing: () => state.set({ erasing: undefined }),
      },
    ),
    document.body,
  );
}

/**
 * Does something and says what came of it, if it gives a sentence.
 * @param {() => Promise<string | undefined | void>} work
 */
async function doing(work) {
  state.set({ status: undefined });
  try {
    const text = await work();
    if (text) state.set({ status: { kind: "good", text } });
  } catch (error) {
    state.set({ status: { kind: "problem", text: sentence(error) } });
  }
}

/** @param {'json' | 'bookmarks'} format */
async function download(format) {
  const { name, blob } = await rescue(format);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return t("downloaded", { name });
}

async function erase() {
  state.set({ erasing: { typed: state.get().erasing?.typed ?? "", busy: true } });
  try {
    await send("eraseEverything");
    forgetFirstLinks();
    return t("erased");
  } finally {
    document.querySelector("dialog")?.close();
  }
}

async function open() {
  const opening = openSettings();
  void openCategories();
  await opening;
  for (const store of [state, library, grants, preferences]) store.watch(draw);
  draw();
  await openGrants();
}

void open();
