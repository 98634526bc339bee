//! The tokenizer in front of `tl`: finds, by the HTML Standard's rules, the tags of a page that
//! say something about it, and hands them to a [`Sink`]. Fed by chunks; any split of the text
//! gives the same tags. Linear in time, no recursion.

mod foreign;
mod frames;
mod opening;
mod raw;
mod sink;
mod tag;

use std::ops::Range;

use foreign::{Foreign, Name};
use frames::Frames;
use opening::{Opening, ends_comment};
use raw::{RawElement, RawText, Search};
use tag::{Tag, is_space};

pub(super) use sink::{Element, Sink};

#[derive(Debug)]
enum State {
    Data,
    Tag,
    /// `<!--`: the content begins here.
    Comment(usize),
    /// To the next `>`.
    Bogus,
    /// `<![CDATA[`: the content begins here.
    Cdata(usize),
    Raw(RawText),
    /// `<plaintext>`: no markup follows.
    Plaintext,
}

/// The tokenizer. The text is handed in whole at every call, each time longer than before.
#[derive(Debug)]
pub(super) struct Scanner {
    state: State,
    /// Everything before it is dealt with.
    at: usize,
    /// Where the last whole token ends.
    token_end: usize,
    /// Between tags: no `<` that begins a tag stands before it.
    searched: usize,
    tag: Option<Box<Tag>>,
    foreign: Foreign,
    templates: usize,
    frames: Frames,
}

impl Scanner {
    pub(super) const fn new() -> Self {
        Self {
            state: State::Data,
            at: 0,
            token_end: 0,
            searched: 0,
            tag: None,
            foreign: Foreign::new(),
            templates: 0,
            frames: Frames::Possible,
        }
    }

    /// The end of the last whole token, which does not depend on how the text was split.
    pub(super) const fn position(&self) -> usize {
        self.token_end
    }

    /// Whether the sink has enough.
    pub(super) fn has_enough(&self, sink: &impl Sink) -> bool {
        sink.has_enough(self.token_end)
            || matches!(self.state, State::Raw(_)) && sink.has_enough_within(self.at)
    }

    /// Reads on until the text ends or the sink has enough.
    pub(super) fn read(&mut self, text: &[u8], sink: &mut impl Sink) {
        while !sink.has_enough(self.token_end) && self.step(text, sink) {
            self.token_end = self.at;
        }
    }

    /// The text is over: what is open ends here.
    pub(super) fn finish(&mut self, text: &[u8], sink: &mut impl Sink) {
        self.read(text, sink);
        if sink.has_enough(self.token_end) {
            return;
        }
        match &self.state {
            State::Raw(raw) => {
                let content = raw.start..text.len();
                self.leave_raw(text, raw.element, content, false, sink);
            }
            State::Data if self.templates == 0 => {
                sink.text(text.get(self.at..).unwrap_or_default());
            }
            _ => {}
        }
        self.at = text.len();
    }

    /// One token; false where the text ends first.
    fn step(&mut self, text: &[u8], sink: &mut impl Sink) -> bool {
        let rest = text.get(self.at..).unwrap_or_default();
        match self.state {
            State::Data => self.data(text, sink),
            State::Tag => {
                let Some(mut tag) = self.tag.take() else {
                    return false;
                };
                let end = tag.read(text, self.at);
                self.at = end.unwrap_or(text.len());
                if end.is_some() {
                    self.state = State::Data;
                    self.whole_tag(text, &tag, sink);
                }
                self.tag = Some(tag);
                end.is_some()
            }
            State::Bogus => self.skip_past(memchr::memchr(b'>', rest), text),
            State::Comment(start) => {
                let end = memchr::memchr_iter(b'>', rest)
                    .find(|&end| text.get(start..self.at + end).is_some_and(ends_comment));
                self.skip_past(end, text)
            }
            State::Cdata(start) => {
                let end = memchr::memchr_iter(b'>', rest).find(|&end| {
                    text.get(start..self.at + end)
                        .is_some_and(|before| before.ends_with(b"]]"))
                });
                self.skip_past(end, text)
            }
            State::Raw(mut raw) => match raw.read(text, self.at) {
                Search::Pending(at) => {
                    self.at = at;
                    self.state = State::Raw(raw);
                    false
                }
                // A script that says nothing is not read to its end.
                Search::Found(at) if sink.has_enough_within(at) => {
                    self.at = at;
                    false
                }
                Search::Found(at) => {
                    self.begin_tag(at + 2, true);
                    self.leave_raw(text, raw.element, raw.start..at, true, sink);
                    true
                }
            },
            State::Plaintext => {
                self.at = text.len();
                false
            }
        }
    }

    /// Goes behind the byte at `distance`, back to text between tags.
    fn skip_past(&mut self, distance: Option<usize>, text: &[u8]) -> bool {
        if let Some(distance) = distance {
            self.at += distance + 1;
            self.state = State::Data;
            true
        } else {
            self.at = text.len();
            false
        }
    }

    fn begin_tag(&mut self, at: usize, is_end: bool) {
        self.tag.get_or_insert_default().begin(at, is_end);
        self.at = at;
        self.state = State::Tag;
    }

    fn data(&mut self, text: &[u8], sink: &mut impl Sink) -> bool {
        let mut from = self.searched.max(self.at);
        loop {
            let rest = text.get(from..).unwrap_or_default();
            let Some(distance) = memchr::memchr(b'<', rest) else {
                self.searched = text.len();
                return false;
            };
            let behind = from + distance + 1;
            let Some(opening) = Opening::of(text.get(behind..).unwrap_or_default(), &self.foreign)
            else {
                self.searched = behind - 1;
                return false;
            };
            if opening == Opening::Text {
                from = behind;
                continue;
            }
            self.characters(text.get(self.at..behind - 1).unwrap_or_default(), sink);
            match opening {
                Opening::Text => {}
                Opening::Start => self.begin_tag(behind, false),
                Opening::End => self.begin_tag(behind + 1, true),
                Opening::Bogus => {
                    self.at = behind;
                    self.state = State::Bogus;
                }
                Opening::Comment => {
                    self.at = behind + 3;
                    self.state = State::Comment(self.at);
                }
                Opening::Cdata => {
                    self.at = behind + 8;
                    self.state = State::Cdata(self.at);
                }
            }
            return true;
        }
    }

    fn characters(&mut self, text: &[u8], sink: &mut impl Sink) {
        if self.templates > 0 || self.frames == Frames::Inside || text.is_empty() {
            return;
        }
        if self.frames == Frames::Possible && !text.iter().all(|&byte| is_space(byte)) {
            self.frames = Frames::Impossible;
        }
        if !self.foreign.is_current() {
            sink.text(text);
        }
    }

    fn whole_tag(&mut self, text: &[u8], tag: &Tag, sink: &mut impl Sink) {
        let name = Name::of(tag.name(text));
        if tag.is_end {
            if self.foreign.end(&name) {
                if name.letters() == b"template" {
                    self.templates = self.templates.saturating_sub(1);
                } else if self.templates == 0 {
                    sink.end(name.letters(), self.at);
                }
            }
            return;
        }
        if self.frames == Frames::Inside && name.letters() != b"noframes" {
            if matches!(name.letters(), b"frame" | b"html") {
                sink.start(&Element {
                    position: self.at,
                    text,
                    tag,
                    name,
                });
            }
            return;
        }
        let is_html = self
            .foreign
            .start(&name, tag.is_self_closing(), |attribute| {
                tag.attribute(text, attribute)
            });
        if !is_html {
            self.frames = Frames::Impossible;
            return;
        }
        self.frames.note(name.letters());
        match name.letters() {
            b"template" => self.templates += 1,
            b"plaintext" => self.state = State::Plaintext,
            other => {
                if let Some(element) = RawElement::of(other) {
                    self.state = State::Raw(RawText::begin(element, self.at));
                }
                if self.templates == 0 {
                    sink.start(&Element {
                        position: self.at,
                        text,
                        tag,
                        name,
                    });
                }
            }
        }
    }

    fn leave_raw(
        &self,
        text: &[u8],
        element: RawElement,
        content: Range<usize>,
        is_closed: bool,
        sink: &mut impl Sink,
    ) {
        if self.templates == 0 && matches!(element, RawElement::Title | RawElement::Script) {
            sink.raw(text.get(content).unwrap_or_default(), is_closed);
        }
    }
}
