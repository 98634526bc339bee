//! Changing the index: each link stands in one chunk of one place.

use super::draft::Draft;
use super::entry::{Entry, Place};
use super::index::{CHUNK, Index};
use crate::model::{Link, LinkStamp};

impl Draft {
    /// Puts a link that is not in the index into a place.
    pub(super) fn append(&mut self, index: &Index, place: &Place, entry: Entry) {
        let number = self.chunk_with_room(index, place);
        self.chunk_mut(index, place, number).push(entry);
    }

    /// Brings the index to what the record of a link says: which place, which marks.
    pub(super) fn reindex(&mut self, index: &Index, link: &Link) {
        let Some(entry) = Entry::of(link) else { return };
        let Some((place, number)) = index.find(entry.stamp) else {
            return;
        };
        let target = Place::of(link);
        if *place != target {
            self.remove(index, entry.stamp);
            self.append(index, &target, entry);
            return;
        }
        let known = index.chunk(place, number).contains(&entry);
        if known && !self.chunks.contains_key(&(place.clone(), number)) {
            return;
        }
        for slot in self.chunk_mut(index, place, number) {
            if slot.stamp == entry.stamp {
                *slot = entry;
            }
        }
    }

    /// Takes a link out of the index.
    pub(super) fn remove(&mut self, index: &Index, stamp: LinkStamp) {
        if let Some((place, number)) = index.find(stamp) {
            let chunk = self.chunk_mut(index, place, number);
            chunk.retain(|entry| entry.stamp != stamp);
        }
    }

    /// Takes a link out of a place, if it stands there still.
    pub(super) fn remove_left(&mut self, index: &Index, place: &Place, stamp: LinkStamp) {
        if index.find(stamp).is_some_and(|(known, _)| known == place) {
            self.remove(index, stamp);
        }
    }

    /// The chunk for one more link: the last; where that is full, one that has become half empty;
    /// else a new one.
    fn chunk_with_room(&self, index: &Index, place: &Place) -> u32 {
        let drafted = self
            .chunks
            .range((place.clone(), 0)..=(place.clone(), u32::MAX))
            .next_back();
        let stored = index.chunk_count(place).saturating_sub(1);
        let last = drafted.map_or(stored, |((_, number), _)| stored.max(*number));
        if self.fill(index, place, last) < CHUNK {
            return last;
        }
        let roomy = index.roomy_chunk(place);
        let roomy = roomy.filter(|number| self.fill(index, place, *number) < CHUNK);
        roomy.unwrap_or(last + 1)
    }

    fn fill(&self, index: &Index, place: &Place, number: u32) -> usize {
        let drafted = self.chunks.get(&(place.clone(), number));
        drafted.map_or_else(|| index.chunk(place, number).len(), Vec::len)
    }

    fn chunk_mut(&mut self, index: &Index, place: &Place, number: u32) -> &mut Vec<Entry> {
        self.chunks
            .entry((place.clone(), number))
            .or_insert_with(|| index.chunk(place, number).to_vec())
    }
}
