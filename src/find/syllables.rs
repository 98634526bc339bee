//! Which syllables of Hangul a text holds, in sixteen bytes: an initial alone stands in most texts.

/// A set of syllables, and of letters that stand alone, in heaps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Syllables([u64; 2]);

/// A prime number, so that syllables that differ in one letter have heaps of their own.
const HEAPS: u32 = 127;

impl Syllables {
    pub(super) fn of(text: &str) -> Self {
        let mut all = Self::default();
        for letter in text.chars() {
            if let 'ㄱ'..='ㅣ' | '가'..='힣' = letter {
                let heap = u32::from(letter) % HEAPS;
                let [low, high] = &mut all.0;
                let half = if heap < u64::BITS { low } else { high };
                *half |= 1 << (heap % u64::BITS);
            }
        }
        all
    }

    pub(super) fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Whether all of some syllables may be among these.
    pub(super) const fn hold(self, some: Self) -> bool {
        let ([low, high], [some_low, some_high]) = (self.0, some.0);
        low & some_low == some_low && high & some_high == some_high
    }

    pub(super) const fn numbers(self) -> [u64; 2] {
        self.0
    }

    pub(super) const fn from_numbers(numbers: [u64; 2]) -> Self {
        Self(numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_hold_the_syllables_that_stand_in_it() {
        let text = Syllables::of("한국어 ㅅ rust");
        for some in ["한", "국한", "ㅅ", "어 ", "rust"] {
            assert!(text.hold(Syllables::of(some)), "{some}");
        }
        for some in ["핝", "하", "사", "한글"] {
            assert!(!text.hold(Syllables::of(some)), "{some}");
        }
        assert!(Syllables::of("rust 9").is_empty());
        assert_eq!(Syllables::from_numbers(text.numbers()), text);
    }
}
