//! Which links may have a key, by its hash.

use super::entry::Entry;
use crate::model::{ById, LinkHash, LinkId, LinkStamp};

pub(super) struct Known {
    /// Never iterated: the order is not the same in every run.
    first: ById<LinkHash, LinkStamp>,
    /// Links whose hash is that of an earlier one.
    twins: Vec<(LinkHash, LinkStamp)>,
}

impl Known {
    pub(super) fn of<'a>(count: usize, entries: impl Iterator<Item = &'a Entry>) -> Self {
        let mut first = ById::default();
        first.reserve(count);
        let mut known = Self {
            first,
            twins: Vec::new(),
        };
        entries.for_each(|entry| known.learn(entry));
        known
    }

    pub(super) fn learn(&mut self, entry: &Entry) {
        let first = *self.first.entry(entry.hash).or_insert(entry.stamp);
        let twin = (entry.hash, entry.stamp);
        if first != entry.stamp && !self.twins.contains(&twin) {
            self.twins.push(twin);
        }
    }

    pub(super) fn forget(&mut self, entry: &Entry) {
        self.twins.retain(|twin| twin.1 != entry.stamp);
        if self.first.get(&entry.hash) == Some(&entry.stamp) {
            self.first.remove(&entry.hash);
            let twin = self.twins.iter().position(|twin| twin.0 == entry.hash);
            if let Some(at) = twin {
                let (hash, stamp) = self.twins.swap_remove(at);
                self.first.insert(hash, stamp);
            }
        }
    }

    /// The links whose key has this hash.
    pub(super) fn with_hash(&self, hash: LinkHash) -> impl Iterator<Item = LinkId> {
        let twins = self.twins.iter().filter(move |twin| twin.0 == hash);
        let stamps = self
            .first
            .get(&hash)
            .into_iter()
            .chain(twins.map(|twin| &twin.1));
        stamps.map(move |stamp| LinkId::new(*stamp, hash))
    }
}
