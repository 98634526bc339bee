//! What the index knows of a link, and how its chunks are written.

use super::index::CHUNK;
use super::rank::Rank;
use crate::model::{
    CategoryId, LibraryError, Link, LinkHash, LinkId, LinkStamp, LinkState, Millis,
};

/// Where a link stands: each is in one place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Without a category.
    Unsorted,
    Category(CategoryId),
    /// Counted nowhere else, whatever its category was.
    Trash,
}

impl Place {
    const UNSORTED: &str = "-";
    const TRASH: &str = "trash";

    pub(super) fn of(link: &Link) -> Self {
        match &link.category {
            _ if link.deleted.is_some() => Self::Trash,
            Some(id) => Self::Category(id.clone()),
            None => Self::Unsorted,
        }
    }

    /// As it stands in keys. Ids of categories are longer.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Unsorted => Self::UNSORTED,
            Self::Category(id) => id.as_str(),
            Self::Trash => Self::TRASH,
        }
    }

    pub(super) fn named(name: &str) -> Self {
        match name {
            Self::UNSORTED => Self::Unsorted,
            Self::TRASH => Self::Trash,
            id => Self::Category(CategoryId::from(id)),
        }
    }

    pub(super) const fn category(&self) -> Option<&CategoryId> {
        match self {
            Self::Category(id) => Some(id),
            Self::Unsorted | Self::Trash => None,
        }
    }
}

/// What the index knows of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) stamp: LinkStamp,
    pub(super) hash: LinkHash,
    pub(super) favourite: bool,
    /// Partial, failed or blocked.
    pub(super) problem: bool,
    /// Where it stands in the order by hand.
    pub(super) rank: Rank,
    /// When it was put into the trash, else 0.
    pub(super) deleted: Millis,
}

impl Entry {
    /// The entry of a link; none if its id is damaged.
    pub(super) fn of(link: &Link) -> Option<Self> {
        let stamp = link.id.stamp()?;
        let rank = link.user.rank.as_deref().and_then(Rank::parse);
        Some(Self {
            stamp,
            hash: link.id.hash()?,
            favourite: link.user.favourite,
            problem: matches!(
                link.state,
                LinkState::Partial | LinkState::Failed | LinkState::Blocked
            ),
            rank: rank.unwrap_or(Rank::of(stamp)),
            deleted: link.deleted.unwrap_or(0),
        })
    }

    pub(super) fn id(&self) -> LinkId {
        LinkId::new(self.stamp, self.hash)
    }

    /// The id, then `*` of a favourite, `!` of a problem, `^` and the rank where it was given by
    /// hand, `~` and since when it is in the trash.
    fn write(&self) -> String {
        let mut word = self.id().to_string();
        word.push_str(if self.favourite { "*" } else { "" });
        word.push_str(if self.problem { "!" } else { "" });
        if self.rank != Rank::of(self.stamp) {
            word.push('^');
            word.push_str(&self.rank.to_string());
        }
        if self.deleted > 0 {
            word.push('~');
            word.push_str(&self.deleted.to_string());
        }
        word
    }

    fn parse(word: &str) -> Option<Self> {
        let (word, deleted) = match word.split_once('~') {
            Some((word, deleted)) => (word, deleted.parse().ok()?),
            None => (word, 0),
        };
        let (word, rank) = match word.split_once('^') {
            Some((word, rank)) => (word, Some(Rank::parse(rank)?)),
            None => (word, None),
        };
        let id = word.trim_end_matches(['*', '!']);
        let flags = word.strip_prefix(id)?;
        let (stamp, hash) = LinkId::parts(id)?;
        Some(Self {
            stamp,
            hash,
            favourite: flags.contains('*'),
            problem: flags.contains('!'),
            rank: rank.unwrap_or(Rank::of(stamp)),
            deleted,
        })
    }
}

/// A chunk as JSON: one string of words.
pub(super) fn encode_chunk(entries: &[Entry]) -> String {
    let words: Vec<String> = entries.iter().map(Entry::write).collect();
    format!("\"{}\"", words.join(" "))
}

pub(super) fn decode_chunk(json: &str) -> Result<Vec<Entry>, LibraryError> {
    let text: &str = serde_json::from_str(json).map_err(|_| LibraryError::StorageDamaged)?;
    // Room at once for all that a chunk holds: there are hundreds of them at the start.
    let mut entries = Vec::with_capacity(CHUNK);
    for word in text.split_ascii_whitespace() {
        entries.push(Entry::parse(word).ok_or(LibraryError::StorageDamaged)?);
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chunk_is_read_as_it_was_written() {
        let stamp = LinkStamp::default().next(1_700_000_000_000);
        let hash = LinkHash::of("https://a.example/");
        let plain = Entry {
            stamp,
            hash,
            favourite: false,
            problem: false,
            rank: Rank::of(stamp),
            deleted: 0,
        };
        let full = Entry {
            favourite: true,
            problem: true,
            rank: Rank::parse("8").unwrap(),
            deleted: 1_700_000_000_001,
            ..plain
        };
        let json = encode_chunk(&[plain, full]);
        assert!(json.ends_with("*!^8~1700000000001\""), "{json}");
        assert_eq!(decode_chunk(&json).unwrap(), [plain, full]);
        assert!(decode_chunk("\"nothing\"").is_err());
        assert_eq!(decode_chunk("\"\"").unwrap(), []);
    }
}
