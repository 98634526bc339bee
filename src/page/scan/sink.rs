//! Who is told what the tokenizer finds.

use super::foreign::Name;
use super::tag::Tag;

/// What the tokenizer finds.
pub(in crate::page) trait Sink {
    /// A start tag in HTML content, outside templates.
    fn start(&mut self, element: &Element<'_>);
    /// An end tag in HTML content, which ends at a place of the text.
    fn end(&mut self, name: &[u8], position: usize);
    /// Text between tags, still encoded, outside templates and drawings.
    fn text(&mut self, text: &[u8]);
    /// The content of a `<title>` or a `<script>`, whose start tag was the last element;
    /// `is_closed` says whether its end tag was seen.
    fn raw(&mut self, text: &[u8], is_closed: bool);
    /// Whether nothing better can come behind the place that was read.
    fn has_enough(&self, position: usize) -> bool;
    /// The same within the raw text that the last element began.
    fn has_enough_within(&self, position: usize) -> bool;
}

/// A start tag.
pub(in crate::page) struct Element<'a> {
    /// Where it ends in the text.
    pub(in crate::page) position: usize,
    pub(super) text: &'a [u8],
    pub(super) tag: &'a Tag,
    pub(super) name: Name,
}

impl<'a> Element<'a> {
    /// The name in lower case.
    pub(in crate::page) fn name(&self) -> &[u8] {
        self.name.letters()
    }

    /// An attribute's value, still encoded.
    pub(in crate::page) fn attribute(&self, name: &str) -> Option<&'a [u8]> {
        self.tag.attribute(self.text, name)
    }

    /// Every attribute, its name as written and its value still encoded; of several with one name
    /// the first counts.
    pub(in crate::page) fn attributes(&self) -> impl Iterator<Item = (&'a [u8], &'a [u8])> {
        self.tag.attributes(self.text)
    }
}
