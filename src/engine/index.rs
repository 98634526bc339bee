//! Which links there are and where they stand, in memory: the ids of every category in order,
//! with the little that lists and counts need of each link. Stored in chunks, so that a save
//! rewrites one of them and the start reads a few hundred keys instead of every key there is.

use std::collections::{BTreeMap, HashMap};

use super::draft::Draft;
use super::keys;
use crate::model::{CategoryId, LibraryError, Link, LinkHash, LinkId, LinkStamp, LinkState};

/// A category, or none: the links without one.
pub(super) type Place = Option<CategoryId>;

/// Ids in one chunk.
pub(super) const CHUNK: usize = 512;

/// What the index knows of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) stamp: LinkStamp,
    pub(super) hash: LinkHash,
    pub(super) favourite: bool,
    /// Partial, failed or blocked.
    pub(super) problem: bool,
}

impl Entry {
    /// The entry of a link; none if its id is damaged.
    pub(super) fn of(link: &Link) -> Option<Self> {
        Some(Self {
            stamp: link.id.stamp()?,
            hash: link.id.hash()?,
            favourite: link.user.favourite,
            problem: matches!(
                link.state,
                LinkState::Partial | LinkState::Failed | LinkState::Blocked
            ),
        })
    }

    pub(super) fn id(&self) -> LinkId {
        LinkId::new(self.stamp, self.hash)
    }

    fn parse(text: &str) -> Option<Self> {
        let id = text.trim_end_matches(['*', '!']);
        let flags = text.strip_prefix(id)?;
        let id = LinkId::from(id);
        Some(Self {
            stamp: id.stamp()?,
            hash: id.hash()?,
            favourite: flags.contains('*'),
            problem: flags.contains('!'),
        })
    }
}

/// A chunk as JSON: one string of ids, with `*` after a favourite and `!` after a problem.
pub(super) fn encode_chunk(entries: &[Entry]) -> String {
    let words: Vec<String> = entries
        .iter()
        .map(|entry| {
            let favourite = if entry.favourite { "*" } else { "" };
            let problem = if entry.problem { "!" } else { "" };
            format!("{}{favourite}{problem}", entry.id())
        })
        .collect();
    format!("\"{}\"", words.join(" "))
}

pub(super) fn decode_chunk(json: &str) -> Result<Vec<Entry>, LibraryError> {
    let text: &str = serde_json::from_str(json).map_err(|_| LibraryError::StorageDamaged)?;
    text.split_ascii_whitespace()
        .map(Entry::parse)
        .collect::<Option<_>>()
        .ok_or(LibraryError::StorageDamaged)
}

#[derive(Default)]
pub(super) struct Index {
    places: BTreeMap<Place, Vec<Vec<Entry>>>,
    /// Never iterated: its order is not the same in every run.
    known: HashMap<LinkHash, LinkStamp>,
    /// Links whose hash is that of an earlier one.
    twins: Vec<(LinkHash, LinkStamp)>,
    newest: LinkStamp,
}

impl Index {
    /// Takes a chunk in, new or changed.
    pub(super) fn put(&mut self, place: &Place, number: u32, entries: Vec<Entry>) {
        let chunks = self.places.entry(place.clone()).or_default();
        let number = number as usize;
        if chunks.len() <= number {
            chunks.resize_with(number + 1, Vec::new);
        }
        for entry in &entries {
            self.newest = self.newest.max(entry.stamp);
            let first = *self.known.entry(entry.hash).or_insert(entry.stamp);
            let twin = (entry.hash, entry.stamp);
            if first != entry.stamp && !self.twins.contains(&twin) {
                self.twins.push(twin);
            }
        }
        if let Some(chunk) = chunks.get_mut(number) {
            *chunk = entries;
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

    pub(super) const fn newest(&self) -> LinkStamp {
        self.newest
    }

    pub(super) fn chunk(&self, place: &Place, number: u32) -> &[Entry] {
        self.places
            .get(place)
            .and_then(|chunks| chunks.get(number as usize))
            .map_or(&[], Vec::as_slice)
    }

    pub(super) fn chunk_count(&self, place: &Place) -> u32 {
        length(self.places.get(place).map_or(0, Vec::len))
    }

    pub(super) fn count(&self, place: &Place) -> u32 {
        let chunks = self.places.get(place);
        chunks.map_or(0, |chunks| length(chunks.iter().map(Vec::len).sum()))
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Entry> {
        self.places.values().flatten().flatten()
    }

    pub(super) fn in_place(&self, place: &Place) -> impl Iterator<Item = &Entry> {
        self.places.get(place).into_iter().flatten().flatten()
    }

    /// The chunk that holds a link.
    pub(super) fn find(&self, place: &Place, stamp: LinkStamp) -> Option<u32> {
        let chunks = self.places.get(place)?;
        let holds = |chunk: &Vec<Entry>| chunk.iter().any(|entry| entry.stamp == stamp);
        // What changes was nearly always saved lately.
        let number = chunks.iter().rposition(holds)?;
        u32::try_from(number).ok()
    }
}

/// A count of links, as views show it.
pub(super) fn length(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Favourites first, then the newest: the order in which lists are shown.
pub(super) fn in_order<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<Entry> {
    let mut sorted: Vec<Entry> = entries.copied().collect();
    sorted.sort_by_key(|entry| std::cmp::Reverse((entry.favourite, entry.stamp)));
    sorted
}

/// The keys of every chunk, as the counts of chunks say.
pub(super) fn chunk_keys(chunks: &BTreeMap<String, u32>) -> Vec<(Place, u32, String)> {
    let mut all = Vec::new();
    for (name, count) in chunks {
        let place = (name != "-").then(|| CategoryId::from(name.as_str()));
        for number in 0..*count {
            let key = keys::index(&place, number);
            all.push((place.clone(), number, key));
        }
    }
    all
}

impl Draft {
    /// Puts a new link at the end of a place.
    pub(super) fn append(&mut self, index: &Index, place: &Place, entry: Entry) {
        let last = self
            .chunks
            .range((place.clone(), 0)..=(place.clone(), u32::MAX))
            .next_back()
            .map(|((_, number), _)| *number);
        let number = last.unwrap_or_else(|| index.chunk_count(place).saturating_sub(1));
        let full = self.chunk_mut(index, place, number).len() >= CHUNK;
        let number = if full { number + 1 } else { number };
        self.chunk_mut(index, place, number).push(entry);
    }

    /// Changes what the index knows of a link.
    pub(super) fn reindex(&mut self, index: &Index, link: &Link) {
        let Some(entry) = Entry::of(link) else { return };
        let Some(number) = index.find(&link.category, entry.stamp) else {
            return;
        };
        let known = index.chunk(&link.category, number).contains(&entry);
        let key = (link.category.clone(), number);
        if known && !self.chunks.contains_key(&key) {
            return;
        }
        for slot in self.chunk_mut(index, &link.category, number) {
            if slot.stamp == entry.stamp {
                *slot = entry;
            }
        }
    }

    fn chunk_mut(&mut self, index: &Index, place: &Place, number: u32) -> &mut Vec<Entry> {
        self.chunks
            .entry((place.clone(), number))
            .or_insert_with(|| index.chunk(place, number).to_vec())
    }
}
