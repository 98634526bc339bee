//! The shapes that cross to JavaScript, as TypeScript. They are the serde shapes of
//! [`crate::model`]; `tests/browser.rs` round-trips each of them.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** `chrome.storage.local`, as the core uses it: keys to JSON texts. */
export interface LibraryStore {
  /** The values that exist, of the keys asked for. */
  get(keys: string[]): Promise<Record<string, string>>;
  /** Every key. */
  keys(): Promise<string[]>;
  /** Writes all or nothing. */
  set(entries: Record<string, string>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  /** What was kept under these names, in their order: what can be made anew, apart from the keys. */
  kept(names: string[]): Promise<(Uint8Array | undefined)[]>;
  /** Keeps all or nothing. */
  keep(parts: Record<string, Uint8Array>): Promise<void>;
  /** Forgets all that was kept so. */
  forget(): Promise<void>;
}

/** The public internet, the networks of this machine, the machine itself. */
export type NetworkZone = "public" | "local" | "machine";

/** Every record as JSON, or the links as HTML that browsers import. */
export type ExportFormat = "json" | "bookmarks";

/** What the browser knows of requests and lets through; `fetch` itself says nothing. */
export interface NetworkReport {
  /** `net::ERR_...` or `permission-withheld`, if it is known. */
  errorOf(url: string): Promise<string | undefined>;
  /** The IP addresses of the servers that were asked first and last, if they are known. */
  wayOf(url: string): Promise<[string, string] | undefined>;
  /** Lets the requests to come lead as far in as pages of this zone may. */
  enter(zone: NetworkZone): Promise<void>;
  /** Ends all requests when it is aborted. */
  readonly life?: AbortSignal;
}

export type Language = "en" | "ko";
export type LinkState = "waiting" | "saved" | "partial" | "failed" | "blocked";
export type JobState = "running" | "paused" | "done" | "cancelled";
/** What holds a paused job: the user, the lack of a network, a store without room. */
export type Hold = "user" | "offline" | "storage";

export interface SaveOptions {
  /** Where the links go; absent or null: unsorted. */
  category?: string | null;
  /** Titles known already (of tabs, history, bookmarks), one for each url. */
  hints?: (string | null)[];
  /** The heads of the pages as HTML, where the browser shows them already, one for each url. */
  pages?: (string | null)[];
  /** The language of the report's sentences; absent: that of the settings. */
  language?: Language;
  /** A person waits for this save: it overtakes the bulk. Absent: true for up to 4 urls. */
  urgent?: boolean;
}

export interface Image { url: string; width?: number; height?: number; alt?: string }

/** What a page says about itself. */
export interface PageMetadata {
  title?: string;
  displayTitle?: string;
  description?: string;
  image?: Image;
  icon?: string;
  siteName?: string;
  author?: string;
  published?: string;
  modified?: string;
  language?: string;
  canonical?: string;
  type?: string;
  keywords?: string[];
  themeColor?: string;
  feeds?: string[];
  finalUrl?: string;
  status?: number;
  mediaType?: string;
  size?: number;
  charset?: string;
  fetched?: number;
}

/** A problem, in the language asked for. */
export interface ProblemView { code: string; message: string; transient: boolean }

/** A link, ready to show. */
export interface LinkView {
  id: string;
  url: string;
  /** The address in the form in which it may be opened; absent where it must not be. */
  href?: string;
  /** The host, as a person reads it: without `www.`, not punycode. */
  host: string;
  /** The best title known: the user's, the page's, the hint, the address. Never empty. */
  title: string;
  description?: string;
  image?: Image;
  icon?: string;
  siteName?: string;
  category?: string;
  created: number;
  updated: number;
  state: LinkState;
  problem?: ProblemView;
  favourite: boolean;
  memo?: string;
  tags: string[];
  /** The user's own title, where there is one: it is the one that shows. */
  ownTitle?: string;
  /** Since when it is in the trash. */
  deleted?: number;
  /** When its next reminder rings. */
  reminder?: number;
  page?: PageMetadata;
  /** What of it a search has found; absent where it was not searched for. */
  matches?: Matches;
}

/** Parts of a text: where each begins and ends, in UTF-16 units; in order, none touching another. */
export type Marks = [number, number][];

/** What of a link, as it is shown, the words of a search have found. */
export interface Matches {
  title?: Marks;
  description?: Marks;
  memo?: Marks;
  /** In the address as it is written: `url`. */
  url?: Marks;
  host?: Marks;
  /** For each of the tags, in their order; absent: none is found. */
  tags?: Marks[];
}

export interface Category {
  id: string;
  name: string;
  favourite: boolean;
  count: number;
  created: number;
}

/** Every category in the order in which to show them (favourites first), and the counts. */
export interface CategoryList {
  categories: Category[];
  all: number;
  unsorted: number;
  problems: number;
  /** The favourites, whatever their category. */
  favourites: number;
  /** The links in the trash, which no other number counts. */
  trash: number;
  /** The category that was saved to last. */
  last?: string;
}

/** What one page says, read by itself. */
export interface PageReading {
  metadata: PageMetadata;
  /** Why it is not the page that was meant, or falls short: a problem's code. */
  problem?: string;
  /** Another address that holds the page. */
  next?: string;
  /** What a page says that is not the one that was meant: `metadata` leaves it out. */
  leftOut?: PageMetadata;
  /** How many bytes were taken. */
  pulled: number;
}

/**
 * Some links: these, or those of a category or a view: an id, or one of "all", "unsorted",
 * "problems", "favourites", "trash". What is erased or restored is of the trash, what is done
 * otherwise is not: the others of a selection are passed over.
 */
export type LinkSelection = { links: string[] } | { category: string; search?: string; tag?: string };
/** `category` as in `LinkSelection`; `limit` at most 500. */
export interface LinkQuery {
  category: string;
  search?: string;
  tag?: string;
  /** Absent: "newest". Each but "hand" puts favourites before the others. */
  sort?: Sort;
  offset: number;
  limit: number;
  language?: Language;
}
export interface LinkPage { total: number; links: LinkView[] }

export interface JobCounts {
  waiting: number; saved: number; partial: number; failed: number; blocked: number;
}

/** How many links of a job have one problem. */
export interface ProblemCount { code: string; count: number }

export interface Job {
  id: string;
  category?: string;
  created: number;
  finished?: number;
  state: JobState;
  /** What holds it, where it is paused. */
  hold?: Hold;
  /** When it goes on, where all that is left waits for sites that want to be left alone. */
  due?: number;
  /** A person waits for it: it overtakes the bulk. */
  urgent?: boolean;
  /** It reads pages anew of links that were saved before. */
  refresh?: boolean;
  /** It read pages once more, and other jobs are still to be counted anew for that. */
  again?: boolean;
  /** Links of it were erased, and it is still to be counted anew for that. */
  thinned?: boolean;
  /** Lines given. */
  lines: number;
  /** Links stored. */
  total: number;
  counts: JobCounts;
  /** What the matter is with those that fell short. */
  problems?: ProblemCount[];
  duplicates: number;
  rejected: number;
}

export interface ReportEntry {
  line: number;
  input: string;
  id?: string;
  url?: string;
  category?: string;
  code?: string;
  message?: string;
}

/** What became of every line: each is in exactly one list. */
export interface SaveReport {
  saved: ReportEntry[];
  partial: ReportEntry[];
  failed: ReportEntry[];
  blocked: ReportEntry[];
  duplicates: ReportEntry[];
  skipped: ReportEntry[];
  waiting: ReportEntry[];
}

/** A link that is in the library already. */
export interface SavedPlace { id: string; category?: string; created: number; deleted: boolean }

export type Layout = "cards" | "list";
/** Favourites stand first, but in the order made by hand. */
export type Sort = "newest" | "oldest" | "title" | "site" | "hand";

/** What the browser's bookmarks should say: folders of categories, and the links in them or in none. */
export interface BookmarkMirror {
  folders: { category: string; title: string }[];
  links: { category?: string; title: string; url: string }[];
}
/** A bookmark, or without an address a folder. */
export interface BookmarkNode { id: string; title: string; url?: string; children?: BookmarkNode[] }
/** The browser's ids of what was made by us: of folders by their categories, and of links. */
export interface BookmarkRecord { folders: Record<string, string>; links: string[] }
/** One thing to do; without a category: in the folder of all. */
export type BookmarkChange =
  | { kind: "folder"; category: string; title: string }
  | { kind: "create"; category?: string; title: string; url: string }
  | { kind: "rename"; id: string; title: string }
  | { kind: "move"; id: string; category?: string }
  | { kind: "remove"; id: string };
/** `record`: without what is still to be made. */
export interface BookmarkPlan { changes: BookmarkChange[]; record: BookmarkRecord }

/** An address that could be saved: `key` is the same for those that are one link. */
export interface OfferedUrl { key: string; host: string }
export type ChangeKind =
  "delete-category" | "edit" | "favourite" | "move" | "tag" | "place" | "trash" | "restore" | "reminders";
/** What was done to the library at once, and can be undone: one of the last 20. */
export interface Change {
  id: string;
  kind: ChangeKind;
  /** How many links (or, of reminders, how many of them) it made different; with none, there is nothing to undo unless it is about a category. */
  links: number;
  /** The name of the category that it is about. */
  category?: string;
}
/** What is absent stays; null or blank is taken away. */
export interface LinkEdit { title?: string | null; memo?: string | null; tags?: string[] }
export interface TagEdit { add?: string[]; remove?: string[] }
export interface TagCount { tag: string; count: number }

/** "never": it rings once. */
export type Repeat = "never" | "daily" | "weekdays" | "weekly" | "monthly";
export type ReminderPreset =
  | "ten-minutes" | "hour" | "this-morning" | "this-evening" | "tomorrow-evening" | "tomorrow-morning"
  | "next-monday" | "next-weekend";
/** A date and a time as `<input type="datetime-local">` gives them, or a time that is offered. */
export interface ReminderWish { at?: string; preset?: ReminderPreset; repeat?: Repeat }
/** A time that is offered: what the wall will show, and when that is. */
export interface ReminderOffer { preset: ReminderPreset; at: string; due: number }
/** How a reminder rang: `missed`: when nobody could ring. */
export interface Ring { at: number; missed?: boolean; read?: boolean; told?: boolean }
/** A reminder, ready to show; `title` and `url` are empty where the link cannot be read. */
export interface ReminderView {
  id: string;
  link: string;
  title: string;
  url: string;
  href?: string;
  icon?: string;
  image?: string;
  /** What the wall will show when it rings: `2026-11-23T09:00`. */
  at: string;
  /** When it rings; absent where it rings no more. */
  due?: number;
  repeat: Repeat;
  /** It was put off. */
  snoozed?: boolean;
  /** How it rang last; absent where that was dismissed. */
  rang?: Ring;
}
/** `rang`: the last first; `pending`: the next first. One that repeats may be in both. */
/** `change`: what can be undone; of no link, where nothing is different. */
export interface ReminderSet { reminder: ReminderView; change: Change }
export interface ReminderList { rang: ReminderView[]; pending: ReminderView[]; unread: number }

export type Theme = "system" | "light" | "dark";
export interface Settings {
  /** Absent: the browser's. */
  language?: Language;
  theme: Theme;
  /** Pages read at once at most, from 1 to 64; absent: as many as go well. */
  connections?: number;
  /** How links are laid out; absent: as cards. */
  layout?: Layout;
  /** In which order links are shown; absent: the newest first. */
  sort?: Sort;
}

/** Every rejection of the core is an `Error` of this kind. */
export interface UrlinkError extends Error { name: "UrlinkError"; code: string }
"#;
