//! The name of a file.

use crate::page::ResponseHead;

/// The name that the header gives (RFC 6266), else the last part of the address.
pub(super) fn of(head: &ResponseHead) -> Option<String> {
    let from_header = head
        .content_disposition
        .as_deref()
        .and_then(from_disposition);
    from_header
        .or_else(|| from_address(&head.url))
        .filter(|name| !name.trim().is_empty())
}

fn from_address(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?.split_once("://")?.1;
    Some(percent_decoded(path.rsplit_once('/')?.1))
}

/// `filename*` (RFC 8187), else `filename`.
fn from_disposition(header: &str) -> Option<String> {
    let parameters = parameters(header);
    let value = |wanted: &str| {
        parameters
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
            .map(|(_, value)| value.as_str())
    };
    let extended = value("filename*").and_then(|value| {
        let (charset, rest) = value.split_once('\'')?;
        let (_, encoded) = rest.split_once('\'')?;
        charset
            .eq_ignore_ascii_case("utf-8")
            .then(|| percent_decoded(encoded))
    });
    let name = extended.or_else(|| value("filename").map(percent_decoded))?;
    // A path is not a name.
    Some(name.rsplit(['/', '\\']).next()?.to_owned())
}

/// The parameters behind the first `;`: tokens or quoted strings.
fn parameters(header: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = header;
    while let Some((_, after)) = rest.split_once(';') {
        let Some((name, value)) = after.split_once('=') else {
            break;
        };
        let value = value.trim_ascii_start();
        let mut text = String::new();
        if let Some(quoted) = value.strip_prefix('"') {
            let mut characters = quoted.char_indices();
            let mut end = quoted.len();
            while let Some((place, character)) = characters.next() {
                match character {
                    '"' => {
                        end = place;
                        break;
                    }
                    '\\' => text.extend(characters.next().map(|(_, escaped)| escaped)),
                    other => text.push(other),
                }
            }
            rest = quoted.get(end..).unwrap_or_default();
        } else {
            let end = value.find(';').unwrap_or(value.len());
            text.push_str(value.get(..end).unwrap_or_default().trim_ascii());
            rest = value.get(end..).unwrap_or_default();
        }
        found.push((name.trim_ascii().to_owned(), text));
    }
    found
}

/// Percent-decodes, where that gives UTF-8; else the text as it is.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        let decoded = behind
            .get(..2)
            .filter(|_| byte == b'%')
            .and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        bytes.push(decoded.unwrap_or(byte));
        rest = behind
            .get(if decoded.is_some() { 2 } else { 0 }..)
            .unwrap_or_default();
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_comes_from_the_header_or_the_address() {
        for (disposition, url, expected) in [
            (
                None,
                "https://e.example/a/report%202024.pdf?x=1",
                Some("report 2024.pdf"),
            ),
            (
                None,
                "https://e.example/%EB%B3%B4%EA%B3%A0%EC%84%9C.pdf",
                Some("보고서.pdf"),
            ),
            (None, "https://e.example/%FF.bin", Some("%FF.bin")),
            (None, "https://e.example/", None),
            (
                Some("attachment; filename=\"a \\\"b\\\".pdf\""),
                "https://e.example/x",
                Some("a \"b\".pdf"),
            ),
            (
                Some("attachment; filename=plain.txt; x=y"),
                "https://e.example/x",
                Some("plain.txt"),
            ),
            (
                Some(
                    "attachment; filename=\"fallback.txt\"; filename*=UTF-8''%ED%95%9C%EA%B8%80.txt",
                ),
                "https://e.example/x",
                Some("한글.txt"),
            ),
            (Some("inline"), "https://e.example/x.png", Some("x.png")),
            (
                Some("attachment; filename=\"../../etc/passwd\""),
                "https://e.example/x",
                Some("passwd"),
            ),
        ] {
            let head = ResponseHead {
                url: url.to_owned(),
                content_disposition: disposition.map(str::to_owned),
                ..ResponseHead::default()
            };
            assert_eq!(of(&head).as_deref(), expected, "{disposition:?} {url}");
        }
    }
}
