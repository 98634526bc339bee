//! The parts of a shown text that a search has found.

use super::query::Query;
use super::trace::{Shown, Trace, shown};

/// A part of a text: where it begins and ends, in UTF-16 units, as JavaScript counts.
pub type Mark = (u32, u32);

/// The parts of a text that are words of the query, in order, none touching another.
///
/// ```
/// # use urlink::find::{Query, marks};
/// assert_eq!(marks(&Query::new("strasse"), "Die Straße"), [(4, 10)]);
/// assert_eq!(marks(&Query::new("b a"), "👩 ab cab"), [(3, 5), (7, 9)]);
/// ```
#[must_use]
pub fn marks(query: &Query, text: &str) -> Vec<Mark> {
    find(query, &shown(text))
}

pub(super) fn find(query: &Query, text: &[Shown]) -> Vec<Mark> {
    if query.is_empty() || text.is_empty() {
        return Vec::new();
    }
    let trace = Trace::of(text);
    let folded = trace.folded.as_bytes();
    let mut found: Vec<Mark> = Vec::new();
    for word in query.words() {
        let parts = word.patterns.iter();
        let parts = parts.flat_map(|pattern| pattern.find_all(folded));
        found.extend(parts.map(|(start, end)| trace.source(start, end)));
    }
    found.sort_unstable();
    let mut merged: Vec<Mark> = Vec::new();
    for mark in found {
        match merged.last_mut() {
            Some(last) if mark.0 <= last.1 => last.1 = last.1.max(mark.1),
            _ => merged.push(mark),
        }
    }
    merged
}
