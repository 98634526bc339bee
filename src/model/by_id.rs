//! Maps by the parts of ids: numbers already, which need no hashing against whoever chooses them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map by what stands in ids. Never iterated: its order means nothing.
pub type ById<K, V> = HashMap<K, V, BuildHasherDefault<Spread>>;

/// Spreads numbers over the places of a map.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        const PRIME: u64 = 0x9e37_79b9_7f4a_7c15;
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(PRIME);
    }

    fn finish(&self) -> u64 {
        // The highest bits are the best spread ones, and the lowest choose the place.
        self.0.rotate_left(26)
    }
}
