use super::{CategoryId, LinkId, Problem};
use crate::json::record;

/// What became of every line of a save: each is in exactly one list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaveReport {
    /// Stored, page read.
    pub saved: Vec<ReportEntry>,
    /// Stored, page read in part.
    pub partial: Vec<ReportEntry>,
    /// Stored without its page; or, with the code `invalid-url`, not a link and not stored.
    pub failed: Vec<ReportEntry>,
    /// Refused: an address that is never fetched or opened.
    pub blocked: Vec<ReportEntry>,
    /// A link already: earlier in the same list (`duplicate-in-list`) or in the library
    /// (`duplicate-in-library`, with the place).
    pub duplicates: Vec<ReportEntry>,
    /// Nothing to do: a blank line, a comment, a link that another job reads.
    pub skipped: Vec<ReportEntry>,
    /// Stored, and still to be read: only while a job is not done, or was cancelled.
    pub waiting: Vec<ReportEntry>,
}

record!(SaveReport {
    always: saved, partial, failed, blocked, duplicates, skipped, waiting;
});

/// What became of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportEntry {
    /// The line's place in the list, from 0.
    pub line: u32,
    /// The line as given, cut to 200 characters where it is longer.
    pub input: String,
    /// The link that it became, or that it repeats.
    pub id: Option<LinkId>,
    /// The address as stored.
    pub url: Option<String>,
    /// For a duplicate: the category that holds the link.
    pub category: Option<CategoryId>,
    /// What the matter is; none for a saved one.
    pub code: Option<Problem>,
    /// The same in a sentence, in the language of the request.
    pub message: Option<String>,
}

record!(ReportEntry {
    always: line, input;
    unless_blank: id, url, category, code, message;
});
