import { nothing } from "../../vendor/lit/lit-html.js";
import { bulkBar } from "../ui/bulk-bar.js";
import { chooseAll, chooseNone, chosen, countChosen, onceChosen } from "./manager-choice.js";
import { perform, wouldLike } from "./manager-deeds.js";
import { links } from "./manager-links.js";
import { state } from "./manager-state.js";

/** @import {Grid} from '../ui/grid.js' */

/**
 * What can be done with what is chosen.
 * @param {Grid} grid  Takes the focus when nothing is chosen any more.
 */
export function bulk(grid) {
  const count = countChosen();
  if (count === 0) return nothing;
  const trashed = state.get().view === "trash";
  const like = wouldLike(chosen().known);
  return bulkBar(
    { count, total: links.total ?? 0, trashed, like },
    {
      act: (act, element) => onceChosen(() => perform(act, chosen(), element)),
      all: chooseAll,
      none: () => {
        chooseNone();
        grid.focus();
      },
    },
  );
}
