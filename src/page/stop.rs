//! When to stop: what is known so far, and whether anything better can come.
//!
//! Chosen on 698 saved pages (68 MB) against reading all of each; `cargo xtask test --pages` shows
//! the same figures. In percent: the bytes pulled in reads of 4 KiB, and of the pages that have a
//! field, those that lose it (no row loses more titles, descriptions or icons than 0.4).
//!
//! | a card is read                                        | bytes | image | site | date | author |
//! |-------------------------------------------------------|-------|-------|------|------|--------|
//! | to the end of the head                                |  21.5 |  1.4  | 2.4  | 16.7 |  22.1  |
//! | 12 KiB on without description or image                |  25.3 |  0.4  | 2.2  | 15.1 |  19.2  |
//! | no further in the head than it pays, 2 KiB on if stray|  19.0 |  0.8  | 2.0  | 16.2 |  20.7  |
//! | and on for a site's name that must come               |  23.0 |  0.8  | 0.0  | 13.7 |  18.9  |
//! | and on for an article's image, for a text             |  24.8 |  0.4  | 0.0  | 11.9 |  18.1  |
//! | and not on where 16 KiB of a head are no news: *this* |  24.1 |  0.4  | 0.0  | 12.8 |  19.1  |
//! | and 16 KiB on for dates and authors                   |  28.9 |  0.4  | 0.0  |  8.2 |  12.8  |
//! | and on wherever the site has no name                  |  40.4 |  0.0  | 0.0  | 10.3 |  15.8  |
//!
//! (The image that is lost is microdata's; of those that pages declare for sharing, none is. In
//! the first row 1.0 % of titles and descriptions are lost.)

mod known;

use known::{Kind, Known, Said};

use super::charset::from_meta;
use super::document::known_label;
use super::junk::{self, PROSE};
use super::rules::meta_name;
use super::scan::Element;
use super::text::lossy;
use crate::text::unescape;

/// How much of a page is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// What a card shows: title, description, image, icon, site's name; and the date and the
    /// author where they are not far. Stops within the head once all are said in the best way, at
    /// its end where most are, and behind it only for what is worth it.
    #[default]
    Card,
    /// All that the page says, its date and author too, which often stand far down: stops as
    /// soon as an article has said them, else at the limit.
    Everything,
}

/// What stands together is read together: so far it is read on behind what was news.
const NEWS_REACH: usize = 1024;
/// The same behind the head: some pages end it early, by a stray element, and go on with it.
const STRAY_REACH: usize = 2 * 1024;
/// The same where all is known, but not from where it is said best.
const QUIET_REACH: usize = 8 * 1024;
/// The same where the date or the author may still come.
const SILENT_REACH: usize = 16 * 1024;
/// How far behind the head a page is read that is titled as walls and errors are: an article
/// about one has prose.
const SUSPECT_REACH: usize = 32 * 1024;
/// How far behind the head a text is looked for that describes the page.
const TEXT_REACH: usize = 16 * 1024;
/// How far behind the head an article without an image is read.
const IMAGE_REACH: usize = 32 * 1024;
/// How far behind the head a page is read that is made to be shared and yet does not name its
/// site: the JSON-LD that does stands in its body.
const JSON_LD_REACH: usize = 128 * 1024;

/// What has been seen of a page.
#[derive(Clone, Debug)]
pub(super) struct Progress {
    goal: Goal,
    label: Option<String>,
    head_end: Option<usize>,
    /// Where a field was last learnt of.
    news: usize,
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

impl Known {
    /// How far a card is read behind the head.
    fn reach(&self) -> usize {
        let is_shared = self.image == Said::Best && self.canonical == Said::Best;
        if self.is_suspect && self.prose < PROSE {
            SUSPECT_REACH
        } else if is_shared && self.site_name == Said::No {
            JSON_LD_REACH
        } else if self.kind == Kind::Article && self.image == Said::No {
            IMAGE_REACH
        } else if self.description == Said::No && self.prose == 0 {
            TEXT_REACH
        } else if self.icon == Said::No {
            STRAY_REACH
        } else {
            0
        }
    }
}

impl Progress {
    pub(super) fn new(goal: Goal) -> Self {
        Self {
            goal,
            label: None,
            head_end: None,
            news: 0,
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
        match self.goal {
            Goal::Tags => false,
            Goal::Metadata(Depth::Card) => self.has_card(position),
            Goal::Metadata(Depth::Everything) => {
                let known = &self.known;
                self.head_end.is_some()
                    && known.kind == Kind::Article
                    && known.card() > Said::No
                    && known.is_signed()
                    && known.headline > Said::No
            }
        }
    }

    fn has_card(&self, position: usize) -> bool {
        let known = &self.known;
        let since_news = position.saturating_sub(self.news);
        if let Some(head_end) = self.head_end {
            let is_stray = self.news > head_end && since_news < STRAY_REACH;
            return known.title > Said::No
                && !is_stray
                && position.saturating_sub(head_end) >= known.reach();
        }
        // Asked at every tag: what is cheap goes first.
        if known.title < Said::Best || known.is_suspect || since_news < NEWS_REACH {
            return false;
        }
        let wants_no_more = known.kind == Kind::Website || known.is_signed();
        let reach = match known.card() {
            Said::Best if wants_no_more => NEWS_REACH,
            Said::Somehow if wants_no_more => QUIET_REACH,
            Said::Best | Said::Somehow => SILENT_REACH,
            Said::No => return false,
        };
        since_news >= reach
    }

    pub(super) fn start(&mut self, element: &Element<'_>) {
        let before = self.known;
        match element.name() {
            b"html" => self.known.html(element),
            b"meta" => self.meta(element),
            b"link" => self.known.link(element),
            b"body" => self.end_head(element.position),
            _ => return,
        }
        self.note(&before, element.position);
    }

    pub(super) fn end(&mut self, name: &[u8], position: usize) {
        if name == b"head" {
            self.end_head(position);
        }
    }

    /// The text of a `<title>`, which ends about at `position`.
    pub(super) fn title(&mut self, text: &[u8], position: usize) {
        if !text.trim_ascii().is_empty() {
            let before = self.known;
            self.known.title.learn(Said::Somehow);
            self.known.is_suspect |= self.goal == Goal::Metadata(Depth::Card)
                && junk::is_suspect(&unescape(&lossy(text)));
            self.note(&before, position);
        }
    }

    /// A JSON-LD block, which ends about at `position`.
    pub(super) fn json_ld(&mut self, text: &[u8], position: usize) {
        let before = self.known;
        self.known.json_ld(text);
        self.note(&before, position);
    }

    /// An element of the body.
    pub(super) fn captured(&mut self, name: &str, attributes: &[(&'static str, Vec<u8>)]) {
        self.known.captured(name, attributes);
    }

    /// Another paragraph of prose has ended.
    pub(super) const fn prose(&mut self) {
        self.known.prose += 1;
    }

    fn end_head(&mut self, position: usize) {
        self.head_end.get_or_insert(position);
    }

    fn note(&mut self, before: &Known, position: usize) {
        if *before != self.known {
            self.news = position;
        }
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
            let written = element.attribute(name).map(<[u8]>::trim_ascii);
            if let Some(name) = written.and_then(meta_name) {
                self.known.meta(name, content);
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
