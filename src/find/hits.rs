//! A set of links of the catalogue.

use super::catalogue::DocNumber;

/// A bit for each link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    bits: Vec<u64>,
}

impl Hits {
    /// Whether a link is among them.
    #[must_use]
    pub fn contains(&self, doc: DocNumber) -> bool {
        let bits = self.bits.get((doc / 64) as usize);
        bits.is_some_and(|bits| bits & (1 << (doc % 64)) != 0)
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.bits.iter().map(|bits| bits.count_ones()).sum()
    }

    pub(super) fn insert(&mut self, doc: DocNumber) {
        let at = (doc / 64) as usize;
        if at >= self.bits.len() {
            self.bits.resize(at + 1, 0);
        }
        if let Some(bits) = self.bits.get_mut(at) {
            *bits |= 1 << (doc % 64);
        }
    }

    /// Visits those among so many numbers from one on, both multiples of 64, in order.
    pub(super) fn visit(&self, first: DocNumber, count: u32, mut visit: impl FnMut(DocNumber)) {
        for word in (first / 64)..(first + count) / 64 {
            let mut bits = self.bits.get(word as usize).copied().unwrap_or(0);
            while bits != 0 {
                visit(word * 64 + bits.trailing_zeros());
                bits &= bits - 1;
            }
        }
    }

    /// How many there are among so many numbers from one on, both multiples of 64.
    pub(super) fn count_among(&self, first: DocNumber, count: u32) -> u32 {
        let words = (first / 64) as usize..((first + count) / 64) as usize;
        let words = self.bits.iter().take(words.end).skip(words.start);
        words.map(|bits| bits.count_ones()).sum()
    }
}
