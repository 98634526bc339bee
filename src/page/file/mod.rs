//! What is not HTML: a card with its kind, its name and its size. Nothing of it is parsed as
//! HTML.

mod name;
mod pdf;

use super::ResponseHead;
use super::head::Head;
use crate::model::PageMetadata;
use crate::text::clean_line;

/// What a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// HTML: read as a page.
    Page,
    /// A feed in XML: its title is read.
    Feed,
    /// A PDF: its title is looked for in the first bytes.
    Pdf,
    /// Anything else, by name.
    Other(&'static str),
}

/// How much of a file is looked at for its title.
pub(super) const LOOK: usize = 64 * 1024;

/// What a body is, by its header and its first bytes (after the MIME Sniffing Standard: bytes
/// overrule a header only where they cannot be text).
pub(super) fn kind(head: &ResponseHead, first: &[u8]) -> Kind {
    let declared = media_type(head);
    if let Some(kind) = signature(first) {
        return kind;
    }
    match declared.as_deref() {
        Some("text/html" | "application/xhtml+xml") => Kind::Page,
        None | Some("application/octet-stream" | "unknown/unknown") => match markup(first) {
            Some(kind) if declared.is_none() || kind != Kind::Page => kind,
            _ if declared.is_none() && std::str::from_utf8(first).is_ok() => Kind::Other("text"),
            _ => Kind::Other("file"),
        },
        Some("text/xml" | "application/xml") => markup(first).unwrap_or(Kind::Other("xml")),
        Some("application/rss+xml" | "application/atom+xml" | "application/rdf+xml") => Kind::Feed,
        Some("application/pdf") => Kind::Pdf,
        Some(other) => Kind::Other(named(other)),
    }
}

/// The kind of a media type.
fn named(media_type: &str) -> &'static str {
    let (family, name) = media_type.split_once('/').unwrap_or((media_type, ""));
    match family {
        "image" => return "image",
        "video" => return "video",
        "audio" => return "audio",
        "font" => return "font",
        _ => {}
    }
    let has = |word: &str| name.contains(word);
    if name.ends_with("+json") || has("json") {
        "json"
    } else if ["zip", "compressed", "x-tar", "gzip", "7z", "rar", "bzip"]
        .into_iter()
        .any(has)
    {
        "archive"
    } else if [
        "msword",
        "officedocument",
        "opendocument",
        "ms-excel",
        "powerpoint",
        "hwp",
        "epub",
    ]
    .into_iter()
    .any(has)
    {
        "document"
    } else if family == "text" || has("javascript") {
        "text"
    } else if has("xml") {
        "xml"
    } else {
        "file"
    }
}

/// Files that are known by their first bytes.
fn signature(first: &[u8]) -> Option<Kind> {
    let starts = |signature: &[u8]| first.starts_with(signature);
    let at = |place: usize, signature: &[u8]| {
        first
            .get(place..)
            .is_some_and(|rest| rest.starts_with(signature))
    };
    Some(if starts(b"%PDF-") {
        Kind::Pdf
    } else if starts(b"\x89PNG\r\n\x1a\n")
        || starts(b"\xff\xd8\xff")
        || starts(b"GIF87a")
        || starts(b"GIF89a")
        || (starts(b"RIFF") && at(8, b"WEBP"))
        || at(4, b"ftypavif")
    {
        Kind::Other("image")
    } else if starts(b"ID3")
        || starts(b"OggS")
        || (starts(b"RIFF") && at(8, b"WAVE"))
        || starts(b"fLaC")
    {
        Kind::Other("audio")
    } else if at(4, b"ftyp") || starts(b"\x1a\x45\xdf\xa3") {
        Kind::Other("video")
    } else if starts(b"PK\x03\x04")
        || starts(b"\x1f\x8b\x08")
        || starts(b"Rar!\x1a\x07")
        || starts(b"7z\xbc\xaf\x27\x1c")
    {
        Kind::Other("archive")
    } else {
        return None;
    })
}

/// What the first tag says.
fn markup(first: &[u8]) -> Option<Kind> {
    let start = first
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(first)
        .trim_ascii_start();
    let head = start.get(..2048).unwrap_or(start).to_ascii_lowercase();
    let has = |tag: &[u8]| memchr::memmem::find(&head, tag).is_some();
    if has(b"<rss") || has(b"<feed") || has(b"<rdf:rdf") {
        Some(Kind::Feed)
    } else if has(b"<html")
        || has(b"<!doctype html")
        || (head.starts_with(b"<") && !head.starts_with(b"<?xml"))
    {
        Some(Kind::Page)
    } else {
        None
    }
}

/// The essence of the `Content-Type` header, in lower case.
fn media_type(head: &ResponseHead) -> Option<String> {
    let essence = head
        .content_type
        .as_deref()?
        .split(';')
        .next()?
        .trim_ascii();
    essence.contains('/').then(|| essence.to_ascii_lowercase())
}

/// The card of a file.
pub(super) fn metadata(head: &ResponseHead, kind: Kind, first: &[u8]) -> PageMetadata {
    let own = match kind {
        Kind::Pdf => pdf::title(first),
        Kind::Feed => feed_title(first),
        Kind::Page | Kind::Other(_) => None,
    };
    let title = own
        .or_else(|| name::of(head))
        .map(|title| clean_line(&title, 512))
        .filter(|title| !title.is_empty());
    PageMetadata {
        title,
        kind: Some(
            match kind {
                Kind::Page => "page",
                Kind::Feed => "feed",
                Kind::Pdf => "pdf",
                Kind::Other(name) => name,
            }
            .to_owned(),
        ),
        media_type: media_type(head),
        size: head.content_length,
        ..PageMetadata::default()
    }
}

/// A feed's own title, which stands before its entries.
fn feed_title(first: &[u8]) -> Option<String> {
    let title = Head::of(&String::from_utf8_lossy(first)).title?;
    let title = title.strip_prefix("<![CDATA[").unwrap_or(&title);
    let title = title.strip_suffix("]]>").unwrap_or(title);
    (!title.contains('<')).then(|| title.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind_of(content_type: Option<&str>, first: &[u8]) -> Kind {
        let head = ResponseHead {
            content_type: content_type.map(str::to_owned),
            ..ResponseHead::default()
        };
        kind(&head, first)
    }

    #[test]
    fn bodies_are_known_by_header_and_bytes() {
        for (content_type, first, expected) in [
            (Some("text/html; charset=utf-8"), &b"<p>"[..], Kind::Page),
            (Some("text/html"), b"\xff\xd8\xff\xe0", Kind::Other("image")),
            (Some("text/html"), b"%PDF-1.7", Kind::Pdf),
            (None, b" <!DOCTYPE html>", Kind::Page),
            (None, b"just words", Kind::Other("text")),
            (Some("text/plain"), b"<html>", Kind::Other("text")),
            (
                Some("application/xml"),
                b"<?xml version='1.0'?><rss>",
                Kind::Feed,
            ),
            (
                Some("application/xml"),
                b"<?xml version='1.0'?><a/>",
                Kind::Other("xml"),
            ),
            (Some("application/ld+json"), b"{}", Kind::Other("json")),
            (Some("application/zip"), b"", Kind::Other("archive")),
            (
                Some("application/octet-stream"),
                b"PK\x03\x04",
                Kind::Other("archive"),
            ),
            (
                Some("application/octet-stream"),
                b"<html>",
                Kind::Other("file"),
            ),
            (Some("image/svg+xml"), b"<svg>", Kind::Other("image")),
            (Some("video/mp4"), b"", Kind::Other("video")),
        ] {
            assert_eq!(
                kind_of(content_type, first),
                expected,
                "{content_type:?} {first:?}"
            );
        }
    }

    #[test]
    fn a_feed_has_a_title_of_its_own() {
        let feed = "<?xml version='1.0'?><rss><channel><title><![CDATA[새 글]]></title>";
        assert_eq!(feed_title(feed.as_bytes()).as_deref(), Some("새 글"));
    }
}
