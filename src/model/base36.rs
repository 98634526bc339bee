//! Numbers as text that sorts as they do.

/// Reads what [`base36`] writes; none where that is not such a number, or does not fit.
///
/// There are 100,000 ids to be read at the start, and to look at each digit for an overflow, as
/// the standard library does, is a multiplication of 128 bits in wasm.
pub(super) fn from_base36(digits: &str) -> Option<u64> {
    /// So many digits fit 64 bits, whatever they are.
    const FIT: usize = 12;
    let value = |digit: u8| match digit {
        b'0'..=b'9' => Some(u64::from(digit - b'0')),
        b'a'..=b'z' => Some(u64::from(digit - b'a') + 10),
        _ => None,
    };
    let (safe, rest) = digits.as_bytes().split_at(digits.len().min(FIT));
    let mut number = 0_u64;
    for digit in safe {
        number = number * 36 + value(*digit)?;
    }
    for digit in rest {
        number = number.checked_mul(36)?.checked_add(value(*digit)?)?;
    }
    Some(number)
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
