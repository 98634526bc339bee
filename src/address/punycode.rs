//! Punycode, RFC 3492: what an `xn--` label stands for.

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const INITIAL_BIAS: u32 = 72;
const INITIAL_N: u32 = 128;

/// Decodes the part behind `xn--` (section 6.2).
pub(super) fn decode(encoded: &str) -> Option<String> {
    let (basic, digits) = encoded.rsplit_once('-').unwrap_or(("", encoded));
    let mut output: Vec<char> = basic.chars().collect();
    let (mut n, mut index, mut bias) = (INITIAL_N, 0_u32, INITIAL_BIAS);
    let mut digits = digits.chars();
    while let Some(first) = digits.next() {
        let before = index;
        let (mut weight, mut k, mut digit) = (1_u32, BASE, first.to_digit_of_punycode()?);
        loop {
            index = index.checked_add(digit.checked_mul(weight)?)?;
            let threshold = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
            k = k.checked_add(BASE)?;
            digit = digits.next()?.to_digit_of_punycode()?;
        }
        let length = u32::try_from(output.len()).ok()?.checked_add(1)?;
        bias = adapted(index - before, length, before == 0);
        n = n.checked_add(index / length)?;
        index %= length;
        output.insert(usize::try_from(index).ok()?, char::from_u32(n)?);
        index = index.checked_add(1)?;
    }
    Some(output.into_iter().collect())
}

/// Section 6.1.
const fn adapted(delta: u32, length: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / DAMP } else { delta / 2 };
    delta += delta / length;
    let mut k = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

trait PunycodeDigit {
    fn to_digit_of_punycode(self) -> Option<u32>;
}

impl PunycodeDigit for char {
    /// Section 5: `a` to `z` are 0 to 25, `0` to `9` are 26 to 35.
    fn to_digit_of_punycode(self) -> Option<u32> {
        match self.to_ascii_lowercase() {
            letter @ 'a'..='z' => Some(u32::from(letter) - u32::from('a')),
            digit @ '0'..='9' => Some(u32::from(digit) - u32::from('0') + 26),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    /// Section 7.1, and damaged input.
    #[test]
    fn decodes_the_samples_of_the_rfc() {
        for (encoded, text) in [
            ("ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"),
            (
                "989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c",
                "세계의모든사람들이한국어를이해한다면얼마나좋을까",
            ),
            (
                "b1abfaaepdrnnbgefbadotcwatmq2g4l",
                "почемужеонинеговорятпорусски",
            ),
            ("3B-ww4c5e180e575a65lsy2b", "3年B組金八先生"),
            (
                "Hello-Another-Way--fc4qua05auwb3674vfr0b",
                "Hello-Another-Way-それぞれの場所",
            ),
            ("d9juau41awczczp", "そのスピードで"),
        ] {
            let expected: String = text.chars().flat_map(char::to_lowercase).collect();
            let decoded = decode(encoded).map(|text| text.to_lowercase());
            assert_eq!(decoded.as_deref(), Some(expected.as_str()));
        }
        assert_eq!(decode("99999999999"), None);
        assert_eq!(decode("가"), None);
        assert_eq!(decode("a-!"), None);
    }
}
