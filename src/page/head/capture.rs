//! The text of the few body elements that say something about the page: the headline, dates,
//! microdata, the author's link.

use std::borrow::Cow;

use crate::page::scan::Element;
use crate::page::text::lossy;

const OPEN_LIMIT: usize = 6;
const TEXT_LIMIT: usize = 1024;
const TAG_LIMIT: usize = 100;
const COUNT_LIMIT: usize = 200;
/// Beyond that there is room for headlines, times and authors.
const COUNT_RESERVE: usize = 50;

const ATTRIBUTES: &[&str] = &[
    "itemprop", "datetime", "content", "rel", "href", "src", "class", "pubdate", "title",
];

/// A body element and its text.
#[derive(Debug)]
pub(in crate::page) struct Captured {
    /// `h1`, `time`, `p` or `item`.
    pub(super) name: &'static str,
    pub(super) attributes: Vec<(&'static str, Vec<u8>)>,
    /// Still encoded.
    pub(super) text: String,
}

#[derive(Debug)]
struct Open {
    captured: Captured,
    tag: Vec<u8>,
    depth: usize,
    tags: usize,
}

/// The elements whose text is being gathered.
#[derive(Debug, Default)]
pub(super) struct Captures {
    open: Vec<Open>,
    count: usize,
}

impl Captures {
    pub(super) fn start(&mut self, element: &Element<'_>) {
        let tag = element.name();
        for open in &mut self.open {
            open.tags += 1;
            if open.tag == tag {
                open.depth += 1;
            }
            if matches!(tag, b"br" | b"div" | b"p" | b"li" | b"td" | b"tr") {
                open.captured.text.push(' ');
            }
        }
        let Some(name) = kind(element) else {
            return;
        };
        let is_vital = name != "item" || element.attribute("itemprop").is_none_or(is_about_page);
        let limit = COUNT_LIMIT + if is_vital { COUNT_RESERVE } else { 0 };
        if self.open.len() >= OPEN_LIMIT || self.count >= limit {
            return;
        }
        self.count += 1;
        let attributes = ATTRIBUTES
            .iter()
            .filter_map(|&name| Some((name, element.attribute(name)?.to_vec())))
            .collect();
        self.open.push(Open {
            captured: Captured {
                name,
                attributes,
                text: String::new(),
            },
            tag: tag.to_vec(),
            depth: 1,
            tags: 0,
        });
    }

    pub(super) fn text(&mut self, text: &[u8]) {
        if self.open.is_empty() {
            return;
        }
        let text: Cow<'_, str> = lossy(text.get(..TEXT_LIMIT).unwrap_or(text));
        for open in &mut self.open {
            if open.captured.text.len() < TEXT_LIMIT {
                open.captured.text.push_str(&text);
            }
        }
    }

    /// An end tag: gives the element that it ends.
    pub(super) fn end(&mut self, tag: &[u8]) -> Option<Captured> {
        let mut ended = None;
        for (place, open) in self.open.iter_mut().enumerate() {
            if open.tag == tag {
                open.depth -= 1;
            }
            if open.depth == 0 || open.tags > TAG_LIMIT {
                ended = Some(place);
            }
        }
        ended.map(|place| self.open.remove(place).captured)
    }

    /// The elements that no end tag has ended.
    pub(super) fn into_captured(self) -> impl Iterator<Item = Captured> {
        self.open.into_iter().map(|open| open.captured)
    }
}

/// Whether microdata says what a card shows of a page, and does so but once.
fn is_about_page(itemprop: &[u8]) -> bool {
    itemprop.split(u8::is_ascii_whitespace).any(|name| {
        matches!(
            name,
            b"headline" | b"datePublished" | b"dateModified" | b"author"
        )
    })
}

fn kind(element: &Element<'_>) -> Option<&'static str> {
    let is_author = |rel: &[u8]| {
        rel.split(u8::is_ascii_whitespace)
            .any(|token| token.eq_ignore_ascii_case(b"author"))
    };
    match element.name() {
        b"h1" => Some("h1"),
        b"time" => Some("time"),
        b"a" if element.attribute("rel").is_some_and(is_author) => Some("item"),
        _ => element.attribute("itemprop").map(|_| "item"),
    }
}
