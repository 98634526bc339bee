//! Links and categories, what is asked for of them and done to them; the settings.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export type Language = "en" | "ko";
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
  /** In the address, where neither the title nor the host shows why the link was found. */
  address?: Passage;
  host?: Marks;
  /** For each of the tags, in their order; absent: none is found. */
  tags?: Marks[];
}

/** A text that is shown only for what was found in it. */
export interface Passage {
  text: string;
  /** In this text. */
  marks: Marks;
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
export type Layout = "cards" | "list";
/** Favourites stand first, but in the order made by hand. */
export type Sort = "newest" | "oldest" | "title" | "site" | "hand";

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
