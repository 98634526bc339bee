use serde::{Deserialize, Serialize};

use super::{CategoryId, LinkId, Problem};

/// What became of every line of a save: each is in exactly one list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
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

/// What became of one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportEntry {
    /// The line's place in the list, from 0.
    pub line: u32,
    /// The line as given, cut to 200 characters where it is longer.
    pub input: String,
    /// The link that it became, or that it repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<LinkId>,
    /// The address as stored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// For a duplicate: the category that holds the link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// What the matter is; none for a saved one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Problem>,
    /// The same in a sentence, in the language of the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}
