//! Which letters a text holds, in 64 bits: what rules most links out before their texts are read,
//! and answers for the first letter that is typed, which no earlier search has narrowed.

use super::syllable::initial;

/// A set of letters: Hangul by the initials of its syllables, `a` to `z`, `0` to `9`, and all else
/// in a few heaps. Blanks and line breaks are none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters(u64);

/// Where the bits of a kind begin; there are nineteen initials.
const LATIN: u32 = 19;
const DIGITS: u32 = LATIN + 26;
const HEAPS: u32 = DIGITS + 10;

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let bits = text.chars().map(|letter| Self::one(letter).0);
        Self(bits.fold(0, |all, bit| all | bit))
    }

    pub(super) fn one(letter: char) -> Self {
        let code = u32::from(letter);
        let bit = match letter {
            'a'..='z' => LATIN + code - u32::from('a'),
            '0'..='9' => DIGITS + code - u32::from('0'),
            '\t' | '\n' | ' ' => return Self(0),
            _ => initial(letter).unwrap_or(HEAPS + code % (u64::BITS - HEAPS)),
        };
        Self(1 << bit)
    }

    /// Whether no other letter has the bit of this one: Hangul has it for a letter that begins a
    /// syllable, and for each syllable that it begins.
    pub(super) fn are_told_apart(letter: char) -> bool {
        matches!(letter, 'a'..='z' | '0'..='9')
            || ('ㄱ'..='ㅎ').contains(&letter) && initial(letter).is_some()
    }

    pub(super) const fn with(self, more: Self) -> Self {
        Self(self.0 | more.0)
    }

    /// Whether all of some letters are among these.
    pub(super) const fn hold(self, some: Self) -> bool {
        self.0 & some.0 == some.0
    }

    pub(super) const fn number(self) -> u64 {
        self.0
    }

    pub(super) const fn from_number(number: u64) -> Self {
        Self(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_holds_the_letters_that_stand_in_it() {
        let text = Letters::of("한국어 rust 9\n");
        for letter in ['ㅎ', '핳', 'ㄱ', 'ㅇ', 'r', 't', '9'] {
            assert!(text.hold(Letters::one(letter)), "{letter}");
        }
        for letter in ['ㅅ', '살', 'e', '8', '日'] {
            assert!(!text.hold(Letters::one(letter)), "{letter}");
        }
        assert!(text.hold(Letters::of(" \t\n")));
        assert!(Letters::are_told_apart('ㅎ') && Letters::are_told_apart('z'));
        assert!(!Letters::are_told_apart('하') && !Letters::are_told_apart('ㅏ'));
        assert!(!Letters::are_told_apart('ㄳ') && !Letters::are_told_apart('é'));
    }
}
