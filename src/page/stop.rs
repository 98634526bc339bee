//! When to stop: what is known so far, and whether anything better can come.
//!
//! Chosen on 698 saved pages (69 MB) against reading all of each: see [`Depth`].

use super::charset::from_meta;
use super::document::known_label;
use super::scan::Element;
use super::text::lossy;

/// How much of a page is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// What a card shows: title, description, image, icon, site's name. Stops at the end of the
    /// head where they are known there, and a little later where they are not.
    #[default]
    Card,
    /// All that the page says, its date and author too, which often stand far down: stops as
    /// soon as an article has said them, else at the limit.
    Everything,
}

/// How far behind the head a description or an image is still looked for: some pages end their
/// head early, by a stray element, and go on with it.
const STRAY_REACH: usize = 12 * 1024;

/// What has been seen of a page.
#[derive(Clone, Debug)]
pub(super) struct Progress {
    goal: Goal,
    label: Option<String>,
    head_end: Option<usize>,
    known: Known,
}

/// What the reading is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// The rules.
    Metadata(Depth),
    /// Every tag to the end.
    Tags,
}

/// Which fields have a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a set of fields")]
struct Known {
    title: bool,
    description: bool,
    image: bool,
    date: bool,
    author: bool,
    headline: bool,
    article: bool,
}

impl Progress {
    pub(super) fn new(goal: Goal) -> Self {
        Self {
            goal,
            label: None,
            head_end: None,
            known: Known::default(),
        }
    }

    pub(super) const fn goal(&self) -> Goal {
        self.goal
    }

    /// The first encoding label of a `<meta>` that a decoder exists for.
    pub(super) fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// Whether nothing better can come behind `position`.
    pub(super) fn has_enough(&self, position: usize) -> bool {
        let (Goal::Metadata(depth), Some(head_end), known) = (self.goal, self.head_end, self.known)
        else {
            return false;
        };
        let has_card = known.title && known.description && known.image;
        match depth {
            Depth::Card => {
                has_card || (known.title && position.saturating_sub(head_end) > STRAY_REACH)
            }
            Depth::Everything => {
                has_card && known.article && known.date && known.author && known.headline
            }
        }
    }

    pub(super) fn start(&mut self, element: &Element<'_>) {
        match element.name() {
            b"meta" => self.meta(element),
            b"body" => self.end_head(element.position),
            _ => {}
        }
    }

    pub(super) fn end(&mut self, name: &[u8], position: usize) {
        if name == b"head" {
            self.end_head(position);
        }
    }

    pub(super) fn title(&mut self, text: &[u8]) {
        self.known.title |= !text.trim_ascii().is_empty();
    }

    /// A JSON-LD block: what it seems to say, without reading it.
    pub(super) fn json_ld(&mut self, text: &[u8]) {
        let says = |key: &str| memchr::memmem::find(text, key.as_bytes()).is_some();
        let known = &mut self.known;
        known.date |= says("\"datePublished\"");
        known.author |= says("\"author\"");
        known.article |= says("Article\"") || says("BlogPosting\"");
    }

    /// An element of the body.
    pub(super) fn captured(&mut self, name: &str, attributes: &[(&'static str, Vec<u8>)]) {
        let known = &mut self.known;
        known.headline |= name == "h1";
        known.date |= name == "time";
        for (attribute, value) in attributes {
            match *attribute {
                "itemprop" => {
                    known.date |= value.eq_ignore_ascii_case(b"datePublished");
                    known.author |= value.eq_ignore_ascii_case(b"author");
                }
                "rel" => known.author |= value.eq_ignore_ascii_case(b"author"),
                _ => {}
            }
        }
    }

    fn end_head(&mut self, position: usize) {
        self.head_end.get_or_insert(position);
    }

    fn meta(&mut self, element: &Element<'_>) {
        if self.label.is_none() {
            self.label = declared_label(element);
        }
        let content = element
            .attribute("content")
            .or_else(|| element.attribute("value"))
            .unwrap_or_default()
            .trim_ascii();
        if content.is_empty() {
            return;
        }
        for name in ["property", "name", "itemprop"] {
            let Some(name) = element.attribute(name) else {
                continue;
            };
            let known = &mut self.known;
            match name.trim_ascii().to_ascii_lowercase().as_slice() {
                b"og:title" | b"twitter:title" => known.title = true,
                b"og:description" | b"twitter:description" | b"description" => {
                    known.description = true;
                }
                b"og:image"
                | b"twitter:image"
                | b"twitter:image:src"
                | b"og:image:url"
                | b"og:image:secure_url" => known.image = true,
                b"article:published_time" | b"datepublished" | b"date" | b"pubdate" => {
                    known.date = true;
                }
                b"author" | b"article:author" => {
                    known.author |= memchr::memmem::find(content, b"://").is_none();
                }
                b"og:type" => {
                    known.article |= content.eq_ignore_ascii_case(b"article");
                }
                _ => {}
            }
        }
    }
}

/// The encoding that a `<meta>` declares, where a decoder for it exists.
fn declared_label(element: &Element<'_>) -> Option<String> {
    let label = if let Some(label) = element.attribute("charset") {
        lossy(label).trim_ascii().to_owned()
    } else {
        let kind = element.attribute("http-equiv")?;
        if !kind.trim_ascii().eq_ignore_ascii_case(b"content-type") {
            return None;
        }
        from_meta(&crate::text::unescape_attribute(&lossy(
            element.attribute("content")?,
        )))?
    };
    known_label(&label)
}
