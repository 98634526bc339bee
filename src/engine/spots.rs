//! Where each link stands, and which links a hash may be of: kept as it is while chunks change.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::entry::Entry;
use super::known::Known;
use crate::model::{ById, LinkStamp};

/// Where the entry of a link stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) part: u32,
    pub(super) chunk: u32,
}

pub(super) struct Spots {
    /// Never iterated: the order is not the same in every run.
    spots: ById<LinkStamp, Spot>,
    /// Made when many hashes are looked for.
    known: OnceCell<Known>,
}

impl Spots {
    /// Where the entries of these chunks stand, about so many.
    pub(super) fn of<'a>(
        count: usize,
        chunks: impl Iterator<Item = (Spot, &'a Vec<Entry>)>,
    ) -> Self {
        let mut spots = ById::default();
        spots.reserve(count);
        for (spot, entries) in chunks {
            spots.extend(entries.iter().map(|entry| (entry.stamp, spot)));
        }
        Self {
            spots,
            known: OnceCell::new(),
        }
    }

    /// The chunk at a spot has other entries than before.
    pub(super) fn change(&mut self, spot: Spot, before: &[Entry], after: &[Entry]) {
        let come = newly_placed(before, after);
        let placed = come.clone().map(|entry| (entry.stamp, spot));
        self.spots.extend(placed);
        let mut gone = missing(before, after);
        // Else they stand elsewhere by now.
        gone.retain(|entry| self.spots.get(&entry.stamp) == Some(&spot));
        for entry in &gone {
            self.spots.remove(&entry.stamp);
        }
        if let Some(known) = self.known.get_mut() {
            come.for_each(|entry| known.learn(entry));
            for entry in &gone {
                known.forget(entry);
            }
        }
    }

    pub(super) fn find(&self, stamp: LinkStamp) -> Option<Spot> {
        self.spots.get(&stamp).copied()
    }

    pub(super) fn len(&self) -> usize {
        self.spots.len()
    }

    /// Whether the map of all hashes is made.
    pub(super) fn knows_hashes(&self) -> bool {
        self.known.get().is_some()
    }

    /// What is known of the hashes of all entries.
    pub(super) fn known<'a>(&self, everything: impl Iterator<Item = &'a Entry>) -> &Known {
        self.known.get_or_init(|| Known::of(self.len(), everything))
    }
}

/// Those of a chunk that did not stand where they stand now.
fn newly_placed<'a>(
    before: &'a [Entry],
    after: &'a [Entry],
) -> impl Iterator<Item = &'a Entry> + Clone {
    let id = |entry: &Entry| (entry.stamp, entry.hash);
    let was = before.iter().map(move |entry| Some(id(entry)));
    let both = after.iter().zip(was.chain(std::iter::repeat(None)));
    both.filter(move |(entry, was)| *was != Some(id(entry)))
        .map(|(entry, _)| entry)
}

/// Those of some entries that are not among others.
fn missing(before: &[Entry], after: &[Entry]) -> Vec<Entry> {
    let longer = after.iter().zip(before);
    if before.len() <= after.len() && longer.clone().all(|(new, old)| new.stamp == old.stamp) {
        return Vec::new();
    }
    let left: BTreeSet<LinkStamp> = after.iter().map(|entry| entry.stamp).collect();
    let gone = before.iter().filter(|entry| !left.contains(&entry.stamp));
    gone.copied().collect()
}
