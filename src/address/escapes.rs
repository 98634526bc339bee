//! Percent-encoding.

use crate::text::{is_blank, is_joiner, is_junk};

/// The normal form of RFC 3986 section 6.2.2: hexadecimal digits in upper case, unreserved
/// characters decoded, and what may not stand in an address encoded (browsers differ in which of
/// `|^[]{}` and others they leave). A stray `%` becomes `%25`, or decoding what follows it could
/// make a new escape and the form would not be its own normal form.
pub(super) fn normalised(text: &str) -> String {
    let mut pieces = text.split('%');
    let mut normal = String::with_capacity(text.len());
    push_legal(&mut normal, pieces.next().unwrap_or_default());
    for piece in pieces {
        let Some((byte, rest)) = escaped_byte(piece) else {
            push_escape(&mut normal, b'%');
            push_legal(&mut normal, piece);
            continue;
        };
        if is_unreserved(byte) {
            normal.push(char::from(byte));
        } else {
            push_escape(&mut normal, byte);
        }
        push_legal(&mut normal, rest);
    }
    normal
}

fn push_legal(normal: &mut String, text: &str) {
    for byte in text.bytes() {
        if is_unreserved(byte) || b"!$&'()*+,;=:@/?".contains(&byte) {
            normal.push(char::from(byte));
        } else {
            push_escape(normal, byte);
        }
    }
}

fn push_escape(normal: &mut String, byte: u8) {
    let digit =
        |value: u8| char::from_digit(u32::from(value), 16).map_or('0', |d| d.to_ascii_uppercase());
    normal.extend(['%', digit(byte >> 4), digit(byte & 15)]);
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

/// What an address spells. Escapes that spell something else than UTF-8, or a control character,
/// stay as they are written.
pub(super) fn spelled(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let bytes = escaped_run(rest);
        let (run, behind) = rest
            .split_at_checked((3 * bytes.len()).max(first.len_utf8()))
            .unwrap_or((rest, ""));
        rest = behind;
        if bytes.is_empty() {
            spelled.push(first);
            continue;
        }
        let mut written = run.chars();
        for chunk in bytes.utf8_chunks() {
            for character in chunk.valid().chars() {
                let source = written.by_ref().take(3 * character.len_utf8());
                if character.is_control() {
                    spelled.extend(source);
                } else {
                    source.for_each(drop);
                    spelled.push(character);
                }
            }
            spelled.extend(written.by_ref().take(3 * chunk.invalid().len()));
        }
    }
    spelled
}

pub(super) fn push_legible(shown: &mut String, character: char) {
    if is_junk(character) || is_blank(character) || is_joiner(character) {
        let mut bytes = [0; 4];
        for byte in character.encode_utf8(&mut bytes).bytes() {
            push_escape(shown, byte);
        }
    } else {
        shown.push(character);
    }
}

/// The bytes that the escapes at the beginning of a text spell.
fn escaped_run(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((byte, behind)) = rest.strip_prefix('%').and_then(escaped_byte) {
        bytes.push(byte);
        rest = behind;
    }
    bytes
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
