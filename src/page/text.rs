//! Text as it is shown.

use std::borrow::Cow;

/// Bytes as text: malformed sequences become U+FFFD, as a decoder would have it; so does NUL;
/// line ends become LF.
pub(super) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    let text = String::from_utf8_lossy(bytes);
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

/// One line of text to show: NFC, whitespace collapsed, without control, direction and zero-width
/// characters; none where nothing is left, or what is left is a program's word for nothing.
pub(super) fn clean(text: &str) -> Option<String> {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|character: char| character.is_whitespace() || character.is_control()) {
        let start = line.len();
        line.extend(word.chars().filter(|&character| !is_invisible(character)));
        if line.len() > start {
            line.push(' ');
        }
    }
    line.truncate(line.trim_end().len());
    let is_nothing = matches!(
        line.to_ascii_lowercase().as_str(),
        "" | "null" | "undefined" | "none" | "nan" | "[object object]"
    );
    (!is_nothing).then(|| crate::host::nfc(&line).into_owned())
}

/// Zero-width characters that join nothing, and those that turn the direction of text.
const fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Cuts to so many characters, with an ellipsis where something was cut.
pub(super) fn clip(text: String, length: usize) -> String {
    if text.char_indices().nth(length).is_none() {
        text
    } else {
        let mut cut: String = text.chars().take(length - 1).collect();
        cut.truncate(cut.trim_end().len());
        cut.push('…');
        cut
    }
}
