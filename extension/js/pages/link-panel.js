import { Chosen } from "../core/chosen.js";
import { t } from "../core/i18n.js";
import { entriesIn, rowsOf } from "../core/outline.js";
import { entriesOf, sectionsOf } from "../core/outline-filter.js";
import { remembered } from "../core/remembered.js";
import { allow, isAllowed } from "../data/grants.js";
import { library, sentence } from "../data/library.js";
import { SavedMarks } from "../data/saved-marks.js";
import { preferences } from "../data/settings.js";
import { openInTabs } from "../platform/new-tabs.js";
import { onPermissions } from "../platform/permissions.js";
import { LinkList } from "../ui/link-list.js";
import { linkPanel } from "../ui/link-panel.js";
import { LinkDeeds } from "./link-deeds.js";
import { LinkPicking } from "./link-picking.js";
import { say } from "./manager-say.js";
import { togglePanel } from "./manager-slot.js";
import { state } from "./manager-state.js";

/** @import {Entry, Section} from "../core/outline.js" */
/** @import {Lack, Way} from '../ui/link-panel.js' */
/** @import {SavingWay} from './link-picking.js' */

/**
 * Where the links of a panel come from.
 * @typedef {object} LinkSource
 * @property {readonly Section[]} sections  Another array only where something is another.
 * @property {boolean} busy
 * @property {boolean} ended
 * @property {() => void} start  Follows the browser from now on.
 * @property {() => void} stop
 * @property {() => void} more
 */

/**
 * What makes one panel another than the others.
 * @typedef {object} LinkPanelKind
 * @property {'history' | 'tabs' | 'bookmarks'} name  Also of what the browser must allow.
 * @property {() => string} label
 * @property {() => Lack} asking  Why they are asked for.
 * @property {(searching: boolean) => Lack} nothing
 * @property {LinkSource} source
 * @property {() => unknown} [tools]
 * @property {() => { hideSaved: boolean, bySite: boolean }} filters
 * @property {() => PanelWay[]} ways
 * @property {() => unknown} [question]  A dialog of its own.
 * @property {(entry: Entry) => void} [openOne]  Absent: in a new tab.
 */

/**
 * `act`: does it at once, without asking for a place.
 * @typedef {SavingWay & { act?: (entries: Entry[]) => Promise<unknown> }} PanelWay
 */

/** A panel of links that the browser knows: to be found, chosen, opened, copied, dragged and saved. */
export class LinkPanel {
  #kind;
  #redraw;
  #chosen = new Chosen();
  #marks;
  #list;
  #picking;
  #deeds;
  #words = "";
  /** @type {ReadonlySet<string>} */
  #closed = new Set();
  #isOpen = false;
  /** @type {boolean | undefined} */
  #granted;
  #sections = remembered(sectionsOf);
  #rows = remembered(rowsOf);
  #entries = remembered(entriesOf);

  /**
   * @param {LinkPanelKind} kind
   * @param {() => void} redraw  Asks for a new drawing; never draws at once.
   */
  constructor(kind, redraw) {
    this.#kind = kind;
    this.#redraw = redraw;
    this.#marks = new SavedMarks((error) => this.changed(error));
    this.#picking = new LinkPicking(this.#chosen, redraw);
    this.#deeds = new LinkDeeds(this.#chosen, {
      redraw,
      leave: () => this.#leave(),
      changed: (error) => this.changed(error),
    });
    this.#list = new LinkList(redraw, {
      choose: (entry, { range }) => {
        if (range) this.#chosen.extend(this.#entriesNow(), entry);
        else this.#chosen.toggle(entry);
        redraw();
      },
      chooseSection: (section) => {
        this.#chosen.toggleAll(entriesIn(this.#sectionsNow(), section));
        redraw();
      },
      chooseAll: () => {
        this.#chosen.add(this.#sectionsNow().flatMap(({ entries }) => entries));
        redraw();
      },
      leave: () => this.#leave(),
      fold: ({ id }) => this.#fold(id),
      open: kind.openOne ?? (({ url }) => void openInTabs([url])),
      copy: (entry) => void this.#deeds.copy(entry ? [entry] : this.#chosen.entries),
      drag: (event, entry) => this.#deeds.drag(event, entry),
      more: () => kind.source.more(),
    });
    onPermissions(() => this.#isOpen && void this.#start());
  }

  label() {
    return this.#kind.label();
  }

  /** @param {unknown} [error]  Of the browser or of the library. */
  changed(error) {
    if (error !== undefined) say("problem", sentence(error));
    this.#redraw();
  }

  /** The links are others now. */
  reset() {
    this.#list.reset();
    this.#redraw();
  }

  look() {
    const isOpen = state.get().panel === this.#kind.name;
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    if (isOpen) void this.#start();
    else if (this.#granted) this.#kind.source.stop();
  }

  template() {
    const { name, label, tools, ways } = this.#kind;
    const chosen = this.#chosen.size;
    const panel = linkPanel(
      {
        name,
        label: label(),
        words: this.#words,
        searchable: this.#granted === true,
        tools: tools?.(),
        list: this.#listTemplate(),
        isDown: this.#list.isDown,
        lack: this.#lack(),
        said: this.#said(),
        chosen,
        ways: ways(),
        picking: this.#picking.state,
      },
      {
        close: () => togglePanel(name),
        show: togglePanel,
        search: (words) => this.#search(words),
        scrolled: this.#redraw,
        toTop: () => this.#list.toTop(),
        supply: () => void this.#askFor(),
        pick: (way) => this.#pick(way),
        stopPicking: () => this.#picking.stop(),
        open: () => this.#deeds.open(),
        copy: () => void this.#deeds.copy(this.#chosen.entries),
        clear: () => this.#leave(),
        picker: this.#picking.actions,
      },
    );
    return [panel, this.#deeds.question() ?? this.#kind.question?.()];
  }

  drawn() {
    if (!this.#isOpen) return;
    this.#list.drawn();
    const { first, last } = this.#list.range;
    const inSight = entriesOf(this.#rowsNow().slice(first, last));
    const wanted = this.#kind.filters().hideSaved
      ? this.#kind.source.sections.flatMap(({ entries }) => entries)
      : inSight;
    this.#marks.want(wanted.map(({ url }) => url));
  }

  linksChanged() {
    this.#marks.renew();
    if (this.#isOpen) this.#redraw();
  }

  async #start() {
    const was = this.#granted;
    this.#granted = await isAllowed(this.#kind.name);
    if (was) this.#kind.source.stop();
    if (this.#granted && this.#isOpen) this.#kind.source.start();
    this.#redraw();
  }

  async #askFor() {
    await allow(this.#kind.name).catch((error) => this.changed(error));
    await this.#start();
  }

  #sectionsNow() {
    const { hideSaved, bySite: isBySite } = this.#kind.filters();
    const marks = hideSaved ? this.#marks : undefined;
    const { sections } = this.#kind.source;
    return this.#sections(sections, this.#words, marks, marks?.version, isBySite);
  }

  #rowsNow() {
    return this.#rows(this.#sectionsNow(), this.#closed);
  }

  #entriesNow() {
    return this.#entries(this.#rowsNow());
  }

  #listTemplate() {
    const sections = this.#sectionsNow();
    return this.#list.template({
      label: this.label(),
      rows: this.#rowsNow(),
      language: preferences.get().language,
      now: Date.now(),
      isChosen: (entry) => this.#chosen.has(entry),
      share: (section) => this.#chosen.share(entriesIn(sections, section)),
      count: (section) => entriesIn(sections, section).length,
      savedIn: ({ url }) => this.#savedIn(url),
    });
  }

  /** @param {string} url */
  #savedIn(url) {
    const place = this.#marks.of(url);
    if (!place) return undefined;
    const { categories } = library.get();
    return categories?.categories.find(({ id }) => id === place.category)?.name ?? t("unsorted");
  }

  #lack() {
    if (this.#granted === false) return this.#kind.asking();
    const { busy, ended } = this.#kind.source;
    if (this.#granted === undefined || busy || !ended || this.#rowsNow().length > 0)
      return undefined;
    const { hideSaved } = this.#kind.filters();
    return this.#kind.nothing(this.#words.trim() !== "" || hideSaved);
  }

  #said() {
    if (!this.#granted || !this.#words.trim() || this.#kind.source.busy) return "";
    const count = this.#sectionsNow().reduce((sum, { entries }) => sum + entries.length, 0);
    return t("found", { count });
  }

  /** @param {string} words */
  #search(words) {
    this.#words = words;
    this.reset();
  }

  /** Whether anything was chosen. */
  #leave() {
    const some = this.#chosen.size > 0;
    this.#chosen.clear();
    this.#picking.stop();
    this.#redraw();
    return some;
  }

  /** @param {string} section */
  #fold(section) {
    const closed = new Set(this.#closed);
    if (!closed.delete(section)) closed.add(section);
    this.#closed = closed;
    this.#redraw();
  }

  /** @param {Way} way */
  #pick({ id }) {
    const way = this.#kind.ways().find((one) => one.id === id);
    if (way?.act) void this.#deeds.act(way.act);
    else if (way) this.#picking.begin(way);
  }
}
