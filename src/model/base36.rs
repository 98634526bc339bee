//! Numbers as text that sorts as they do.

/// So many digits are read at once: a word of 64 bits.
pub(super) const DIGITS: u32 = 8;
const BYTES: usize = DIGITS as usize;

/// Reads 8 digits that [`base36`] wrote; none where one of them is none.
///
/// There are 300,000 of these words to be read at the start, by code that the browser has not
/// optimised yet: all digits are read at once (SIMD within a register), without a branch.
pub(super) fn from_base36(digits: [u8; BYTES]) -> Option<u64> {
    let text = u64::from_le_bytes(digits);
    // Letters are 0x61 to 0x7a, digits 0x30 to 0x39: bit 6 tells them apart.
    let letters = (text >> 6) & each(1);
    // Bit 7 of each sum: whether the byte is more than the last one, or at least the first one.
    let above = text.wrapping_add(each(0x46) - 0x41 * letters);
    let within = text.wrapping_add(each(0x50) - 0x31 * letters);
    if (text | above | !within) & each(0x80) != 0 {
        return None;
    }
    let values = text - each(b'0') - u64::from(b'a' - b'9' - 1) * letters;
    // The first digit, which counts most, is in the lowest byte.
    let pairs = lanes(values, 8, 36);
    let quads = lanes(pairs, 16, 36 * 36);
    let most = quads & u64::from(u32::MAX);
    Some(most * 36_u64.pow(DIGITS / 2) + (quads >> 32))
}

/// A byte in each byte of a word.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; BYTES])
}

/// Joins neighbours of `bits` bits each: the lower one counts `base` times the other.
const fn lanes(word: u64, bits: u32, base: u64) -> u64 {
    let every_other = u64::MAX / ((1 << bits) + 1);
    (word & every_other) * base + ((word >> bits) & every_other)
}

/// The lowest `digits` digits in base 36, padded with zeros, so that text sorts as numbers do.
pub(super) fn base36(value: u64, digits: u32) -> String {
    let mut reversed: Vec<char> = Vec::with_capacity(digits as usize);
    let mut above = value;
    for _ in 0..digits {
        let digit = u32::try_from(above % 36).unwrap_or_default();
        reversed.push(char::from_digit(digit, 36).unwrap_or('0'));
        above /= 36;
    }
    reversed.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many numbers so many digits can say.
    const NUMBERS: u64 = 36_u64.pow(DIGITS);

    #[test]
    fn a_number_is_read_as_it_was_written_and_nothing_else_is() {
        assert_eq!(base36(35, 16), "000000000000000z");
        for number in (0..NUMBERS).step_by(3_999_999_999).chain([NUMBERS - 1]) {
            let digits = base36(number, DIGITS);
            let digits = *digits.as_bytes().first_chunk().unwrap();
            assert_eq!(from_base36(digits), Some(number));
            for at in 0..BYTES {
                for byte in u8::MIN..=u8::MAX {
                    let mut other = digits;
                    other[at] = byte;
                    let is_digit = matches!(byte, b'0'..=b'9' | b'a'..=b'z');
                    let read = from_base36(other);
                    assert_eq!(read.is_some(), is_digit, "{other:?}");
                    assert_eq!(read == Some(number), other == digits, "{other:?}");
                }
            }
        }
        assert_eq!(from_base36(*b"0000000z"), Some(35));
        assert_eq!(from_base36(*b"10000000"), Some(36_u64.pow(7)));
        assert_eq!(base36(36_u64.pow(12), 16), "0001000000000000");
    }
}
