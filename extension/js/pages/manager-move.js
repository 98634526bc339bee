import { choices } from "../core/choices.js";
import { t } from "../core/i18n.js";
import { library } from "../data/library.js";
import { send } from "../platform/messages.js";
import { moveDialog } from "../ui/move-dialog.js";
import { toggleStar } from "./manager-categories.js";
import { move } from "./manager-deeds.js";
import { deed } from "./manager-say.js";
import { state } from "./manager-state.js";

/** @import {Choice} from '../core/choices.js' */
/** @import {Target} from './manager-choice.js' */

/**
 * Asks where links are to go.
 * @param {{ target: Target, typed: string, place: string | undefined }} moving
 */
export function moveQuestion({ target, typed, place }) {
  const { categories } = library.get();
  const offered = categories ? choices(categories, typed, t("unsorted")) : [];
  const chosen = offered.find(({ id }) => id === place) ?? offered[0];
  const count = categories?.categories.length ?? 0;
  return moveDialog(
    {
      count: target.count,
      choices: offered,
      chosen,
      typed,
      few: count < 3,
      first: count === 0,
    },
    {
      type: (text) => state.set({ moving: { target, typed: text, place: undefined } }),
      choose: ({ id }) => state.set({ moving: { target, typed, place: id } }),
      confirm: (choice) => confirm(target, choice),
      toggleStar,
      close: () => state.set({ moving: undefined }),
    },
  );
}

/**
 * @param {Target} target
 * @param {Choice} choice
 */
function confirm(target, choice) {
  if (choice.kind !== "new") {
    void move(target, choice.id || null);
    return;
  }
  void deed(async () => {
    const category = await send("createCategory", choice.name);
    library.set({ categories: await send("listCategories") });
    await move(target, category.id);
  });
}
