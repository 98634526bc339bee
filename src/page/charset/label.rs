//! Encoding labels in headers and tags.

/// The `charset` parameter of a `Content-Type` header (MIME Sniffing Standard 4.4).
pub(in crate::page) fn from_content_type(header: &str) -> Option<String> {
    header.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim_ascii().trim_matches(['"', '\'']);
        (name.trim_ascii().eq_ignore_ascii_case("charset") && !value.is_empty())
            .then(|| value.to_owned())
    })
}

/// The encoding label of a `content` attribute beside `http-equiv=content-type` (HTML Standard
/// 2.6.4, "extracting a character encoding from a meta element").
pub(in crate::page) fn from_meta(content: &str) -> Option<String> {
    let lower = content.to_ascii_lowercase();
    let mut rest = lower.as_str();
    loop {
        let (_, after) = rest.split_once("charset")?;
        let after = after.trim_ascii_start();
        let Some(value) = after.strip_prefix('=') else {
            rest = after;
            continue;
        };
        let value = value.trim_ascii_start();
        let label = match value.chars().next()? {
            quote @ ('"' | '\'') => value.get(1..)?.split_once(quote)?.0,
            _ => value
                .split(|character: char| character.is_ascii_whitespace() || character == ';')
                .next()?,
        };
        return (!label.is_empty()).then(|| label.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_found_as_browsers_find_them() {
        for (content, label) in [
            ("text/html; charset=euc-kr", Some("euc-kr")),
            ("text/html;charset = \"UTF-8\"", Some("utf-8")),
            ("text/html; charset='x", None),
            ("charset charset=big5;x", Some("big5")),
            ("text/html", None),
            ("text/html; charset=", None),
        ] {
            assert_eq!(from_meta(content).as_deref(), label, "{content}");
        }
        assert_eq!(
            from_content_type("text/html; Charset=\"EUC-KR\"").as_deref(),
            Some("EUC-KR")
        );
        assert_eq!(from_content_type("text/html; boundary=x"), None);
    }
}
