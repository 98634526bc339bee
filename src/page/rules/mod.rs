//! The rules: from what the tags say to what the card shows.

mod author;
mod dates;
mod display;
mod facts;
mod icon;
mod image;
mod manifest;
mod names;
mod source;
mod table;
mod urls;

use facts::{Facts, has_token};
pub use manifest::icon as manifest_icon;
pub(super) use names::{is_relation, meta_name};
use source::Source;
pub(super) use urls::Addresses;

use super::head::Head;
use super::text::shown;
use super::{jsonld, junk};
use crate::model::PageMetadata;

const TITLE_LENGTH: usize = 512;
const DESCRIPTION_LENGTH: usize = 2_048;
/// How much of a body's text makes a summary.
const BODY_LENGTH: usize = 280;
const FEED_LIMIT: usize = 8;
const KEYWORD_LIMIT: usize = 32;
const KEYWORD_LENGTH: usize = 64;

/// What a page says, read at an address.
pub(super) fn metadata(head: &Head, url: &str) -> PageMetadata {
    let nodes = jsonld::nodes(&head.json_ld);
    let facts = Facts::new(head, &nodes, url);
    let addresses = Addresses::new(url, head.base.as_deref());
    let text = |table: &[Source], length| first(&facts, table, |value| shown(value, length));
    let title = first(&facts, table::TITLE, |value| {
        shown(value, TITLE_LENGTH).filter(|title| !junk::is_placeholder(title))
    })
    .or_else(|| text(table::TITLE, TITLE_LENGTH));
    let date = |table| first(&facts, table, dates::iso);
    PageMetadata {
        description: description(&facts),
        display_title: title
            .as_deref()
            .and_then(|title| display::title(&facts, title, TITLE_LENGTH)),
        title,
        image: image::best(&facts, &addresses),
        icon: icon::best(&facts, &addresses),
        site_name: text(table::SITE_NAME, TITLE_LENGTH),
        author: author::line(&facts),
        published: date(table::PUBLISHED),
        modified: date(table::MODIFIED),
        language: text(table::LANGUAGE, 64),
        canonical: first(&facts, table::CANONICAL, |value| addresses.web(value)),
        kind: kind(&facts),
        feeds: feeds(head, &addresses),
        theme_color: text(table::THEME_COLOR, 64),
        keywords: keywords(&facts),
        ..PageMetadata::default()
    }
}

/// The first usable value of a table.
fn first<T>(facts: &Facts<'_>, table: &[Source], usable: impl Fn(&str) -> Option<T>) -> Option<T> {
    table
        .iter()
        .find_map(|&source| facts.values(source).iter().find_map(|value| usable(value)))
}

/// Every keyword of the first source that has any.
fn keywords(facts: &Facts<'_>) -> Vec<String> {
    let mut keywords: Vec<String> = Vec::new();
    for &source in table::KEYWORDS {
        for list in facts.values(source) {
            for keyword in list
                .split([',', ';', '、', '，'])
                .filter_map(|keyword| shown(keyword, KEYWORD_LENGTH))
            {
                if keywords.len() < KEYWORD_LIMIT && !keywords.contains(&keyword) {
                    keywords.push(keyword);
                }
            }
        }
        if !keywords.is_empty() {
            break;
        }
    }
    keywords
}

/// The summary: what is declared as one, whole; what is text of the body, its beginning.
fn description(facts: &Facts<'_>) -> Option<String> {
    table::DESCRIPTION.iter().find_map(|&source| {
        let is_body = matches!(source, Source::Item(_) | Source::Element(_));
        facts.values(source).iter().find_map(|value| {
            let text = shown(value, DESCRIPTION_LENGTH)?;
            Some(if is_body {
                beginning(&text, BODY_LENGTH)
            } else {
                text
            })
        })
    })
}

/// The first words of a text, with an ellipsis where something is left out.
fn beginning(text: &str, length: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(length) else {
        return text.to_owned();
    };
    let cut = text.get(..end).unwrap_or(text);
    let words = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    format!("{}…", words.trim_end())
}

/// What the page is about: as Open Graph says, else by the types of JSON-LD.
fn kind(facts: &Facts<'_>) -> Option<String> {
    let declared =
        first(facts, table::KIND, |value| shown(value, 64)).map(|kind| kind.to_ascii_lowercase());
    let node = facts.nodes_of(table::SUBJECT).next();
    let by_type = || {
        table::KINDS
            .iter()
            .find(|(_, types)| node.is_some_and(|node| node.is_any(types)))
            .map(|(kind, _)| (*kind).to_owned())
    };
    // Every page of a site may call itself a website.
    match declared.as_deref() {
        None | Some("website") => by_type().or(declared),
        Some(_) => declared,
    }
}

/// RSS, Atom and JSON feeds (RFC 4287; JSON Feed 1.1).
fn feeds(head: &Head, addresses: &Addresses<'_>) -> Vec<String> {
    let is_feed = |kind: &str| {
        let kind = kind.trim_ascii().to_ascii_lowercase();
        kind.starts_with("application/rss+xml")
            || kind.starts_with("application/atom+xml")
            || kind.starts_with("application/feed+json")
    };
    let mut feeds: Vec<String> = Vec::new();
    for link in &head.links {
        if feeds.len() >= FEED_LIMIT {
            break;
        }
        if has_token(link.rel.as_deref(), "alternate")
            && link.kind.as_deref().is_some_and(is_feed)
            && let Some(url) = link.href.as_deref().and_then(|href| addresses.web(href))
            && !feeds.contains(&url)
        {
            feeds.push(url);
        }
    }
    feeds
}
