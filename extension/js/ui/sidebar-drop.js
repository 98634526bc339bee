import { Directive, directive } from "../../vendor/lit/directive.js";
import { noChange } from "../../vendor/lit/lit-html.js";

/** @import {Category} from '../../wasm/urlink.js' */
/** @import {ElementPart} from '../../vendor/lit/lit-html.js' */

/**
 * @typedef {object} SidebarDrop
 * @property {(event: DragEvent) => 'ids' | 'links' | 'category' | undefined} over  What a drag carries.
 * @property {(view: string, what: 'ids' | 'links') => boolean} takes  Whether a row takes links.
 * @property {(view: string, data: DataTransfer, behind: boolean) => void} onRow
 * @property {(data: DataTransfer, favourite: boolean) => void} onSection
 * @property {(category: Category, event: DragEvent) => void} drag
 */

class DropTarget extends Directive {
  /** @type {SidebarDrop | undefined} */
  #drop;
  /** @type {HTMLElement | undefined} The row or the heading that would take what is dragged. */
  #marked;

  /** @param {SidebarDrop} _drop */
  render(_drop) {
    return noChange;
  }

  /**
   * @override
   * @param {ElementPart} part
   * @param {[SidebarDrop]} drop
   */
  update(part, [drop]) {
    if (!this.#drop) {
      const nav = /** @type {HTMLElement} */ (part.element);
      nav.addEventListener("dragover", this.#over);
      nav.addEventListener("dragleave", this.#leave);
      nav.addEventListener("drop", this.#dropped);
    }
    this.#drop = drop;
    return noChange;
  }

  /**
   * Where a drag would go; undefined: nowhere here.
   * @param {DragEvent} event
   */
  #place(event) {
    const what = this.#drop?.over(event);
    const target = /** @type {HTMLElement} */ (event.target);
    const row = /** @type {HTMLElement | null} */ (target.closest("[data-drop-view]"));
    const view = row?.dataset.dropView;
    if (!what || !this.#drop) return undefined;
    if (what === "category") {
      const heading = /** @type {HTMLElement | null} */ (target.closest("[data-section]"));
      if (heading) return { element: heading, mark: "into", effect: "move" };
      const below = row ? undefined : lastAbove(event);
      if (below) return { element: below, mark: "behind", effect: "move" };
      if (!row?.classList.contains("category")) return undefined;
      return { element: row, mark: isBehind(event, row) ? "behind" : "before", effect: "move" };
    }
    if (!row || !view || !this.#drop.takes(view, what)) return undefined;
    return { element: row, mark: "into", effect: what === "ids" ? "move" : "copy" };
  }

  #over = (/** @type {DragEvent} */ event) => {
    const place = this.#place(event);
    this.#mark(place?.element, place?.mark);
    if (!place || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = place.effect === "move" ? "move" : "copy";
  };

  #leave = (/** @type {DragEvent} */ event) => {
    const nav = /** @type {HTMLElement} */ (event.currentTarget);
    if (!nav.contains(/** @type {Node | null} */ (event.relatedTarget))) this.#mark(undefined);
  };

  #dropped = (/** @type {DragEvent} */ event) => {
    const place = this.#place(event);
    this.#mark(undefined);
    if (!place || !event.dataTransfer) return;
    event.preventDefault();
    const { dropView, section } = place.element.dataset;
    if (dropView) this.#drop?.onRow(dropView, event.dataTransfer, place.mark === "behind");
    else this.#drop?.onSection(event.dataTransfer, section === "favourite");
  };

  /**
   * @param {HTMLElement | undefined} element
   * @param {string} [mark]
   */
  #mark(element, mark) {
    if (this.#marked && this.#marked !== element) delete this.#marked.dataset.drop;
    this.#marked = element;
    if (element && mark) element.dataset.drop = mark;
  }
}

/**
 * Whether the pointer is over the latter half of a row.
 * @param {DragEvent} event
 * @param {HTMLElement} row
 */
function isBehind(event, row) {
  const { top, height } = row.getBoundingClientRect();
  return event.clientY > top + height / 2;
}

/**
 * The last category, where the pointer is somewhere below it: who means the end aims no better.
 * @param {DragEvent} event
 */
function lastAbove(event) {
  const nav = /** @type {HTMLElement} */ (event.currentTarget);
  const rows = /** @type {NodeListOf<HTMLElement>} */ (nav.querySelectorAll(".row.category"));
  const last = [...rows].at(-1);
  return last && event.clientY > last.getBoundingClientRect().bottom ? last : undefined;
}

/** Makes the rows of the sidebar take what is dropped on them. */
export const dropTarget = directive(DropTarget);
