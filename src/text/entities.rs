//! Character references of HTML (HTML Standard 13.2.5.72 to 13.2.5.80).
//!
//! The table is a text that is searched where it lies: 25 KB, where a hash map of the same names
//! took 80. `htmlize` is the oracle of its tests.

use std::borrow::Cow;
use std::cmp::Ordering;

/// A name a line, in the order of their bytes; then `!` where the name counts without a semicolon
/// too, else `=`; then what it stands for. `NewLine` is not among them.
const NAMED: &str = include_str!("entities.txt");

/// The longest name that counts without a semicolon.
const BARE_LIMIT: usize = 6;

/// What numbers stand for that are bytes of windows-1252, from 0x80.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Where a text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Attribute,
}

/// Decodes the text of an element.
///
/// ```
/// # use urlink::text::unescape;
/// assert_eq!(unescape("&lt;b&gt; &#xd55c;&eacute;&notit; &unknown;"), "<b> 한é¬it; &unknown;");
/// ```
#[must_use]
pub fn unescape(text: &str) -> Cow<'_, str> {
    decode(text, Place::Text)
}

/// Decodes the value of an attribute, where `?a=1&copy=2` stays as it is.
///
/// ```
/// # use urlink::text::unescape_attribute;
/// assert_eq!(unescape_attribute("?a=1&copy=2&amp;b&copy"), "?a=1&copy=2&b©");
/// ```
#[must_use]
pub fn unescape_attribute(value: &str) -> Cow<'_, str> {
    decode(value, Place::Attribute)
}

fn decode(text: &str, place: Place) -> Cow<'_, str> {
    let Some((before, mut rest)) = split_at_reference(text) else {
        return Cow::Borrowed(text);
    };
    let mut decoded = String::with_capacity(text.len());
    decoded.push_str(before);
    loop {
        let behind = reference(rest, place, &mut decoded).unwrap_or_else(|| {
            decoded.push('&');
            rest
        });
        let Some((plain, next)) = split_at_reference(behind) else {
            decoded.push_str(behind);
            return Cow::Owned(decoded);
        };
        decoded.push_str(plain);
        rest = next;
    }
}

/// What stands before the first `&`, and what behind it.
fn split_at_reference(text: &str) -> Option<(&str, &str)> {
    let at = memchr::memchr(b'&', text.as_bytes())?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Decodes what stands behind a `&`, and gives the rest; none where it is no reference.
fn reference<'a>(text: &'a str, place: Place, decoded: &mut String) -> Option<&'a str> {
    if let Some(number) = text.strip_prefix('#') {
        return numeric(number, decoded);
    }
    let (name, behind) = run(text, |byte| byte.is_ascii_alphanumeric());
    if let Some(behind) = behind.strip_prefix(';')
        && let Some((expansion, _)) = named(name)
    {
        decoded.push_str(expansion);
        return Some(behind);
    }
    let shortest = match place {
        Place::Text => 1,
        Place::Attribute if behind.starts_with('=') => return None,
        Place::Attribute => name.len(),
    };
    let lengths = shortest..=name.len().min(BARE_LIMIT);
    lengths.rev().find_map(|length| {
        let (expansion, is_bare) = named(name.get(..length)?)?;
        decoded.push_str(if is_bare { expansion } else { return None });
        text.get(length..)
    })
}

/// Decodes what stands behind `&#`.
fn numeric<'a>(text: &'a str, decoded: &mut String) -> Option<&'a str> {
    let (radix, text) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (16, digits),
        None => (10, text),
    };
    let (digits, behind) = run(text, |byte| char::from(byte).is_digit(radix));
    if digits.is_empty() {
        return None;
    }
    let number = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    decoded.push(match number {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..0xa0 => {
            let place = (number - 0x80) as usize;
            WINDOWS_1252.chars().nth(place).unwrap_or_default()
        }
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    });
    Some(behind.strip_prefix(';').unwrap_or(behind))
}

/// The bytes of a kind at the beginning, and the rest.
fn run(text: &str, is_wanted: impl Fn(u8) -> bool) -> (&str, &str) {
    let end = text.bytes().position(|byte| !is_wanted(byte));
    text.split_at_checked(end.unwrap_or(text.len()))
        .unwrap_or((text, ""))
}

/// What a name stands for, and whether it does without a semicolon too.
fn named(name: &str) -> Option<(&'static str, bool)> {
    if name == "NewLine" {
        return Some(("\n", false));
    }
    let mut lines = NAMED;
    loop {
        let (before, behind) = lines.as_bytes().split_at_checked(lines.len() / 2)?;
        let start = before.iter().rposition(|&byte| byte == b'\n');
        let start = start.map_or(0, |end| end + 1);
        let end = before.len() + behind.iter().position(|&byte| byte == b'\n')?;
        let line = lines.get(start..end)?;
        let (entry, _) = run(line, |byte| byte.is_ascii_alphanumeric());
        match name.cmp(entry) {
            Ordering::Less => lines = lines.get(..start)?,
            Ordering::Greater => lines = lines.get(end + 1..)?,
            Ordering::Equal => {
                let meaning = line.strip_prefix(entry)?;
                let expansion = meaning.strip_prefix(['!', '='])?;
                return Some((expansion, meaning.starts_with('!')));
            }
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn agrees(text: &str) {
        assert_eq!(unescape(text), htmlize::unescape(text), "{text:?}");
        let theirs = htmlize::unescape_attribute(text);
        assert_eq!(unescape_attribute(text), theirs, "{text:?} in an attribute");
    }

    #[test]
    fn every_name_means_what_the_oracle_says() {
        assert_eq!(htmlize::ENTITIES.len(), 2231);
        for name in htmlize::ENTITIES.keys() {
            let name = std::str::from_utf8(name).unwrap();
            let open = name.trim_end_matches(';');
            for behind in [
                "", ";", "=", "x", "1", ";;", " ", "&amp;", "한", "it;", "=;",
            ] {
                agrees(&format!("{name}{behind}"));
                agrees(&format!("{open}{behind}"));
            }
            for (end, _) in name.char_indices() {
                agrees(name.get(..end).unwrap());
            }
        }
    }

    #[test]
    fn numbers_mean_what_the_oracle_says() {
        for number in (0..0x300).chain([0xd7ff, 0xd800, 0xdfff, 0xfffe, 0x10_ffff, 0x11_0000]) {
            agrees(&format!(
                "&#{number};&#x{number:x};&#X{number:X} &#{number}a"
            ));
        }
        for text in [
            "&#",
            "&#;",
            "&#x",
            "&#x;",
            "&#xg",
            "&# 1",
            "&#99999999999999999999;",
            "&#-1;",
        ] {
            agrees(text);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_as_the_oracle_reads_it(
            text in "(&|&amp|&not|&notin|&copy|&sup|&para|&frac|lt|gt|[a-zA-Z0-9]|#|x|;|=| |한){0,12}"
        ) {
            agrees(&text);
        }
    }
}
