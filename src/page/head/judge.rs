//! What a tag is to the reader, by its attributes.

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

/// Whether a link is to what the page is drawn with: half of all are, and say nothing of what it
/// is about.
pub(super) fn is_for_drawing(link: &Element<'_>) -> bool {
    let rel = link.attribute("rel").unwrap_or_default();
    link.attribute("itemprop").is_none()
        && [
            "stylesheet",
            "preload",
            "dns-prefetch",
            "preconnect",
            "prefetch",
            "modulepreload",
        ]
        .iter()
        .any(|drawing| rel.eq_ignore_ascii_case(drawing.as_bytes()))
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
