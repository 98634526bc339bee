//! In which encoding a page is written: the ladder of the HTML Standard (13.2.3.2), with a
//! `<meta>` counted wherever it stands, and a detector of our own on the last rung.
//!
//! byte order mark > HTTP > `<meta>` > XML declaration > valid UTF-8 > detector

mod detect;
mod label;

pub(super) use detect::{detect, is_iso_2022_jp};
pub(super) use label::{from_content_type, from_meta};

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// A label of the Encoding Standard.
    pub(super) label: &'static str,
    /// How many bytes the mark takes.
    pub(super) length: usize,
}

/// The byte order mark; or, without one, UTF-16 known by the zeros of its first characters.
pub(super) fn byte_order_mark(bytes: &[u8]) -> Option<Mark> {
    let (label, length) = match bytes {
        [0xef, 0xbb, 0xbf, ..] => ("utf-8", 3),
        [0xfe, 0xff, ..] => ("utf-16be", 2),
        [0xff, 0xfe, ..] => ("utf-16le", 2),
        [b'<', 0, b'!' | b'?' | b'h' | b'H', 0, ..] => ("utf-16le", 0),
        [0, b'<', 0, b'!' | b'?' | b'h' | b'H', ..] => ("utf-16be", 0),
        _ => return None,
    };
    Some(Mark { label, length })
}

/// The encoding of an XML declaration at the very start (13.2.3.2, "get an XML encoding").
pub(super) fn xml_declaration(bytes: &[u8]) -> Option<String> {
    let declaration = bytes.strip_prefix(b"<?xml")?;
    let end = declaration
        .iter()
        .take(256)
        .position(|&byte| byte == b'>')?;
    let text = std::str::from_utf8(declaration.get(..end)?).ok()?;
    let (_, value) = text.split_once("encoding")?;
    let value = value
        .trim_ascii_start()
        .strip_prefix('=')?
        .trim_ascii_start();
    let quote = value
        .chars()
        .next()
        .filter(|quote| matches!(quote, '"' | '\''))?;
    let (label, _) = value.get(1..)?.split_once(quote)?;
    Some(label.trim_ascii().to_owned())
}

/// Whether bytes that are said to be UTF-8 are something else: more is malformed than is not.
pub(super) fn is_falsely_utf8(bytes: &[u8]) -> bool {
    // The common case: a page that keeps its word is not walked letter by letter.
    if std::str::from_utf8(bytes).is_ok() {
        return false;
    }
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk
            .valid()
            .chars()
            .filter(|character| !character.is_ascii())
            .count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad > good.max(4)
}

/// Whether bytes are UTF-8; the last character may be cut.
pub(super) fn is_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).map_or_else(|error| error.error_len().is_none(), |_| true)
}

/// Whether bytes that are said to be in another encoding are UTF-8 beyond doubt: nothing in them
/// is malformed, and what is not ASCII could hardly be so by chance.
pub(super) fn is_clearly_utf8(bytes: &[u8], said: &str) -> bool {
    let is_multibyte = matches!(
        said,
        "EUC-KR" | "Shift_JIS" | "EUC-JP" | "GBK" | "gb18030" | "Big5"
    );
    let evidence: usize = bytes
        .iter()
        .map(|&byte| match byte {
            0xc2..=0xdf => 1,
            0xe0..=0xef => 2,
            0xf0..=0xf4 => 3,
            _ => 0,
        })
        .sum();
    evidence >= if is_multibyte { 3 } else { 1 } && is_utf8(bytes)
}
