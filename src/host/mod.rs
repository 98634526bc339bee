//! What the host's own library does for us: WHATWG urls, NFC, decoding.
//!
//! In the browser these are `URL`, `String.prototype.normalize` and `TextDecoder`: exact by
//! definition, and free of bytes, where the crates would cost 80 KB of the 130 KB (brotli) that
//! the whole core may weigh. Natively they are the crates that browsers' engines share. Both
//! bodies have one signature; `tests/host.rs` runs natively and in Chromium.

use std::borrow::Cow;

#[cfg(not(target_arch = "wasm32"))]
#[path = "native.rs"]
mod sys;
#[cfg(target_arch = "wasm32")]
#[path = "browser.rs"]
mod sys;

pub use sys::Decoder;

/// Parses an address by the URL Standard, against a base where one is given, and gives its
/// serialisation (`href`); none where the standard reports failure.
///
/// ```
/// # use urlink::host::parse_url;
/// assert_eq!(parse_url("HTTP://Example.COM:80/a b", None).as_deref(), Some("http://example.com/a%20b"));
/// assert_eq!(parse_url("../c", Some("https://e.com/a/b")).as_deref(), Some("https://e.com/c"));
/// assert_eq!(parse_url("no scheme", None), None);
/// ```
#[must_use]
pub fn parse_url(input: &str, base: Option<&str>) -> Option<String> {
    sys::parse_url(input, base)
}

/// Unicode normalisation form C.
///
/// ```
/// # use urlink::host::nfc;
/// assert_eq!(nfc("\u{1112}\u{1161}\u{11ab}"), "한");
/// ```
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_stable_in_nfc) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(sys::nfc(text))
    }
}

/// Characters that NFC leaves alone whatever stands beside them: the common case, decided here
/// without asking the host.
const fn is_stable_in_nfc(character: char) -> bool {
    matches!(character,
        '\0'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{3041}'..='\u{3094}'
        | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}
