//! Which links there are and where they stand, in memory: the ids of every place, with the little
//! that lists and counts need of each link. Stored in chunks, so that a save rewrites one of them
//! and the start reads a few hundred keys instead of every key there is.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Entry, Place};
use crate::model::{ById, LinkHash, LinkId, LinkStamp};

/// Ids in one chunk.
pub(super) const CHUNK: usize = 512;

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

#[derive(Default)]
struct Part {
    chunks: Vec<Vec<Entry>>,
    tally: Tally,
    /// What stands for the place in [`Spot`].
    number: u32,
}

/// Where the entry of a link stands.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Spot {
    part: u32,
    chunk: u32,
}

#[derive(Default)]
pub(super) struct Index {
    parts: BTreeMap<Place, Part>,
    /// By the numbers of the parts; those that are gone stay here.
    names: Vec<Place>,
    /// Never iterated, as `known`: the order is not the same in every run.
    spots: ById<LinkStamp, Spot>,
    known: ById<LinkHash, LinkStamp>,
    /// Links whose hash is that of an earlier one.
    twins: Vec<(LinkHash, LinkStamp)>,
    newest: LinkStamp,
}

impl Index {
    /// Makes room for so many chunks more.
    pub(super) fn reserve(&mut self, chunks: usize) {
        self.spots.reserve(chunks * CHUNK);
        self.known.reserve(chunks * CHUNK);
    }

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
        let gone = missing(&before, chunk);
        for entry in &*chunk {
            self.spots.insert(entry.stamp, spot);
            self.newest = self.newest.max(entry.stamp);
            let first = *self.known.entry(entry.hash).or_insert(entry.stamp);
            let twin = (entry.hash, entry.stamp);
            if first != entry.stamp && !self.twins.contains(&twin) {
                self.twins.push(twin);
            }
        }
        for entry in gone {
            // Else it stands elsewhere by now.
            if self.spots.get(&entry.stamp) == Some(&spot) {
                self.spots.remove(&entry.stamp);
                self.forget(&entry);
            }
        }
    }

    /// Takes a place out whose links are all gone.
    pub(super) fn remove_place(&mut self, place: &Place) {
        self.parts.remove(place);
    }

    fn forget(&mut self, entry: &Entry) {
        self.twins.retain(|twin| twin.1 != entry.stamp);
        if self.known.get(&entry.hash) == Some(&entry.stamp) {
            self.known.remove(&entry.hash);
            let twin = self.twins.iter().position(|twin| twin.0 == entry.hash);
            if let Some(at) = twin {
                let (hash, stamp) = self.twins.swap_remove(at);
                self.known.insert(hash, stamp);
            }
        }
    }

    /// The links that may have this hash's key: nearly always none or one.
    pub(super) fn with_hash(&self, hash: LinkHash) -> impl Iterator<Item = LinkId> {
        let twins = self.twins.iter().filter(move |twin| twin.0 == hash);
        let stamps = self
            .known
            .get(&hash)
            .into_iter()
            .chain(twins.map(|twin| &twin.1));
        stamps.map(move |stamp| LinkId::new(*stamp, hash))
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
        self.spots.len() == self.everything().count()
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
        let spot = self.spots.get(&stamp)?;
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

/// A count of links, as views show it.
pub(super) fn length(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
