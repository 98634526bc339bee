//! The order of titles: numbers count as numbers.

/// Appends a key: keys sort by their bytes as folded texts do by their letters (Hangul, as in
/// Unicode, in the order of the dictionary) and by the values of their numbers.
///
/// ```
/// # use urlink::find::natural_key;
/// let key = |text: &str| {
///     let mut key = Vec::new();
///     natural_key(text.as_bytes(), &mut key);
///     key
/// };
/// assert!(key("part 9") < key("part 10") && key("part 10") < key("part b"));
/// assert!(key("a 007") < key("a 8"));
/// assert!(key("나") < key("다") && key("z") < key("가"));
/// ```
pub fn natural_key(folded: &[u8], key: &mut Vec<u8>) {
    let mut rest = folded;
    while let Some((&byte, behind)) = rest.split_first() {
        if !byte.is_ascii_digit() {
            key.push(byte);
            rest = behind;
            continue;
        }
        let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, behind) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        rest = behind;
        let zeros = digits.iter().take_while(|&&digit| digit == b'0').count();
        let digits = digits.get(zeros..).unwrap_or(&[]);
        // A longer number is a greater one. What tells the length stands where digits stand.
        let mut left = digits.len();
        while left >= 9 {
            key.push(b'9');
            left -= 9;
        }
        key.push(b'0' + u8::try_from(left).unwrap_or(9));
        key.extend_from_slice(digits);
    }
}
