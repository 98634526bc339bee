//! Writes the canonical head that `tl` reads: one tag a line, names in lower case, attributes in
//! double quotes, nothing else. In this grammar none of `tl`'s deviations from the HTML Standard
//! can fire. Values stay encoded; longer texts stand aside, under a number.

use super::capture::{Captured, Captures};
use super::judge::{is_guard, is_json_ld, is_read_link, is_read_meta, is_vital};
use super::paragraph::Paragraphs;
use crate::page::scan::{Element, Sink};
use crate::page::stop::{Goal, Progress};
use crate::page::text::lossy;

/// The number of a text that stands aside.
pub(super) const TEXT_NUMBER: &str = "data-i";

/// Text beyond this is not counted.
const TEXT_ENOUGH: usize = 4 * 1024;
/// What the tags of most pages take.
const USUAL_LENGTH: usize = 8 * 1024;
const TAG_LIMIT: usize = 2_000;
const LENGTH_LIMIT: usize = 512 * 1024;
/// Beyond those limits there is so much room for what a card hangs on, half the length again.
const TAG_RESERVE: usize = 100;
const LENGTH_RESERVE: usize = 256 * 1024;
const VALUE_LIMIT: usize = 64 * 1024;
const TITLE_LIMIT: usize = 4 * 1024;
const JSON_LD_LIMIT: usize = 256 * 1024;
const JSON_LD_TOTAL: usize = 1024 * 1024;
const JSON_LD_COUNT: usize = 50;

const META: &[&str] = &[
    "name",
    "property",
    "itemprop",
    "http-equiv",
    "charset",
    "content",
    "value",
    "media",
];
const LINK: &[&str] = &["rel", "href", "type", "sizes", "media", "itemprop"];

/// The canonical head while it is written.
#[derive(Debug)]
pub(in crate::page) struct Canonical {
    pub(super) html: String,
    pub(super) tags: usize,
    pub(super) texts: Vec<String>,
    captures: Captures,
    pub(super) paragraphs: Paragraphs,
    raw: Raw,
    /// Where the content begins that comes next.
    raw_start: usize,
    titles: usize,
    pub(super) text_length: usize,
    pub(super) scripts: usize,
    pub(super) is_challenge: bool,
    json_ld: (usize, usize),
    progress: Progress,
}

/// Whose content comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Raw {
    Title,
    JsonLd,
    Other,
}

impl Canonical {
    pub(in crate::page) fn new(progress: Progress) -> Self {
        Self {
            html: String::with_capacity(USUAL_LENGTH),
            tags: 0,
            texts: Vec::new(),
            captures: Captures::default(),
            paragraphs: Paragraphs::default(),
            raw: Raw::Other,
            raw_start: 0,
            titles: 0,
            text_length: 0,
            scripts: 0,
            is_challenge: false,
            json_ld: (0, 0),
            progress,
        }
    }

    /// What is known so far.
    pub(in crate::page) const fn progress(&self) -> &Progress {
        &self.progress
    }

    fn wants_all_tags(&self) -> bool {
        self.progress.goal() == Goal::Tags
    }

    /// No more will come: what is open ends here.
    pub(in crate::page) fn close(&mut self) {
        let open = std::mem::take(&mut self.captures);
        for captured in open.into_captured() {
            self.write_captured(captured);
        }
    }

    fn write(&mut self, name: &str, element: &Element<'_>, attributes: &[&str]) {
        if !(self.has_room(false) || self.has_room(true) && is_vital(name, element)) {
            return;
        }
        self.open(name);
        let mut written = 0_u16;
        for (attribute, value) in element.attributes() {
            let known = attributes
                .iter()
                .enumerate()
                .find(|(_, known)| attribute.eq_ignore_ascii_case(known.as_bytes()));
            if let Some((place, known)) = known
                && written & (1 << place) == 0
            {
                written |= 1 << place;
                self.attribute(known, value);
            }
        }
        self.close_tag(name);
    }

    fn write_text(&mut self, name: &str, text: String) {
        if !self.has_room(true) {
            return;
        }
        let number = self.texts.len().to_string();
        self.texts.push(text);
        self.open(name);
        self.attribute(TEXT_NUMBER, number.as_bytes());
        self.close_tag(name);
    }

    fn write_captured(&mut self, captured: Captured) {
        if !self.has_room(captured.name == "h1") {
            return;
        }
        let number = self.texts.len().to_string();
        self.texts.push(captured.text);
        self.open(captured.name);
        for (name, value) in &captured.attributes {
            self.attribute(name, value);
        }
        self.attribute(TEXT_NUMBER, number.as_bytes());
        self.close_tag(captured.name);
    }

    fn take_paragraph(&mut self, text: Option<String>) {
        let Some(text) = text else {
            return;
        };
        self.progress.prose();
        if self.paragraphs.count() == 1 {
            self.write_captured(Captured {
                name: "p",
                attributes: Vec::new(),
                text,
            });
        }
    }

    const fn has_room(&self, is_vital: bool) -> bool {
        let (tags, length) = if is_vital {
            (TAG_LIMIT + TAG_RESERVE, LENGTH_LIMIT + LENGTH_RESERVE)
        } else {
            (TAG_LIMIT, LENGTH_LIMIT)
        };
        self.tags < tags && self.html.len() < length
    }

    fn open(&mut self, name: &str) {
        self.tags += 1;
        self.html.push('<');
        self.html.push_str(name);
    }

    fn attribute(&mut self, name: &str, value: &[u8]) {
        self.html.push(' ');
        self.html.push_str(name);
        self.html.push_str("=\"");
        let value = lossy(value.get(..VALUE_LIMIT).unwrap_or(value));
        if value.contains('"') {
            self.html.push_str(&value.replace('"', "&quot;"));
        } else {
            self.html.push_str(&value);
        }
        self.html.push('"');
    }

    fn close_tag(&mut self, name: &str) {
        self.html.push('>');
        if !matches!(name, "meta" | "link" | "base" | "frame") {
            self.html.push_str("</");
            self.html.push_str(name);
            self.html.push('>');
        }
        self.html.push('\n');
    }
}

impl Sink for Canonical {
    fn start(&mut self, element: &Element<'_>) {
        self.raw = Raw::Other;
        self.raw_start = element.position;
        self.progress.start(element);
        let ended = self.paragraphs.start(element.name());
        self.take_paragraph(ended);
        match element.name() {
            b"html" => self.write("html", element, &["lang", "xml:lang"]),
            b"meta" => {
                if self.wants_all_tags() || is_read_meta(element) {
                    self.write("meta", element, META);
                }
            }
            b"link" => {
                if self.wants_all_tags() || is_read_link(element) {
                    self.write("link", element, LINK);
                }
            }
            b"base" => self.write("base", element, &["href"]),
            b"frame" => self.write("frame", element, &["src", "name"]),
            b"iframe" => {
                self.is_challenge |= element.attribute("src").is_some_and(is_guard);
                self.write("iframe", element, &["src", "id", "name"]);
            }
            b"title" => self.raw = Raw::Title,
            b"script" => {
                self.scripts += 1;
                self.is_challenge |= element.attribute("src").is_some_and(is_guard);
                if element.attribute("type").is_some_and(is_json_ld) {
                    self.raw = Raw::JsonLd;
                }
            }
            _ => self.captures.start(element),
        }
    }

    fn end(&mut self, name: &[u8], position: usize) {
        self.progress.end(name, position);
        let ended = self.paragraphs.end(name);
        self.take_paragraph(ended);
        if let Some(captured) = self.captures.end(name) {
            self.progress.captured(captured.name, &captured.attributes);
            self.write_captured(captured);
        }
    }

    fn text(&mut self, text: &[u8]) {
        if self.text_length < TEXT_ENOUGH {
            self.text_length += text
                .iter()
                .filter(|byte| !byte.is_ascii_whitespace())
                .count();
        }
        self.captures.text(text);
        self.paragraphs.text(text);
    }

    fn raw(&mut self, text: &[u8], _is_closed: bool) {
        let position = self.raw_start + text.len();
        match self.raw {
            Raw::Title if self.titles < 4 => {
                self.titles += 1;
                self.progress.title(text, position);
                let text = lossy(text.get(..TITLE_LIMIT * 4).unwrap_or(text));
                self.write_text("title", text.into_owned());
            }
            Raw::JsonLd => {
                let (count, total) = self.json_ld;
                let fits = text.len() <= JSON_LD_LIMIT
                    && total + text.len() <= JSON_LD_TOTAL
                    && count < JSON_LD_COUNT;
                if fits {
                    self.json_ld = (count + 1, total + text.len());
                    self.progress.json_ld(text, position);
                    self.write_text("script", lossy(text).into_owned());
                }
            }
            Raw::Title | Raw::Other => {}
        }
        self.raw = Raw::Other;
    }

    fn has_enough(&self, position: usize) -> bool {
        self.progress.has_enough(position)
    }

    fn has_enough_within(&self, position: usize) -> bool {
        self.raw == Raw::Other && self.progress.has_enough(position)
    }
}
