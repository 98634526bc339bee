//! Text as it is shown.

use std::borrow::Cow;

use crate::text::clean_line;

/// Bytes as text: malformed sequences become U+FFFD, as a decoder would have it; so does NUL;
/// line ends become LF.
pub(super) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(bytes),
    };
    if memchr::memchr2(b'\r', 0, bytes).is_none() {
        return text;
    }
    Cow::Owned(
        text.replace("\r\n", "\n")
            .replace('\r', "\n")
            .replace('\0', "\u{fffd}"),
    )
}

/// Strips and collapses ASCII whitespace (a no-break space stays).
pub(super) fn collapse(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    for word in text.split_ascii_whitespace() {
        if !collapsed.is_empty() {
            collapsed.push(' ');
        }
        collapsed.push_str(word);
    }
    collapsed
}

/// One line of text to show, at most `length` characters long; none where nothing is left, or
/// what is left is a program's word for nothing.
pub(super) fn shown(text: &str, length: usize) -> Option<String> {
    let line = clean_line(text, length);
    let is_nothing = matches!(
        line.to_ascii_lowercase().as_str(),
        "" | "null" | "undefined" | "none" | "nan" | "[object object]"
    );
    (!is_nothing).then_some(line)
}
