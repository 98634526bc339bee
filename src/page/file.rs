//! What is not HTML: a card with its kind, its name and its size.

use super::ResponseHead;

/// Whether the body is to be read as a page.
pub(super) fn is_page(head: &ResponseHead, first: &[u8]) -> bool {
    match media_type(head).as_deref() {
        Some("text/html" | "application/xhtml+xml") => true,
        Some(_) => false,
        None => first.trim_ascii_start().first() == Some(&b'<'),
    }
}

/// The essence of the `Content-Type` header, in lower case.
pub(super) fn media_type(head: &ResponseHead) -> Option<String> {
    let essence = head
        .content_type
        .as_deref()?
        .split(';')
        .next()?
        .trim_ascii();
    essence.contains('/').then(|| essence.to_ascii_lowercase())
}

/// The name of the file: the last part of the address.
pub(super) fn name(head: &ResponseHead) -> Option<String> {
    let path = head.url.split(['?', '#']).next()?;
    let name = path.split_once("://")?.1.rsplit_once('/')?.1;
    (!name.is_empty()).then(|| name.to_owned())
}

/// What kind of thing a media type is.
pub(super) fn kind(media_type: &str) -> &'static str {
    match media_type.split('/').next() {
        Some("image") => "image",
        Some("video") => "video",
        Some("audio") => "audio",
        Some("text") => "text",
        _ => match media_type {
            "application/pdf" => "pdf",
            "application/json" => "json",
            _ => "file",
        },
    }
}
