//! Saving, and what became of it.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
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

/** A problem, in the language asked for. */
export interface ProblemView { code: string; message: string; transient: boolean }

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
"#;
