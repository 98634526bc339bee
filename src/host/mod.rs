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
    if is_plain(input) {
        return Some(input.to_owned());
    }
    base.and_then(|base| joined(input, base))
        .filter(|url| is_plain(url))
        .or_else(|| sys::parse_url(input, base))
}

/// An address that is written without its scheme or its host, behind those of a base whose host
/// is certain to be right.
fn joined(input: &str, base: &str) -> Option<String> {
    let (scheme, rest) = base.split_once("//")?;
    let host = rest.split(['/', '?', '#']).next()?;
    if !input.starts_with('/') || !is_plain(&[scheme, "//", host, "/"].concat()) {
        return None;
    }
    Some(if input.starts_with("//") {
        [scheme, input].concat()
    } else {
        [scheme, "//", host, input].concat()
    })
}

/// Whether an address is certain to be its own serialisation: the common case, decided here
/// without asking the host.
fn is_plain(url: &str) -> bool {
    let behind_scheme = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let Some((host, path)) = behind_scheme.and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    let (names, last) = host.rsplit_once('.').unwrap_or(("", host));
    // A last label of digits makes an IPv4 address, and `xn--` may be malformed.
    last.starts_with(|first: char| first.is_ascii_lowercase())
        && host
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.'))
        && !host.contains("--")
        && names.split('.').all(|label| !label.is_empty() || names.is_empty())
        && path.bytes().all(
            |byte| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_'
                | b'~' | b'/' | b'?' | b'&' | b'=' | b'%' | b'+' | b',' | b';' | b':' | b'@'),
        )
        // `.`, `..` and `%2e` may be steps of the path.
        && !path.starts_with(['.', '%'])
        && !path.contains("/.")
        && !path.contains("/%")
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
        '\0'..='\u{2ff}' | '\u{400}'..='\u{482}' | '\u{2010}'..='\u{205f}' | '\u{20a0}'..='\u{20c0}'
        | '\u{2190}'..='\u{21ff}' | '\u{2460}'..='\u{27bf}' | '\u{3000}'..='\u{3029}'
        | '\u{3041}'..='\u{3094}' | '\u{30a1}'..='\u{30fe}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ffee}' | '\u{1f300}'..='\u{1faff}')
}

/// Whether a character is certain to stay apart, in NFC, from whatever stands before it.
#[must_use]
pub const fn begins_in_nfc(character: char) -> bool {
    is_stable_in_nfc(character)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_plain_address_is_its_own_serialisation(
            url in "https?:/?/?([a-z0-9.:@-]|xn--|0x){0,12}/?([a-zA-Z0-9/.?&=%#~+,;:@-]|%2e|[.]{2}/){0,16}"
        ) {
            prop_assert_eq!(parse_url(&url, None), sys::parse_url(&url, None));
        }

        #[test]
        fn what_is_joined_here_is_what_the_host_would_join(
            base in "(https?|ftp|data|x):/{0,2}([a-z0-9.:@A-Z -]|xn--|0x){0,12}([/?#]{0,2}[a-z0-9/.?#\\\\-]{0,8})",
            input in "/{1,3}([a-z0-9.:@-]{0,12}/)?([a-zA-Z0-9/.?&=%#~+,;:@ \\\\-]|%2e|[.]{2}/){0,16}",
        ) {
            prop_assert_eq!(parse_url(&input, Some(&base)), sys::parse_url(&input, Some(&base)));
        }
    }

    #[test]
    fn what_has_a_wrong_base_has_no_address() {
        assert_eq!(parse_url("//a/", Some("http://?")), None);
    }

    #[test]
    fn what_is_stable_in_nfc_stays_whatever_stands_beside_it() {
        let beside = [
            'a', 'ㄱ', '\u{1100}', '\u{1161}', '\u{301}', '\u{3099}', '가', 'か',
        ];
        for character in ('\0'..=char::MAX).filter(|&character| is_stable_in_nfc(character)) {
            let alone = character.to_string();
            assert_eq!(sys::nfc(&alone), alone, "{character:?}");
            for before in beside
                .into_iter()
                .filter(|&before| is_stable_in_nfc(before))
            {
                let pair = String::from_iter([before, character]);
                assert_eq!(sys::nfc(&pair), pair, "{pair:?}");
            }
        }
    }

    #[test]
    fn what_most_pages_write_is_plain() {
        for url in [
            "https://www.example.com/",
            "http://cdn.example.co.kr/images/a-b_c~1.png?w=1200&h=630",
            "https://localhost/a//b/%ED%95%9C",
        ] {
            assert_eq!(is_plain(url), !url.contains("/%"), "{url}");
        }
    }
}
