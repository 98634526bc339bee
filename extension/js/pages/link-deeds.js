import { writeLinks } from "../core/drag.js";
import { t } from "../core/i18n.js";
import { howToOpen } from "../core/many-tabs.js";
import { copyLinks } from "../data/clipboard.js";
import { openInTabs } from "../platform/new-tabs.js";
import { confirmDialog } from "../ui/confirm-dialog.js";
import { showDragImage } from "../ui/drag-image.js";
import { say } from "./manager-say.js";

/** @import {Chosen} from "../core/chosen.js" */
/** @import {Entry} from "../core/outline.js" */

/** What is done with the chosen links of a panel: opened, copied, dragged, or given to one of its ways. */
export class LinkDeeds {
  #chosen;
  #panel;
  /** Whether to open so many pages is being asked. */
  #opening = false;

  /**
   * @param {Chosen} chosen
   * @param {{ redraw: () => void, leave: () => void, changed: (error: unknown) => void }} panel
   *   `leave`: nothing is chosen any more.
   */
  constructor(chosen, panel) {
    this.#chosen = chosen;
    this.#panel = panel;
  }

  open() {
    if (howToOpen(this.#chosen.size) === "unasked") this.#openAll();
    else {
      this.#opening = true;
      this.#panel.redraw();
    }
  }

  /** The dialog that asks, while it does. */
  question() {
    if (!this.#opening) return undefined;
    const count = this.#chosen.size;
    return confirmDialog(
      {
        title: t("open_many_title", { count }),
        text: t("open_many_text"),
        go: t("open_many_go"),
        wary: howToOpen(count) === "wary",
      },
      {
        go: () => this.#openAll(),
        close: () => {
          this.#opening = false;
          this.#panel.redraw();
        },
      },
    );
  }

  #openAll() {
    void openInTabs(this.#chosen.entries.map(({ url }) => url));
  }

  /**
   * Where it fails they are chosen again.
   * @param {(entries: Entry[]) => Promise<unknown>} act
   */
  async act(act) {
    const { entries } = this.#chosen;
    this.#chosen.clear();
    this.#panel.redraw();
    try {
      await act(entries);
    } catch (error) {
      this.#chosen.add(entries);
      this.#panel.changed(error);
    }
  }

  /** @param {Entry[]} entries */
  async copy(entries) {
    if (entries.length === 0) return;
    try {
      await copyLinks(entries);
      say("good", t("copied", { count: entries.length }));
    } catch (error) {
      this.#panel.changed(error);
    }
  }

  /**
   * What is dragged is chosen, and everything that is chosen is dragged.
   * @param {DragEvent} event
   * @param {Entry} entry
   */
  drag({ dataTransfer, target }, entry) {
    if (!dataTransfer) return;
    target?.addEventListener("dragend", this.#dragged, { once: true });
    this.#chosen.add([entry]);
    const links = this.#chosen.entries.map(({ url, title }) => ({ url, ...(title && { title }) }));
    writeLinks(dataTransfer, links);
    dataTransfer.effectAllowed = "copyLink";
    showDragImage(dataTransfer, t("links", { count: links.length }));
    this.#panel.redraw();
  }

  /** What was taken somewhere is not dragged there once more with the next. */
  #dragged = (/** @type {Event} */ event) => {
    if (/** @type {DragEvent} */ (event).dataTransfer?.dropEffect !== "none") this.#panel.leave();
  };
}
