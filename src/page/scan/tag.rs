//! Start and end tags: the tokenizer's states from "tag name" to "after attribute value (quoted)"
//! (HTML Standard 13.2.5.8 to 13.2.5.40), resumable at any byte.

use std::ops::Range;

/// More attributes than any page needs. Those beyond are passed over, so that a hostile tag costs
/// no memory.
const ATTRIBUTE_LIMIT: usize = 256;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Phase {
    #[default]
    TagName,
    BeforeName,
    Name,
    AfterName,
    BeforeValue,
    DoubleQuoted,
    SingleQuoted,
    Unquoted,
}

/// Where an attribute's name and value stand in the text; the value is still encoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Attribute {
    name: Range<usize>,
    value: Range<usize>,
}

/// A tag while it is read, and once it is whole.
#[derive(Debug, Default)]
pub(super) struct Tag {
    phase: Phase,
    name: Range<usize>,
    attributes: Vec<Attribute>,
    current: Attribute,
    slash: bool,
    /// Whether it is an end tag.
    pub(super) is_end: bool,
}

impl Tag {
    /// Begins anew: a tag whose name begins at `at`.
    pub(super) fn begin(&mut self, at: usize, is_end: bool) {
        self.phase = Phase::TagName;
        self.name = at..at;
        self.attributes.clear();
        self.slash = false;
        self.is_end = is_end;
    }

    /// Reads on from `at`; gives the place behind the `>`, or none where the text ends first
    /// (then the next call goes on at the text's end).
    pub(super) fn read(&mut self, text: &[u8], mut at: usize) -> Option<usize> {
        while let Some(&byte) = text.get(at) {
            match self.phase {
                Phase::DoubleQuoted | Phase::SingleQuoted => {
                    let quote = if self.phase == Phase::DoubleQuoted {
                        b'"'
                    } else {
                        b'\''
                    };
                    let length = memchr::memchr(quote, text.get(at..)?)?;
                    at += length;
                    self.end_value(at);
                    self.phase = Phase::BeforeName;
                }
                Phase::TagName => {
                    at += text.get(at..)?.iter().position(|&byte| ends_name(byte))?;
                    self.name.end = at;
                    self.phase = Phase::BeforeName;
                    continue;
                }
                Phase::BeforeName => match byte {
                    b'>' => return Some(at + 1),
                    b'/' => self.slash = true,
                    _ if is_space(byte) => self.slash = false,
                    _ => {
                        self.slash = false;
                        self.current.name = at..at;
                        self.phase = Phase::Name;
                    }
                },
                Phase::Name => {
                    at += text
                        .get(at..)?
                        .iter()
                        .position(|&byte| ends_name(byte) || byte == b'=')?;
                    self.current.name.end = at;
                    self.current.value = at..at;
                    self.phase = Phase::AfterName;
                    continue;
                }
                Phase::AfterName => {
                    if byte == b'=' {
                        self.phase = Phase::BeforeValue;
                    } else if !is_space(byte) {
                        self.end_attribute();
                        self.phase = Phase::BeforeName;
                        continue;
                    }
                }
                Phase::BeforeValue => match byte {
                    b'"' => self.begin_value(at + 1, Phase::DoubleQuoted),
                    b'\'' => self.begin_value(at + 1, Phase::SingleQuoted),
                    b'>' => {
                        self.current.value = at..at;
                        self.end_attribute();
                        return Some(at + 1);
                    }
                    _ if is_space(byte) => {}
                    _ => self.begin_value(at, Phase::Unquoted),
                },
                Phase::Unquoted => {
                    if byte == b'>' || is_space(byte) {
                        self.end_value(at);
                        self.phase = Phase::BeforeName;
                        continue;
                    }
                }
            }
            at += 1;
        }
        None
    }

    /// The name, as written.
    pub(super) fn name<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        text.get(self.name.clone()).unwrap_or_default()
    }

    /// Whether it ends in `/>`.
    pub(super) const fn is_self_closing(&self) -> bool {
        self.slash
    }

    /// The value of an attribute, still encoded: of several with one name the first counts.
    pub(super) fn attribute<'a>(&self, text: &'a [u8], name: &str) -> Option<&'a [u8]> {
        let found = self.attributes.iter().find(|attribute| {
            text.get(attribute.name.clone())
                .is_some_and(|written| written.eq_ignore_ascii_case(name.as_bytes()))
        })?;
        text.get(found.value.clone())
    }

    /// The attributes, their names as written and their values still encoded; those of one name
    /// in the order of the text.
    pub(super) fn attributes<'a>(
        &'a self,
        text: &'a [u8],
    ) -> impl Iterator<Item = (&'a [u8], &'a [u8])> {
        self.attributes.iter().filter_map(|attribute| {
            Some((
                text.get(attribute.name.clone())?,
                text.get(attribute.value.clone())?,
            ))
        })
    }

    const fn begin_value(&mut self, at: usize, phase: Phase) {
        self.current.value.start = at;
        self.phase = phase;
    }

    fn end_value(&mut self, at: usize) {
        self.current.value.end = at;
        self.end_attribute();
    }

    fn end_attribute(&mut self) {
        if self.attributes.len() < ATTRIBUTE_LIMIT {
            self.attributes.push(std::mem::take(&mut self.current));
        }
    }
}

/// TAB, LF, FF, CR, SPACE.
pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\x0c' | b'\r' | b' ')
}

/// What ends a tag's name, also that of raw text's end tag.
pub(super) const fn ends_name(byte: u8) -> bool {
    is_space(byte) || matches!(byte, b'/' | b'>')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Tag, Option<usize>) {
        let mut tag = Tag::default();
        tag.begin(1, false);
        let end = tag.read(text.as_bytes(), 1);
        (tag, end)
    }

    #[test]
    fn attributes_are_read_in_every_notation() {
        let text = "<meta a=\"1\" b='2' c=3 d e = \"5\" /f=\"6\"g=7/ h=>";
        let (tag, end) = read(text);
        assert_eq!(end, Some(text.len()));
        let value = |name| {
            tag.attribute(text.as_bytes(), name)
                .map(|value| std::str::from_utf8(value).unwrap())
        };
        assert_eq!(value("a"), Some("1"));
        assert_eq!(value("b"), Some("2"));
        assert_eq!(value("c"), Some("3"));
        assert_eq!(value("d"), Some(""));
        assert_eq!(value("e"), Some("5"));
        assert_eq!(value("f"), Some("6"));
        assert_eq!(value("g"), Some("7/"));
        assert_eq!(value("h"), Some(""));
        assert_eq!(value("i"), None);
    }

    #[test]
    fn a_tag_can_stop_at_any_byte() {
        let text = "<a href=\"x>y\" title='z' async/>";
        for split in 1..text.len() {
            let mut tag = Tag::default();
            tag.begin(1, false);
            assert_eq!(tag.read(&text.as_bytes()[..split], 1), None, "{split}");
            assert_eq!(
                tag.read(text.as_bytes(), split),
                Some(text.len()),
                "{split}"
            );
            assert!(tag.is_self_closing());
            assert_eq!(tag.attribute(text.as_bytes(), "HREF"), Some(&b"x>y"[..]));
        }
    }
}
