//! Which links were written, write by write: so that what is derived from the records and kept
//! elsewhere knows what of it is old, and a start need not read everything.
//!
//! A log of words: the ids of the links of a write, then a mark of the write. The last words stand
//! in one key, which changes in the same write as the records; full chunks go round in a ring.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ports::{Clock, Network, Random, Store};
use super::{Engine, keys};
use crate::model::{LibraryError, LinkId};

/// Words in one chunk, and chunks in the ring: what was written before is forgotten.
const CHUNK: usize = 128;
const RING: u64 = 256;

/// What tells marks from ids.
const MARK: char = '#';

/// The end of the log: [`keys::TOUCHED`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Touched {
    /// The words in earlier chunks.
    before: u64,
    words: Vec<String>,
}

/// A place in the log: how many words there were, and the mark that was the last. A log that went
/// back (the last writes before a power failure may be lost) and on has another mark there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Position {
    words: u64,
    mark: String,
}

impl Position {
    /// How many words were written since an earlier position.
    pub(super) const fn since(&self, earlier: &Self) -> u64 {
        self.words.saturating_sub(earlier.words)
    }
}

impl Touched {
    pub(super) fn position(&self) -> Position {
        Position {
            words: self.before + self.words.len() as u64,
            mark: self.words.last().cloned().unwrap_or_default(),
        }
    }

    /// The log after a write of these entries, which gets what of the log is to be stored with
    /// them; none if no link is among them.
    pub(super) fn after(
        &self,
        entries: &mut Vec<(String, String)>,
        gone: &[String],
        mark: &str,
    ) -> Result<Option<Self>, LibraryError> {
        let written = entries.iter().map(|(key, _)| key).chain(gone);
        let ids = written.filter_map(|key| keys::link_id(key).map(str::to_owned));
        let mut words: Vec<String> = ids.collect();
        if words.is_empty() {
            return Ok(None);
        }
        words.push(format!("{MARK}{mark}"));
        let mut end = self.clone();
        for word in words {
            if end.words.len() == CHUNK {
                entries.push((keys::touched(end.chunk() % RING), keys::encode(&end)?));
                end.before += CHUNK as u64;
                end.words.clear();
            }
            end.words.push(word);
        }
        entries.push((keys::TOUCHED.to_owned(), keys::encode(&end)?));
        Ok(Some(end))
    }

    /// Which chunk of the log this is, the first one being 0.
    const fn chunk(&self) -> u64 {
        self.before / CHUNK as u64
    }
}

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// The links that were written since a position; none where that is not known any more, or
    /// the log is another one.
    pub(super) async fn touched_since(
        &self,
        position: &Position,
    ) -> Result<Option<BTreeSet<LinkId>>, LibraryError> {
        let end = self.library.borrow().touched.clone();
        if *position == end.position() {
            return Ok(Some(BTreeSet::new()));
        }
        // From the mark on.
        let first = position.words.saturating_sub(1) / CHUNK as u64;
        if position.words > end.position().words || end.chunk() - first.min(end.chunk()) > RING {
            return Ok(None);
        }
        let names = (first..end.chunk()).map(|chunk| keys::touched(chunk % RING));
        let found = self.read(names.collect()).await?;
        let mut words = Vec::new();
        for chunk in first..end.chunk() {
            let json = found.get(&keys::touched(chunk % RING));
            let stored = json.and_then(|json| keys::decode::<Touched>(json).ok());
            match stored.filter(|stored| stored.chunk() == chunk && stored.words.len() == CHUNK) {
                Some(stored) => words.extend(stored.words),
                None => return Ok(None),
            }
        }
        words.extend(end.words);
        let known = usize::try_from(position.words - first * CHUNK as u64).unwrap_or(usize::MAX);
        let mark = known.checked_sub(1).and_then(|at| words.get(at));
        if mark.map_or("", String::as_str) != position.mark {
            return Ok(None);
        }
        let since = words.iter().skip(known);
        let ids = since.filter(|word| !word.starts_with(MARK));
        Ok(Some(ids.map(|id| LinkId::from(id.as_str())).collect()))
    }
}
