//! Text that is not markup: RCDATA, RAWTEXT and script data with its escaped states (HTML
//! Standard 13.2.5.2 to 13.2.5.31), resumable at any byte.

use super::tag::ends_name;

/// An element whose content is text until its own end tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RawElement {
    Title,
    Textarea,
    Style,
    Xmp,
    Iframe,
    Noembed,
    Noframes,
    Noscript,
    Script,
}

impl RawElement {
    /// The element of a name in lower case. `noscript` is raw text, as in a browser that runs
    /// scripts.
    pub(super) fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"title" => Self::Title,
            b"textarea" => Self::Textarea,
            b"style" => Self::Style,
            b"xmp" => Self::Xmp,
            b"iframe" => Self::Iframe,
            b"noembed" => Self::Noembed,
            b"noframes" => Self::Noframes,
            b"noscript" => Self::Noscript,
            b"script" => Self::Script,
            _ => return None,
        })
    }

    const fn name(self) -> &'static [u8] {
        match self {
            Self::Title => b"title",
            Self::Textarea => b"textarea",
            Self::Style => b"style",
            Self::Xmp => b"xmp",
            Self::Iframe => b"iframe",
            Self::Noembed => b"noembed",
            Self::Noframes => b"noframes",
            Self::Noscript => b"noscript",
            Self::Script => b"script",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Escape {
    None,
    Escaped,
    Double,
}

/// Raw text while its end tag is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct RawText {
    pub(super) element: RawElement,
    /// Where the content begins.
    pub(super) start: usize,
    escape: Escape,
    /// The first byte that may count as a dash before `-->`.
    dashes_from: usize,
}

/// How far a search has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Search {
    /// The end tag's `<` stands here.
    Found(usize),
    /// The text ends first: go on here.
    Pending(usize),
}

impl RawText {
    pub(super) const fn begin(element: RawElement, start: usize) -> Self {
        Self {
            element,
            start,
            escape: Escape::None,
            dashes_from: start,
        }
    }

    /// Looks for the end tag from `at`.
    pub(super) fn read(&mut self, text: &[u8], mut at: usize) -> Search {
        loop {
            let rest = text.get(at..).unwrap_or_default();
            let next = if self.escape == Escape::None {
                memchr::memchr(b'<', rest)
            } else {
                memchr::memchr2(b'<', b'>', rest)
            };
            let Some(distance) = next else {
                return Search::Pending(text.len());
            };
            at += distance;
            if text.get(at) == Some(&b'>') {
                if text
                    .get(self.dashes_from..at)
                    .is_some_and(|before| before.ends_with(b"--"))
                {
                    self.escape = Escape::None;
                }
                at += 1;
                continue;
            }
            match self.less_than(text, at) {
                None => return Search::Pending(at),
                Some(Less::EndTag) => return Search::Found(at),
                Some(Less::Text(length)) => at += length,
            }
        }
    }

    /// What the `<` at `at` begins; none where the text ends before that is clear.
    fn less_than(&mut self, text: &[u8], at: usize) -> Option<Less> {
        let rest = text.get(at + 1..)?;
        let first = *rest.first()?;
        if first == b'/' && self.escape != Escape::Double {
            return Some(if is_tag_name(rest.get(1..)?, self.element.name())? {
                Less::EndTag
            } else {
                Less::Text(2)
            });
        }
        if self.element != RawElement::Script {
            return Some(Less::Text(1));
        }
        match self.escape {
            Escape::None if first == b'!' && *rest.get(1)? == b'-' && *rest.get(2)? == b'-' => {
                self.escape = Escape::Escaped;
                self.dashes_from = at + 2;
                return Some(Less::Text(4));
            }
            Escape::Escaped if is_tag_name(rest, b"script")? => self.escape = Escape::Double,
            Escape::Double if first == b'/' && is_tag_name(rest.get(1..)?, b"script")? => {
                self.escape = Escape::Escaped;
            }
            _ => {}
        }
        Some(Less::Text(1))
    }
}

enum Less {
    EndTag,
    Text(usize),
}

/// Whether `text` begins with the name and a byte that ends a name; none where it is too short
/// to tell.
fn is_tag_name(text: &[u8], name: &[u8]) -> Option<bool> {
    let common = text
        .iter()
        .zip(name)
        .take_while(|(a, b)| a.eq_ignore_ascii_case(b))
        .count();
    if common == name.len() {
        text.get(common).map(|&byte| ends_name(byte))
    } else if common == text.len() {
        None
    } else {
        Some(false)
    }
}
