//! Percent-encoding.

/// The normal form of RFC 3986 section 6.2.2: hexadecimal digits in upper case, unreserved
/// characters decoded, all else as it is. A stray `%` becomes `%25`, or decoding what follows it
/// could make a new escape and the form would not be its own normal form.
pub(super) fn normalised(text: &str) -> String {
    let mut pieces = text.split('%');
    let mut normal = String::with_capacity(text.len());
    normal.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        match escaped_byte(piece) {
            Some((byte, rest)) if is_unreserved(byte) => {
                normal.push(char::from(byte));
                normal.push_str(rest);
            }
            Some((byte, rest)) => {
                normal.push('%');
                normal.extend([byte >> 4, byte & 15].map(upper_hex_digit));
                normal.push_str(rest);
            }
            None => {
                normal.push_str("%25");
                normal.push_str(piece);
            }
        }
    }
    normal
}

/// The text that the escapes spell in UTF-8; none where they spell something else (old Korean
/// sites encode paths in EUC-KR).
pub(super) fn decoded(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut bytes = Vec::with_capacity(text.len());
    bytes.extend_from_slice(pieces.next().unwrap_or_default().as_bytes());
    for piece in pieces {
        if let Some((byte, rest)) = escaped_byte(piece) {
            bytes.push(byte);
            bytes.extend_from_slice(rest.as_bytes());
        } else {
            bytes.push(b'%');
            bytes.extend_from_slice(piece.as_bytes());
        }
    }
    String::from_utf8(bytes).ok()
}

/// Splits what follows a `%` into the byte it spells and the rest.
fn escaped_byte(piece: &str) -> Option<(u8, &str)> {
    let (digits, rest) = piece.split_at_checked(2)?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let byte = u8::from_str_radix(digits, 16).ok()?;
    Some((byte, rest))
}

/// RFC 3986 section 2.3.
const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

fn upper_hex_digit(value: u8) -> char {
    char::from_digit(u32::from(value), 16).map_or('0', |digit| digit.to_ascii_uppercase())
}
