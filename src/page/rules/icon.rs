//! The best of a page's icons.

use super::facts::{Facts, has_token};
use super::urls::Addresses;
use super::{first, table};
use crate::page::head::Link;

/// The size that cards show, in device pixels: 32 at twice the density.
const TARGET: u32 = 64;

/// The icon to show: declared, else the manifest that may declare one (see
/// [`super::manifest`]), else the site's `/favicon.ico`.
pub(super) fn best(facts: &Facts<'_>, addresses: &Addresses<'_>) -> Option<String> {
    let links = &facts.head.links;
    let mut icons: Vec<(u32, &str)> = links
        .iter()
        .filter_map(|link| Some((score(link)?, link.href.as_deref()?)))
        .collect();
    icons.sort_by_key(|&(score, _)| std::cmp::Reverse(score));
    icons
        .into_iter()
        .find_map(|(_, href)| small_data(href).or_else(|| addresses.web(href)))
        .or_else(|| first(facts, table::TILE, |tile| addresses.web(tile)))
        .or_else(|| manifest(links).and_then(|manifest| addresses.web(manifest)))
        .or_else(|| addresses.origin("/favicon.ico"))
}

/// How well an icon fits; none where the link is not one.
fn score(link: &Link) -> Option<u32> {
    let rel = link.rel.as_deref();
    let is_apple =
        has_token(rel, "apple-touch-icon") || has_token(rel, "apple-touch-icon-precomposed");
    let is_icon = is_apple || has_token(rel, "icon");
    // Cards are shown by day and by night: an icon for the night alone is the last choice.
    let is_for_night = link
        .media
        .as_deref()
        .is_some_and(|media| media.contains("dark"));
    let fitness = || fitness(link.sizes.as_deref(), link.kind.as_deref(), is_apple);
    is_icon.then(|| if is_for_night { 0 } else { fitness() })
}

/// How well an icon of these sizes and this media type fits what cards show. `is_large`: it is
/// where it does not say its size.
pub(super) fn fitness(sizes: Option<&str>, kind: Option<&str>, is_large: bool) -> u32 {
    let is_vector = kind.is_some_and(|kind| kind.contains("svg"));
    match sizes.and_then(largest) {
        _ if is_vector => 900,
        Some(size) if size >= TARGET => 1_000_u32.saturating_sub(size / 8),
        Some(size) => 100 + size,
        None if is_large => 850,
        None => 150,
    }
}

/// The page's manifest, in which its icon may be declared.
fn manifest(links: &[Link]) -> Option<&str> {
    links
        .iter()
        .find(|link| has_token(link.rel.as_deref(), "manifest"))?
        .href
        .as_deref()
}

/// The largest of the sizes, in pixels; `any` fits always.
fn largest(sizes: &str) -> Option<u32> {
    sizes
        .split_ascii_whitespace()
        .filter_map(|size| {
            if size.eq_ignore_ascii_case("any") {
                return Some(TARGET);
            }
            size.split(['x', 'X']).next()?.parse().ok()
        })
        .max()
}

/// A `data:` icon, where it is small.
fn small_data(href: &str) -> Option<String> {
    let href = href.trim_ascii();
    (href.len() <= 4096
        && href
            .get(..11)
            .is_some_and(|start| start.eq_ignore_ascii_case("data:image/")))
    .then(|| href.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::head::Head;

    fn icon_of(links: &str) -> Option<String> {
        let url = "https://e.example/page";
        let head = Head::of(links);
        best(&Facts::new(&head, &[], url), &Addresses::new(url, None))
    }

    #[test]
    fn the_best_of_the_icons_is_chosen() {
        for (links, expected) in [
            ("", "/favicon.ico"),
            ("<link rel='shortcut icon' href=a.ico>", "/a.ico"),
            ("<link rel='icon shortcut' href=a.ico>", "/a.ico"),
            (
                "<link rel=icon sizes=16x16 href=a.png><link rel=icon sizes=32x32 href=b.png>",
                "/b.png",
            ),
            (
                "<link rel=icon sizes=512x512 href=a.png><link rel=icon sizes=96x96 href=b.png>",
                "/b.png",
            ),
            (
                "<link rel=icon sizes='16x16 64x64' href=a.ico><link rel=icon sizes=32x32 href=b.png>",
                "/a.ico",
            ),
            (
                "<link rel=icon href=a.ico><link rel=icon type=image/svg+xml href=b.svg>",
                "/b.svg",
            ),
            (
                "<link rel=icon href=a.ico><link rel=apple-touch-icon href=b.png>",
                "/b.png",
            ),
            ("<link rel=mask-icon href=a.svg>", "/favicon.ico"),
            (
                "<link rel=icon sizes=64x64 media='(prefers-color-scheme: dark)' href=a.png><link rel=icon href=b.png>",
                "/b.png",
            ),
            (
                "<link rel=icon href=javascript:0><link rel=icon sizes=16x16 href=b.png>",
                "/b.png",
            ),
            (
                "<meta name=msapplication-TileImage content=tile.png>",
                "/tile.png",
            ),
            ("<link rel=manifest href=m.json>", "/m.json"),
            (
                "<link rel=manifest href=m.json><link rel=icon href=a.ico>",
                "/a.ico",
            ),
        ] {
            assert_eq!(
                icon_of(links),
                Some(format!("https://e.example{expected}")),
                "{links}"
            );
        }
        let small = "data:image/png;base64,iVBORw0KGgo=";
        let icon = icon_of(&format!("<link rel=icon href='{small}'>"));
        assert_eq!(icon.as_deref(), Some(small));
    }
}
