//! The title of a PDF, where it is cheap: in the first bytes, uncompressed.

/// The title of the document's metadata (XMP `dc:title`), else of its information dictionary
/// (`/Title`, ISO 32000-1 14.3.3).
pub(super) fn title(first: &[u8]) -> Option<String> {
    xmp(first)
        .or_else(|| information(first))
        .map(|title| title.trim().to_owned())
        .filter(|title| !title.is_empty() && !title.eq_ignore_ascii_case("untitled"))
}

fn xmp(first: &[u8]) -> Option<String> {
    let start = memchr::memmem::find(first, b"<dc:title>")?;
    let rest = first.get(start..)?;
    let end = memchr::memmem::find(rest, b"</dc:title>")?;
    let text = std::str::from_utf8(rest.get(..end)?).ok()?;
    let (_, item) = text.split_once("<rdf:li")?;
    let (_, item) = item.split_once('>')?;
    let (item, _) = item.split_once("</rdf:li>")?;
    Some(crate::text::unescape(item).into_owned())
}

fn information(first: &[u8]) -> Option<String> {
    memchr::memmem::find_iter(first, b"/Title").find_map(|start| {
        let value = first.get(start + b"/Title".len()..)?.trim_ascii_start();
        let bytes = match value.split_first()? {
            (b'(', literal) => literal_string(literal)?,
            (b'<', hex) => hex_string(hex)?,
            _ => return None,
        };
        text(&bytes)
    })
}

/// `(...)`: escapes, and balanced parentheses.
fn literal_string(literal: &[u8]) -> Option<Vec<u8>> {
    let mut string = Vec::new();
    let mut depth = 0_usize;
    let mut bytes = literal.iter().copied();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => match bytes.next()? {
                b'n' | b'r' | b't' => string.push(b' '),
                digit @ b'0'..=b'7' => {
                    let (second, third) = (bytes.next()?, bytes.next()?);
                    let octal = [digit, second, third];
                    let value = u16::from_str_radix(std::str::from_utf8(&octal).ok()?, 8).ok()?;
                    string.push(u8::try_from(value & 0xff).ok()?);
                }
                other => string.push(other),
            },
            b'(' => {
                depth += 1;
                string.push(byte);
            }
            b')' if depth == 0 => return Some(string),
            b')' => {
                depth -= 1;
                string.push(byte);
            }
            other => string.push(other),
        }
        if string.len() > 2_048 {
            return None;
        }
    }
    None
}

/// `<...>`: pairs of hexadecimal digits.
fn hex_string(hex: &[u8]) -> Option<Vec<u8>> {
    let end = hex.iter().take(8_192).position(|&byte| byte == b'>')?;
    let digits: Vec<u8> = hex
        .get(..end)?
        .iter()
        .copied()
        .filter(u8::is_ascii_hexdigit)
        .collect();
    digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}

/// UTF-16 with its mark, UTF-8, or what is plain ASCII; none where it would be guessed.
fn text(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest.chunks_exact(2).map(|pair| match pair {
                [high, low] => u16::from_be_bytes([*high, *low]),
                _ => 0,
            });
            String::from_utf16(&units.collect::<Vec<_>>()).ok()
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        ascii if ascii.is_ascii() => String::from_utf8(ascii.to_vec()).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_read_where_they_are_plain() {
        for (bytes, expected) in [
            (&b"%PDF-1.4 << /Title (Annual \\(2024\\) report) >>"[..], Some("Annual (2024) report")),
            (b"%PDF-1.4 << /Title <FEFFD55CAE00> >>", Some("한글")),
            (
                b"%PDF <dc:title><rdf:Alt><rdf:li xml:lang=\"x\">A &amp; B</rdf:li></rdf:Alt></dc:title>",
                Some("A & B"),
            ),
            (b"%PDF-1.4 /Title (\x80\x81)", None),
            (b"%PDF-1.4 /Title (open", None),
            (b"%PDF-1.4", None),
        ] {
            assert_eq!(title(bytes).as_deref(), expected);
        }
    }
}
