//! The order by hand: a link's place is a number, and between any two numbers there is room.
//!
//! A link that was never placed has the number of its age, so that it stands where the order by
//! age puts it, and placing one link writes one record. The number has 128 bits: the stamp of the
//! link's id, and 64 bits behind it. Where the room between two links is used up (after some 60
//! drops at the very same spot), the links below are moved apart as well.

use std::fmt;

use crate::model::LinkStamp;

/// A place in the order by hand: the higher, the further up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank(u128);

impl Rank {
    /// The place of a link that was never given one.
    pub(super) const fn of(stamp: LinkStamp) -> Self {
        Self((stamp.number() as u128) << 64)
    }

    /// The steps between two links that were saved one after the other.
    const AGE: u128 = 1 << 64;

    /// So many ranks between two others, the highest first; none where there is no room. Without
    /// a link above or below, they stand beyond all ages there are.
    pub(super) fn between(
        above: Option<Self>,
        below: Option<Self>,
        count: usize,
    ) -> Option<Vec<Self>> {
        let steps = (count as u128).checked_add(1)?;
        let beyond = Self::AGE.saturating_mul(steps);
        let (low, high) = match (above, below) {
            (Some(above), Some(below)) => (below.0, above.0),
            (Some(above), None) => (above.0.saturating_sub(beyond), above.0),
            (None, Some(below)) => (below.0, below.0.saturating_add(beyond)),
            (None, None) => (0, u128::MAX),
        };
        let step = high.checked_sub(low)? / steps;
        let ranks = (1..steps).map(|number| Self(high - step * number));
        (step > 0).then(|| ranks.collect())
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        let digits = text.len() <= DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let padded = format!("{text:0<DIGITS$}");
        digits.then(|| u128::from_str_radix(&padded, 16).ok().map(Self))?
    }
}

const DIGITS: usize = 32;

impl fmt::Display for Rank {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:0DIGITS$x}", self.0);
        formatter.write_str(text.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rank_is_read_as_it_is_written() {
        for text in ["", "8", "00ff", "123456789abcdef0123456789abcdef1"] {
            assert_eq!(Rank::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Rank::parse("xyz"), None);
        assert_eq!(Rank::parse(&"1".repeat(33)), None);
    }

    #[test]
    fn there_is_room_between_links_saved_one_after_the_other() {
        let low = LinkStamp::default().next(1_700_000_000_000);
        let (low, mut high) = (Rank::of(low), Rank::of(low.next(0)));
        let mut drops = 0;
        while let Some(ranks) = Rank::between(Some(high), Some(low), 1) {
            assert!(low < ranks[0] && ranks[0] < high);
            high = ranks[0];
            drops += 1;
        }
        assert_eq!(drops, 64);
    }

    #[test]
    fn ends_have_room_for_any_number() {
        let one = Rank::of(LinkStamp::default().next(1_700_000_000_000));
        let above = Rank::between(None, Some(one), 10_000).unwrap();
        assert!(above.windows(2).all(|pair| pair[0] > pair[1]));
        assert!(above.iter().all(|rank| *rank > one));
        let below = Rank::between(Some(one), None, 10_000).unwrap();
        assert!(below.windows(2).all(|pair| pair[0] > pair[1]));
        assert!(below.iter().all(|rank| *rank < one));
    }
}
