//! Numbers as text that sorts as they do.

/// No digit's value, and above all of them in every bit that they have not.
const WRONG: u8 = u8::MAX;

/// Reads what [`base36`] writes; none where that is not such a number, or does not fit.
///
/// There are 100,000 ids to be read at the start, by code that the browser has not optimised yet:
/// no digit is branched on, and of those that always fit none is looked at for an overflow, which
/// is a multiplication of 128 bits in wasm.
pub(super) fn from_base36(digits: &str) -> Option<u64> {
    /// So many digits fit 64 bits, whatever they are.
    const FIT: usize = 12;
    let (safe, rest) = digits.as_bytes().split_at(digits.len().min(FIT));
    let mut number = 0_u64;
    let mut seen = 0;
    for digit in safe {
        let value = value(*digit);
        seen |= value;
        number = number.wrapping_mul(36).wrapping_add(u64::from(value));
    }
    for digit in rest {
        let value = value(*digit);
        seen |= value;
        number = number.checked_mul(36)?.checked_add(u64::from(value))?;
    }
    (seen != WRONG).then_some(number)
}

const fn value(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        b'a'..=b'z' => digit - b'a' + 10,
        _ => WRONG,
    }
}

/// The lowest `digits` digits in base 36, padded with zeros, so that text sorts as numbers do.
pub(super) fn base36(value: u128, digits: u32) -> String {
    /// So many digits fit 64 bits, which are divided much faster.
    const AT_ONCE: u32 = 12;
    let mut reversed: Vec<char> = Vec::with_capacity(digits as usize);
    let mut above = value;
    while reversed.len() < digits as usize {
        let modulus = 36_u128.pow(AT_ONCE);
        let mut rest = u64::try_from(above % modulus).unwrap_or_default();
        above /= modulus;
        for _ in 0..AT_ONCE.min(digits - u32::try_from(reversed.len()).unwrap_or(digits)) {
            let digit = u32::try_from(rest % 36).unwrap_or_default();
            reversed.push(char::from_digit(digit, 36).unwrap_or('0'));
            rest /= 36;
        }
    }
    reversed.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_was_written_and_nothing_else_is() {
        assert_eq!(base36(35, 16), "000000000000000z");
        assert_eq!(from_base36("3w5e11264sgsf"), Some(u64::MAX));
        for wrong in ["3w5e11264sgsg", "zzzzzzzzzzzzz", "1A", "+1", "가"] {
            assert_eq!(from_base36(wrong), None, "{wrong}");
        }
        assert_eq!(base36(36_u128.pow(12), 16), "0001000000000000");
    }
}
