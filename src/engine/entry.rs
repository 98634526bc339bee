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

    /// Reads the first of some words, and gives the others.
    fn read(words: &str) -> Option<(Self, &str)> {
        let (id, rest) = words.split_at_checked(LinkId::LENGTH)?;
        let (stamp, hash) = LinkId::parts(id)?;
        let plain = Self {
            stamp,
            hash,
            favourite: false,
            problem: false,
            rank: Rank::of(stamp),
            deleted: 0,
        };
        if let Some(rest) = rest.strip_prefix(' ') {
            return Some((plain, rest));
        }
        let (marks, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        Some((plain.marked(marks)?, rest))
    }

    fn marked(self, marks: &str) -> Option<Self> {
        let (marks, deleted) = match marks.split_once('~') {
            Some((marks, deleted)) => (marks, deleted.parse().ok()?),
            None => (marks, 0),
        };
        let (flags, rank) = match marks.split_once('^') {
            Some((flags, rank)) => (flags, Rank::parse(rank)?),
            None => (marks, self.rank),
        };
        flags.trim_matches(['*', '!']).is_empty().then(|| Self {
            favourite: flags.contains('*'),
            problem: flags.contains('!'),
            rank,
            deleted,
            ..self
        })
    }
}

/// A chunk as JSON: one string of words.
pub(super) fn encode_chunk(entries: &[Entry]) -> String {
    let words: Vec<String> = entries.iter().map(Entry::write).collect();
    format!("\"{}\"", words.join(" "))
}

/// Reads what [`encode_chunk`] writes: of nothing else there is so much to be read at the start.
/// No word has a character that JSON escapes.
pub(super) fn decode_chunk(json: &str) -> Result<Vec<Entry>, LibraryError> {
    let text = json
        .strip_prefix('"')
        .and_then(|json| json.strip_suffix('"'));
    let text = text.ok_or(LibraryError::StorageDamaged)?;
    // Room at once for all that a chunk holds: there are hundreds of them at the start.
    let mut entries = Vec::with_capacity(CHUNK);
    let mut rest = text;
    while !rest.is_empty() {
        let (entry, others) = Entry::read(rest).ok_or(LibraryError::StorageDamaged)?;
        entries.push(entry);
        rest = others;
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
        let words = "0lodvd5c000010000000";
        for damaged in [
            "\"nothing\"".to_owned(),
            format!("\"{words}"),
            format!("[\"{words}\"]"),
            format!("\"{words}\\n{words}\""),
            format!("\"{words}*?\""),
            format!("\"{words}^x\""),
            format!("\"{words}~\""),
            format!("\"{words}가\""),
        ] {
            assert!(decode_chunk(&damaged).is_err(), "{damaged}");
        }
        assert_eq!(decode_chunk("\"\"").unwrap(), []);
    }
}
