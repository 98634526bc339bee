//! What a search has found, and what of it makes the next one quicker: as one types, each search
//! narrows the last one, and mostly a word goes on where it stood before.

use std::rc::Rc;

use super::catalogue::DocNumber;
use super::hits::Hits;
use super::query::Query;
use super::word::Word;

/// What a search has found, for as long as nothing changes.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub(super) query: Query,
    pub(super) hits: Hits,
    /// Known of every link that was found.
    pub(super) places: Option<Rc<Places>>,
}

impl Found {
    /// What was searched.
    #[must_use]
    pub const fn query(&self) -> &Query {
        &self.query
    }

    /// The links.
    #[must_use]
    pub const fn hits(&self) -> &Hits {
        &self.hits
    }
}

/// Where a word stands first in the texts that hold it.
#[derive(Debug)]
pub(super) struct Places {
    word: Word,
    /// By the numbers of the links; of those that do not hold it, nothing is said.
    first: Vec<u32>,
}

impl Places {
    pub(super) fn of(word: &Word, docs: usize) -> Self {
        Self {
            word: word.clone(),
            first: vec![u32::MAX; docs],
        }
    }

    /// Where the word stands in a link, perhaps before where it was known to stand.
    pub(super) fn note(&mut self, doc: DocNumber, place: usize) {
        if let Some(first) = self.first.get_mut(doc as usize) {
            *first = (*first).min(u32::try_from(place).unwrap_or(u32::MAX));
        }
    }

    /// From where another word is to be looked for, if that says anything.
    pub(super) fn guide(&self, word: &Word) -> Option<Guide<'_>> {
        let lag = word.holds_at(&self.word)?;
        let first = &self.first;
        Some(Guide { first, lag })
    }
}

/// From where on a word may stand.
#[derive(Clone, Copy)]
pub(super) struct Guide<'a> {
    first: &'a [u32],
    /// The word whose places are known stands so far inside the other one.
    lag: usize,
}

impl Guide<'_> {
    pub(super) fn from(&self, doc: DocNumber) -> usize {
        let first = self.first.get(doc as usize).copied().unwrap_or(0);
        (first as usize).saturating_sub(self.lag)
    }
}
