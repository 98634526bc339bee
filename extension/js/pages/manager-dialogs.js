import { html, nothing } from "../../vendor/lit/lit-html.js";
import { library } from "../data/library.js";
import { addDialog } from "../ui/add-dialog.js";
import { confirmDialog } from "../ui/confirm-dialog.js";
import { menu } from "../ui/menu.js";
import { reportDialog } from "../ui/report-dialog.js";
import { shortcutsDialog } from "../ui/shortcuts-dialog.js";
import { tagDialog } from "../ui/tag-dialog.js";
import { toasts } from "../ui/toast.js";
import * as actions from "./manager-actions.js";
import * as adding from "./manager-add.js";
import { changeTags, keepTags } from "./manager-deeds.js";
import { moveQuestion } from "./manager-move.js";
import { remindQuestion } from "./manager-remind.js";
import { dismissToast, hold, letGo } from "./manager-say.js";
import { state } from "./manager-state.js";

/** @import {MenuState} from '../ui/menu.js' */

/** Everything that lies over the page. */
export function floating() {
  const { add, report, shortcuts, question, moving, reminding, tagging } = state.get();
  return html`${add ? adds(add) : nothing}
  ${report ? reportDialog(report, { more: actions.moreLines, close: actions.closeReport }) : nothing}
  ${
    question
      ? confirmDialog(question, {
          go: question.run,
          close: () => state.set({ question: undefined }),
        })
      : nothing
  }
  ${moving ? moveQuestion(moving) : nothing}
  ${reminding ? remindQuestion(reminding) : nothing}
  ${
    tagging
      ? tagDialog(
          { count: tagging.target.count, tags: tagging.tags, known: tagging.known },
          {
            change: changeTags,
            keep: keepTags,
            close: () => state.set({ tagging: undefined }),
          },
        )
      : nothing
  }
  ${shortcuts ? shortcutsDialog(actions.closeShortcuts) : nothing}
  ${toasts(state.get().toasts, { dismiss: dismissToast, hold, letGo })}`;
}

/** @param {NonNullable<ReturnType<typeof state.get>['add']>} add */
function adds(add) {
  return addDialog(
    { ...add, list: library.get().categories },
    {
      input: adding.countList,
      choose: adding.choosePlace,
      name: adding.nameNew,
      save: adding.saveList,
      close: adding.closeAdd,
    },
  );
}

/** The menu that is open. It is drawn where it is not shut out: inside the sheet that lies over the page. */
export function openedMenu() {
  return menu(state.get().menu, closeMenu);
}

/** Another may have been opened since. @param {MenuState} closed */
function closeMenu(closed) {
  if (state.get().menu === closed) state.set({ menu: undefined });
}
