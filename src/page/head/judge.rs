//! What a tag is to the reader, by its attributes.

use crate::page::rules::{is_relation, meta_name};
use crate::page::scan::Element;

/// Whether a card hangs on the tag: the first `<html>` and `<base>`, what is written for sharing, the
/// description, the canonical address and the icons.
pub(super) fn is_vital(name: &str, element: &Element<'_>) -> bool {
    let starts = |attribute, starts: &[&str]| {
        element.attribute(attribute).is_some_and(|value| {
            let value = value.trim_ascii();
            starts.iter().any(|start| {
                value
                    .get(..start.len())
                    .is_some_and(|written| written.eq_ignore_ascii_case(start.as_bytes()))
            })
        })
    };
    match name {
        "meta" => {
            let shared = ["og:", "twitter:", "description"];
            starts("property", &shared) || starts("name", &shared)
        }
        "link" => starts(
            "rel",
            &["canonical", "icon", "shortcut", "apple-touch-icon"],
        ),
        name => matches!(name, "html" | "base"),
    }
}

/// Whether a rule may read the `<meta>`: half of all are for programs alone.
pub(super) fn is_read_meta(meta: &Element<'_>) -> bool {
    ["property", "name", "itemprop", "http-equiv"]
        .into_iter()
        .any(|name| has_token(meta, name, |token| meta_name(token).is_some()))
}

/// Whether a rule may read the `<link>`: most are to what the page is drawn with, or to the same in
/// other languages.
pub(super) fn is_read_link(link: &Element<'_>) -> bool {
    let is_typed = link.attribute("type").is_some();
    has_token(link, "rel", |token| {
        is_relation(token) && (is_typed || !token.eq_ignore_ascii_case(b"alternate"))
    })
}

/// Whether an attribute has a token that is wanted, or may have one once it is decoded.
fn has_token(element: &Element<'_>, attribute: &str, is_wanted: impl Fn(&[u8]) -> bool) -> bool {
    element.attribute(attribute).is_some_and(|value| {
        memchr::memchr(b'&', value).is_some() || value.split(u8::is_ascii_whitespace).any(is_wanted)
    })
}

/// Whether an address is one from which guards against robots fetch the page that they show
/// instead (`DataDome`, Imperva, AWS WAF, Kasada, Cloudflare).
pub(super) fn is_guard(src: &[u8]) -> bool {
    const GUARDS: &[&str] = &[
        "captcha-delivery.com/",
        "/_Incapsula_Resource",
        ".awswaf.com/",
        "/149e9513-01fa-4fb0-aad4-566afd725d1b/",
        "/cdn-cgi/challenge-platform/h/",
    ];
    GUARDS
        .iter()
        .any(|guard| memchr::memmem::find(src, guard.as_bytes()).is_some())
}

/// `application/ld+json`, in any case, with parameters or without.
pub(super) fn is_json_ld(kind: &[u8]) -> bool {
    let essence = kind.split(|&byte| byte == b';').next().unwrap_or_default();
    essence
        .trim_ascii()
        .eq_ignore_ascii_case(b"application/ld+json")
}
