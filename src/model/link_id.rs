//! What stands in the id of a link: when it was saved, and a hash of what it is.

use std::fmt;

use super::base36::{self, base36, from_base36};
use super::id::TIME_DIGITS;
use super::{LinkId, Millis};

const SEQUENCE_DIGITS: u32 = 4;
const HASH_DIGITS: u32 = 7;

/// The part of a [`LinkId`] that sorts by time: milliseconds, and a sequence that tells apart the
/// links of one millisecond.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkStamp(u64);

impl LinkStamp {
    const SEQUENCES: u64 = 36_u64.pow(SEQUENCE_DIGITS);
    /// How many characters it has as text.
    const LENGTH: usize = (TIME_DIGITS + SEQUENCE_DIGITS) as usize;

    /// The first stamp of a time that is later than `self`, whatever the clock says.
    #[must_use]
    pub fn next(self, now: Millis) -> Self {
        Self((now * Self::SEQUENCES).max(self.0.saturating_add(1)))
    }

    /// The stamp as a number, for a compact copy; [`Self::from_number`] reads it.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The stamp of a number that [`Self::number`] gave.
    #[must_use]
    pub const fn from_number(number: u64) -> Self {
        Self(number)
    }

    /// The time that it carries.
    #[must_use]
    pub const fn created(self) -> Millis {
        self.0 / Self::SEQUENCES
    }
}

impl LinkStamp {
    /// Reads what [`fmt::Display`] writes: the part of an id before the hash.
    #[must_use]
    pub fn parse(digits: &str) -> Option<Self> {
        /// How many digits stand behind the first word of them.
        const REST: u32 = TIME_DIGITS + SEQUENCE_DIGITS - base36::DIGITS;
        const PLACE: u64 = 36_u64.pow(REST);
        let (head, rest) = digits.as_bytes().split_first_chunk()?;
        let rest: &[u8; REST as usize] = rest.try_into().ok()?;
        let mut tail = [b'0'; base36::DIGITS as usize];
        *tail.last_chunk_mut()? = *rest;
        let head = from_base36(*head).filter(|head| *head <= u64::MAX / PLACE)?;
        (head * PLACE).checked_add(from_base36(tail)?).map(Self)
    }
}

impl fmt::Display for LinkStamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = TIME_DIGITS + SEQUENCE_DIGITS;
        formatter.write_str(&base36(self.0, digits))
    }
}

impl LinkId {
    /// How many characters an id has.
    pub const LENGTH: usize = LinkStamp::LENGTH + HASH_DIGITS as usize;

    /// Composes an id.
    #[must_use]
    pub fn new(stamp: LinkStamp, hash: LinkHash) -> Self {
        Self::from(format!("{stamp}{hash}"))
    }

    /// The stamp that the id carries; none if the id is damaged.
    #[must_use]
    pub fn stamp(&self) -> Option<LinkStamp> {
        Self::parts(self.as_str()).map(|(stamp, _)| stamp)
    }

    /// The hash that the id carries; none if the id is damaged.
    #[must_use]
    pub fn hash(&self) -> Option<LinkHash> {
        Self::parts(self.as_str()).map(|(_, hash)| hash)
    }

    /// The stamp and the hash of a text that is an id.
    #[must_use]
    pub fn parts(id: &str) -> Option<(LinkStamp, LinkHash)> {
        let (stamp, hash) = id.split_at_checked(LinkStamp::LENGTH)?;
        Some((LinkStamp::parse(stamp)?, LinkHash::parse(hash)?))
    }

    /// How many characters an id had in version 2 of the library.
    pub const EARLIER_LENGTH: usize = LinkStamp::LENGTH + 1 + 2 * base36::DIGITS as usize;

    /// The id of a link that had this one in version 2 of the library: a dash stood before the
    /// hash, which had 16 digits.
    #[must_use]
    pub fn of_earlier(id: &str) -> Option<Self> {
        let (stamp, hash) = id.split_once('-')?;
        LinkStamp::parse(stamp)?;
        let (high, low) = hash.as_bytes().split_first_chunk()?;
        from_base36(*high)?;
        from_base36(low.try_into().ok()?)?;
        let kept = hash.len().checked_sub(HASH_DIGITS as usize)?;
        Some(Self::from(format!("{stamp}{}", hash.get(kept..)?)))
    }
}

/// A hash of a link's key for duplicates (FNV-1a, 128 bits, folded): 36 bits of it.
///
/// Not proof against chance, nor an attacker: whoever finds a match compares the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkHash(u64);

impl LinkHash {
    /// Hashes a key.
    #[must_use]
    pub fn of(key: &str) -> Self {
        const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
        const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
        const MASK: u128 = (1 << 80) - 1;
        const NUMBERS: u128 = 36_u128.pow(HASH_DIGITS);
        let hash = key.bytes().fold(OFFSET, |hash, byte| {
            (hash ^ u128::from(byte)).wrapping_mul(PRIME)
        });
        let folded = (hash ^ (hash >> 80)) & MASK;
        Self(u64::try_from(folded % NUMBERS).unwrap_or_default())
    }

    /// Reads what [`fmt::Display`] writes: the part of an id behind the stamp.
    fn parse(digits: &str) -> Option<Self> {
        let digits: &[u8; HASH_DIGITS as usize] = digits.as_bytes().try_into().ok()?;
        let mut word = [b'0'; base36::DIGITS as usize];
        *word.last_chunk_mut()? = *digits;
        from_base36(word).map(Self)
    }
}

impl fmt::Display for LinkHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&base36(self.0, HASH_DIGITS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_time_then_sequence() {
        let hash = LinkHash::of("https://a.example/");
        let first = LinkStamp::default().next(1_700_000_000_000);
        let second = first.next(1_700_000_000_000);
        let third = second.next(1_700_000_000_001);
        assert!(LinkId::new(first, hash) < LinkId::new(second, hash));
        assert!(LinkId::new(second, hash) < LinkId::new(third, hash));
        assert_eq!(second.created(), 1_700_000_000_000);
    }

    #[test]
    fn an_id_is_read_as_it_was_written() {
        let hashes = [0, 35, 36_u64.pow(HASH_DIGITS) - 1].map(LinkHash);
        assert!(hashes.is_sorted());
        for hash in hashes.into_iter().chain([LinkHash::of("x")]) {
            let stamp = LinkStamp::default().next(1_700_000_000_000);
            let id = LinkId::new(stamp, hash);
            assert_eq!(id.as_str().len(), LinkId::LENGTH);
            assert_eq!((id.stamp(), id.hash()), (Some(stamp), Some(hash)), "{id}");
        }
        for damaged in [
            "",
            "0",
            "0lodvd5c00001000000",
            "0lodvd5c0000100가000",
            "0lodvd5c0000100000000",
            "0lodvd5c00001-000000",
        ] {
            assert_eq!(LinkId::from(damaged).hash(), None, "{damaged}");
        }
    }

    #[test]
    fn the_id_of_version_2_becomes_the_one_that_the_link_would_get_now() {
        let stamp = LinkStamp::default().next(1_700_000_000_000);
        let hash = LinkHash::of("https://h0.example/");
        let earlier = format!("{stamp}-21gd6tkab03fpm28");
        assert_eq!(earlier.len(), LinkId::EARLIER_LENGTH);
        assert_eq!(LinkId::of_earlier(&earlier), Some(LinkId::new(stamp, hash)));
        for other in [
            "",
            "0lodvd5c00001-21gd6tkab03fpm2",
            "0lodvd5c00001-21gd6tkab03fpm280",
            "0lodvd5c0001-21gd6tkab03fpm280",
            "0lodvd5c00001 21gd6tkab03fpm28",
            "0lodvd5c00001-21gd6tkab03fpm2가",
            "0lodvd5c000013fpm280",
        ] {
            assert_eq!(LinkId::of_earlier(other), None, "{other}");
        }
    }

    /// Of a million addresses that differ in little, about six are expected to meet by chance.
    #[test]
    fn few_hashes_meet() {
        let hash = |n: u32| LinkHash::of(&format!("https://a.example/page/{n}"));
        let hashes: std::collections::HashSet<LinkHash> = (0..1_000_000).map(hash).collect();
        assert!(1_000_000 - hashes.len() < 30, "{}", hashes.len());
    }

    #[test]
    fn stamps_go_on_when_the_clock_goes_back() {
        let first = LinkStamp::default().next(1_700_000_000_000);
        assert!(first.next(1_600_000_000_000) > first);
    }

    #[test]
    fn an_id_gives_back_its_stamp_and_its_hash() {
        let stamp = LinkStamp::default().next(1_700_000_000_000);
        let hash = LinkHash::of("https://a.example/");
        let id = LinkId::new(stamp, hash);
        assert_eq!(id.stamp(), Some(stamp));
        assert_eq!(id.hash(), Some(hash));
        assert_eq!(LinkId::from("damaged").hash(), None);
        for damaged in [
            "zzzzzzzzzzzzz",
            "3w5e11264sgsg",
            "0lodvd5c0000",
            "+lodvd5c00001",
        ] {
            assert_eq!(
                LinkId::from(format!("{damaged}0000000")).stamp(),
                None,
                "{damaged}"
            );
        }
        let last = LinkStamp::from_number(u64::MAX);
        assert_eq!(LinkStamp::parse("3w5e11264sgsf"), Some(last));
        assert_ne!(hash, LinkHash::of("https://b.example/"));
    }
}
