//! Which links there are and where they stand, in memory: the ids of every place, with the little
//! that lists and counts need of each link. Stored in chunks, so that a save rewrites one of them
//! and the start reads a few hundred keys instead of every key there is.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::entry::{Entry, Place};
use super::spots::{Spot, Spots};
use super::tally::Tally;
use crate::model::{LinkHash, LinkId, LinkStamp};

/// Ids in one chunk.
pub(super) const CHUNK: usize = 512;
/// So many hashes are looked for in the entries themselves: that takes less than to make a map of
/// all of them, which a single save into a library that was just opened would have to wait for.
const FEW: usize = 8;

#[derive(Default)]
struct Part {
    chunks: Vec<Vec<Entry>>,
    tally: Tally,
    /// What stands for the place in [`Spot`].
    number: u32,
}

#[derive(Default)]
pub(super) struct Index {
    parts: BTreeMap<Place, Part>,
    /// By the numbers of the parts; those that are gone stay here.
    names: Vec<Place>,
    /// Made of all chunks at once, when it is asked for first.
    spots: OnceCell<Spots>,
    newest: LinkStamp,
}

impl Index {
    /// Takes a chunk in, new or changed.
    pub(super) fn put(&mut self, place: &Place, number: u32, entries: Vec<Entry>) {
        if !self.parts.contains_key(place) {
            self.names.push(place.clone());
        }
        let newest_part = length(self.names.len()).saturating_sub(1);
        let part = self.parts.entry(place.clone()).or_insert_with(|| Part {
            number: newest_part,
            ..Part::default()
        });
        let spot = Spot {
            part: part.number,
            chunk: number,
        };
        let number = number as usize;
        if part.chunks.len() <= number {
            part.chunks.resize_with(number + 1, Vec::new);
        }
        let Some(chunk) = part.chunks.get_mut(number) else {
            return;
        };
        part.tally = part.tally.change(Tally::of(chunk), Tally::of(&entries));
        let before = std::mem::replace(chunk, entries);
        let newest = chunk.iter().map(|entry| entry.stamp).max();
        self.newest = self.newest.max(newest.unwrap_or_default());
        if let Some(spots) = self.spots.get_mut() {
            spots.change(spot, &before, chunk);
        }
    }

    /// Takes a place out whose links are all gone.
    pub(super) fn remove_place(&mut self, place: &Place) {
        self.parts.remove(place);
    }

    fn spots(&self) -> &Spots {
        self.spots.get_or_init(|| {
            let parts = self.parts.values();
            let chunks = parts.flat_map(|part| {
                let spot = |chunk| Spot {
                    part: part.number,
                    chunk,
                };
                (0..).map(spot).zip(&part.chunks)
            });
            Spots::of(self.everything().count(), chunks)
        })
    }

    /// The links that may have keys with these hashes: for each nearly always none or one.
    pub(super) fn with_hashes(&self, hashes: &[LinkHash]) -> Vec<LinkId> {
        let is_mapped = self.spots.get().is_some_and(Spots::knows_hashes);
        if !is_mapped && hashes.len() <= FEW {
            let entries = self.everything();
            let found = entries.filter(|entry| hashes.contains(&entry.hash));
            return found.map(Entry::id).collect();
        }
        let known = self.spots().known(self.everything());
        let hashes = hashes.iter();
        hashes.flat_map(|hash| known.with_hash(*hash)).collect()
    }

    /// The last stamp that a link was given, be the link there or not.
    pub(super) const fn newest(&self) -> LinkStamp {
        self.newest
    }

    /// No stamp up to this one is given again: where the clock was set back, a link would get the
    /// id of one that was erased, and what is known of that one would be said of it.
    pub(super) fn go_on_after(&mut self, stamp: LinkStamp) {
        self.newest = self.newest.max(stamp);
    }

    pub(super) fn chunk(&self, place: &Place, number: u32) -> &[Entry] {
        self.parts
            .get(place)
            .and_then(|part| part.chunks.get(number as usize))
            .map_or(&[], Vec::as_slice)
    }

    pub(super) fn chunk_count(&self, place: &Place) -> u32 {
        length(self.parts.get(place).map_or(0, |part| part.chunks.len()))
    }

    /// The number of the first chunk of a place that is at most half full.
    pub(super) fn roomy_chunk(&self, place: &Place) -> Option<u32> {
        let chunks = &self.parts.get(place)?.chunks;
        let roomy = chunks.iter().position(|chunk| chunk.len() <= CHUNK / 2)?;
        u32::try_from(roomy).ok()
    }

    pub(super) fn tally(&self, place: &Place) -> Tally {
        self.parts
            .get(place)
            .map_or(Tally::default(), |part| part.tally)
    }

    /// Whether each link stands in one place, and once.
    pub(super) fn is_sound(&self) -> bool {
        self.spots().len() == self.everything().count()
    }

    pub(super) fn tallies(&self) -> BTreeMap<&Place, Tally> {
        let parts = self.parts.iter();
        parts.map(|(place, part)| (place, part.tally)).collect()
    }

    /// All links but those in the trash.
    pub(super) fn all(&self) -> impl Iterator<Item = &Entry> {
        let parts = self.parts.iter();
        parts
            .filter(|(place, _)| **place != Place::Trash)
            .flat_map(|(_, part)| part.chunks.iter().flatten())
    }

    /// All links, those in the trash too.
    pub(super) fn everything(&self) -> impl Iterator<Item = &Entry> {
        let parts = self.parts.values();
        parts.flat_map(|part| part.chunks.iter().flatten())
    }

    pub(super) fn in_place(&self, place: &Place) -> impl Iterator<Item = &Entry> {
        let part = self.parts.get(place).into_iter();
        part.flat_map(|part| part.chunks.iter().flatten())
    }

    /// The place and the chunk that hold a link.
    pub(super) fn find(&self, stamp: LinkStamp) -> Option<(&Place, u32)> {
        let spot = self.spots().find(stamp)?;
        let place = self.names.get(spot.part as usize)?;
        Some((place, spot.chunk))
    }

    /// The place that holds a link. In a library of an earlier version, the stamp of a link that is
    /// erased may be another one's now.
    pub(super) fn place_of(&self, id: &LinkId) -> Option<&Place> {
        self.entry_of(id)?;
        self.find(id.stamp()?).map(|(place, _)| place)
    }

    /// What is known of a link.
    pub(super) fn entry_of(&self, id: &LinkId) -> Option<&Entry> {
        self.entry(id.stamp()?)
            .filter(|entry| Some(entry.hash) == id.hash())
    }

    /// What is known of the link with a stamp.
    pub(super) fn entry(&self, stamp: LinkStamp) -> Option<&Entry> {
        let (place, number) = self.find(stamp)?;
        let mut chunk = self.chunk(place, number).iter();
        chunk.find(|entry| entry.stamp == stamp)
    }
}

/// A count of links, as views show it.
pub(super) fn length(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::rank::Rank;

    fn entry(number: u64, url: &str) -> Entry {
        let stamp = LinkStamp::from_number(number);
        Entry {
            stamp,
            hash: LinkHash::of(url),
            favourite: false,
            problem: false,
            rank: Rank::of(stamp),
            deleted: 0,
        }
    }

    #[test]
    fn a_link_is_found_by_its_hash_whether_there_is_a_map_or_not() {
        let link = |number: u64| entry(number, &format!("https://a.example/{number}"));
        let (here, there) = (Place::Unsorted, Place::Trash);
        let twin = entry(20, "https://a.example/3");
        let wanted: Vec<LinkHash> = (0..20).map(|number| link(number).hash).collect();
        let look = |index: &Index| {
            let each = wanted.iter().map(|hash| {
                let mut found = index.with_hashes(&[*hash]);
                found.sort();
                found
            });
            each.collect::<Vec<_>>()
        };

        let mut mapped = Index::default();
        mapped.put(&here, 0, (0..9).map(link).collect());
        assert_eq!(mapped.with_hashes(&wanted).len(), 9);
        // What is written together: in between, a link may stand in two places.
        let steps = [
            vec![(&here, 1, (9..15).map(link).collect())],
            vec![
                (&there, 0, vec![link(2), twin]),
                (&here, 0, (0..9).filter(|at| *at != 2).map(link).collect()),
            ],
            vec![(&here, 1, (10..15).rev().map(link).collect())],
            vec![(&there, 0, vec![twin])],
            vec![(&here, 0, vec![link(8)])],
        ];
        for step in 1..=steps.len() {
            let mut plain = Index::default();
            plain.put(&here, 0, (0..9).map(link).collect());
            for (place, number, entries) in steps[..step].iter().flatten().cloned() {
                plain.put(place, number, entries);
            }
            for (place, number, entries) in steps[step - 1].clone() {
                mapped.put(place, number, entries);
            }
            assert_eq!(look(&mapped), look(&plain), "after {step} steps");
            assert!(mapped.is_sound() && plain.is_sound());
        }
    }

    #[test]
    fn an_index_that_has_a_link_twice_is_not_sound() {
        let mut index = Index::default();
        let link = entry(1, "https://a.example/");
        index.put(&Place::Unsorted, 0, vec![link]);
        index.put(&Place::Trash, 0, vec![link, entry(2, "https://b.example/")]);
        assert!(!index.is_sound());
    }
}
