use std::fmt;

use serde::{Deserialize, Serialize};

use super::Millis;
use super::base36::{self, base36, from_base36};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

id! {
    /// A link's identity: `<created><sequence>-<hash>`. The first two sort by time; the hash is of
    /// the key for duplicates, so that the ids alone tell what is known already.
    LinkId
}
id! {
    /// A category's identity: sorts by time.
    CategoryId
}
id! {
    /// A job's identity: sorts by time.
    JobId
}
id! {
    /// A change's identity: sorts by time.
    ChangeId
}
id! {
    /// A reminder's identity: sorts by time.
    ReminderId
}

const TIME_DIGITS: u32 = 9;
const SEQUENCE_DIGITS: u32 = 4;
const HASH_DIGITS: u32 = 16;

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
    /// Reads what [`fmt::Display`] writes: the part of an id before the dash.
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
    pub const LENGTH: usize = LinkStamp::LENGTH + 1 + HASH_DIGITS as usize;

    /// Composes an id.
    #[must_use]
    pub fn new(stamp: LinkStamp, hash: LinkHash) -> Self {
        Self(format!("{stamp}-{hash}"))
    }

    /// The stamp that the id carries; none if the id is damaged.
    #[must_use]
    pub fn stamp(&self) -> Option<LinkStamp> {
        let (digits, _) = self.0.split_once('-')?;
        LinkStamp::parse(digits)
    }

    /// The hash that the id carries; none if the id is damaged.
    #[must_use]
    pub fn hash(&self) -> Option<LinkHash> {
        let (_, digits) = self.0.split_once('-')?;
        LinkHash::parse(digits)
    }

    /// The stamp and the hash of a text that is an id.
    #[must_use]
    pub fn parts(id: &str) -> Option<(LinkStamp, LinkHash)> {
        let (stamp, hash) = id.split_at_checked(LinkStamp::LENGTH)?;
        let hash = hash.strip_prefix('-')?;
        Some((LinkStamp::parse(stamp)?, LinkHash::parse(hash)?))
    }
}

impl CategoryId {
    /// Composes an id from the time and something random.
    #[must_use]
    pub fn new(created: Millis, random: u64) -> Self {
        Self(time_and_random(created, random))
    }
}

impl JobId {
    /// Composes an id from the time and something random.
    #[must_use]
    pub fn new(created: Millis, random: u64) -> Self {
        Self(time_and_random(created, random))
    }
}

impl ReminderId {
    /// Composes an id from the time and something random.
    #[must_use]
    pub fn new(created: Millis, random: u64) -> Self {
        Self(time_and_random(created, random))
    }
}

impl ChangeId {
    /// Composes an id from the time and something random.
    #[must_use]
    pub fn new(created: Millis, random: u64) -> Self {
        Self(time_and_random(created, random))
    }
}

/// 80 bits of a hash of a link's key for duplicates (FNV-1a, 128 bits, folded).
///
/// Not proof against an attacker: whoever finds a match compares the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkHash {
    /// What the first half of its digits says, and the second: numbers of 128 bits are slow.
    high: u64,
    low: u64,
}

impl LinkHash {
    /// Hashes a key.
    #[must_use]
    pub fn of(key: &str) -> Self {
        const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
        const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
        const MASK: u128 = (1 << 80) - 1;
        let hash = key.bytes().fold(OFFSET, |hash, byte| {
            (hash ^ u128::from(byte)).wrapping_mul(PRIME)
        });
        Self::from_number((hash ^ (hash >> 80)) & MASK)
    }

    fn from_number(number: u128) -> Self {
        let half = |number: u128| u64::try_from(number).unwrap_or_default();
        Self {
            high: half(number / u128::from(base36::NUMBERS)),
            low: half(number % u128::from(base36::NUMBERS)),
        }
    }

    /// Reads what [`fmt::Display`] writes: the part of an id behind the dash.
    fn parse(digits: &str) -> Option<Self> {
        let (high, low) = digits.as_bytes().split_first_chunk()?;
        Some(Self {
            high: from_base36(*high)?,
            low: from_base36(low.try_into().ok()?)?,
        })
    }
}

impl fmt::Display for LinkHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for half in [self.high, self.low] {
            formatter.write_str(&base36(half, HASH_DIGITS / 2))?;
        }
        Ok(())
    }
}

fn time_and_random(created: Millis, random: u64) -> String {
    format!(
        "{}{}",
        base36(created, TIME_DIGITS),
        base36(random % 36_u64.pow(5), 5)
    )
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
        let half = u128::from(base36::NUMBERS);
        let numbers = [0, 35, half - 1, half, (1 << 80) - 1];
        let hashes = numbers.map(LinkHash::from_number);
        assert!(hashes.is_sorted());
        for hash in hashes.into_iter().chain([LinkHash::of("x")]) {
            let stamp = LinkStamp::default().next(1_700_000_000_000);
            let id = LinkId::new(stamp, hash);
            assert_eq!((id.stamp(), id.hash()), (Some(stamp), Some(hash)), "{id}");
        }
        for damaged in [
            "",
            "0-0",
            "0lodvd5c00001-00000000000000",
            "0lodvd5c00001-00000000가00000",
            "0lodvd5c00001-0000000000000000z",
        ] {
            assert_eq!(LinkId::from(damaged).hash(), None, "{damaged}");
        }
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
                LinkId::from(format!("{damaged}-0")).stamp(),
                None,
                "{damaged}"
            );
        }
        let last = LinkStamp::from_number(u64::MAX);
        assert_eq!(LinkStamp::parse("3w5e11264sgsf"), Some(last));
        assert_ne!(hash, LinkHash::of("https://b.example/"));
    }
}
