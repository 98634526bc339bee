//! The rules: from what the tags say to what the card shows.

mod author;
mod dates;
mod display;
mod icon;
mod source;
mod table;
mod urls;

use source::{Facts, Source};
pub(super) use urls::Addresses;

use super::head::Head;
use super::text::shown;
use super::{jsonld, junk};
use crate::model::{Image, PageMetadata};

const TITLE_LENGTH: usize = 512;
const DESCRIPTION_LENGTH: usize = 2_048;
const KEYWORD_LIMIT: usize = 32;
const KEYWORD_LENGTH: usize = 64;

/// What a page says, read at an address.
pub(super) fn metadata(head: &Head, url: &str) -> PageMetadata {
    let nodes = jsonld::nodes(&head.json_ld);
    let facts = Facts {
        head,
        nodes: &nodes,
        url,
    };
    let addresses = Addresses::new(url, head.base.as_deref());
    let text = |table: &[Source], length| first(&facts, table, |value| shown(&value, length));
    let title = first(&facts, table::TITLE, |value| {
        shown(&value, TITLE_LENGTH).filter(|title| !junk::is_placeholder(title))
    })
    .or_else(|| text(table::TITLE, TITLE_LENGTH));
    let date = |table| first(&facts, table, |value| dates::iso(&value));
    PageMetadata {
        description: text(table::DESCRIPTION, DESCRIPTION_LENGTH),
        display_title: title
            .as_deref()
            .and_then(|title| display::title(&facts, title, TITLE_LENGTH)),
        title,
        image: first(&facts, table::IMAGE, |value| addresses.web(&value)).map(|url| Image {
            url,
            ..Image::default()
        }),
        icon: icon::best(head, &addresses),
        site_name: text(table::SITE_NAME, TITLE_LENGTH),
        author: author::line(&facts),
        published: date(table::PUBLISHED),
        modified: date(table::MODIFIED),
        language: text(table::LANGUAGE, 64),
        canonical: first(&facts, table::CANONICAL, |value| addresses.web(&value)),
        kind: text(table::KIND, 64).map(|kind| kind.to_ascii_lowercase()),
        theme_color: text(table::THEME_COLOR, 64),
        keywords: keywords(&facts),
        ..PageMetadata::default()
    }
}

/// The first usable value of a table.
fn first<T>(
    facts: &Facts<'_>,
    table: &[Source],
    usable: impl Fn(String) -> Option<T>,
) -> Option<T> {
    table
        .iter()
        .find_map(|&source| facts.values(source).into_iter().find_map(&usable))
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
