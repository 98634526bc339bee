//! Counting the links of a place.

use super::entry::Entry;
use super::index::length;

/// How many links of a place, and of which kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) links: u32,
    pub(super) problems: u32,
    pub(super) favourites: u32,
}

impl Tally {
    pub(super) fn of(entries: &[Entry]) -> Self {
        Self {
            links: length(entries.len()),
            problems: length(entries.iter().filter(|entry| entry.problem).count()),
            favourites: length(entries.iter().filter(|entry| entry.favourite).count()),
        }
    }

    /// This, with one part replaced by another.
    pub(super) const fn change(self, before: Self, after: Self) -> Self {
        Self {
            links: self.links - before.links + after.links,
            problems: self.problems - before.problems + after.problems,
            favourites: self.favourites - before.favourites + after.favourites,
        }
    }
}
