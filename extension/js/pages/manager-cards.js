import { library } from "../data/library.js";
import { pictureOf } from "../data/pictures.js";
import { preferences } from "../data/settings.js";
import {
  choose,
  chooseAll,
  chooseNone,
  isChoosing,
  isChosen,
  remember,
  touch,
} from "./manager-choice.js";
import { actByKey, actOn } from "./manager-deeds.js";
import { dragCards, shiftCard } from "./manager-drop.js";
import { tryAgain } from "./manager-jobs.js";
import { links } from "./manager-links.js";
import { state } from "./manager-state.js";

/** @import {LinkView} from '../../wasm/urlink.js' */
/** @import {GridContent} from '../ui/grid.js' */

/**
 * The links as the grid shows them.
 * @param {string} label
 * @returns {GridContent}
 */
export function content(label) {
  const { language, settings } = preferences.get();
  return {
    label,
    language,
    layout: settings.layout ?? "cards",
    total: links.total,
    answer: links.answer,
    at: (index) => links.at(index),
    stateOf: stateOf(),
    isChoosing,
    now: Date.now(),
    pictureOf,
    retry: tryAgain,
    actions: {
      act: actOn,
      key: actByKey,
      choose,
      chooseAll,
      chooseNone,
      remember,
      touch,
      shift: shiftCard,
      drag: dragCards,
    },
  };
}

function stateOf() {
  const { view, search, editing } = state.get();
  const mixed = search.trim() !== "" || ["all", "favourites", "problems", "trash"].includes(view);
  const names = new Map(
    mixed ? library.get().categories?.categories.map(({ id, name }) => [id, name]) : [],
  );
  return (/** @type {LinkView} */ link) => ({
    settled: links.settled.has(link.id),
    chosen: isChosen(link),
    place: names.get(link.category ?? ""),
    trashed: view === "trash",
    editing: editing?.id === link.id ? editing.form : undefined,
  });
}
