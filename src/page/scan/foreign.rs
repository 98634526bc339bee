//! Which tags are HTML's and which belong to an `<svg>` or `<math>` (HTML Standard 13.2.6.5):
//! foreign elements have no raw text, no metas, and titles of their own.

/// Deeper than any drawing; beyond it, elements are not followed.
const DEPTH_LIMIT: usize = 512;

/// A name in lower case, cut to what tells all names of interest apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    letters: [u8; 16],
    length: u8,
}

impl Name {
    /// The name of a tag as it is written.
    pub(super) fn of(written: &[u8]) -> Self {
        let mut letters = [0; 16];
        let mut length = 0;
        for (place, byte) in letters.iter_mut().zip(written) {
            *place = byte.to_ascii_lowercase();
            length += 1;
        }
        Self { letters, length }
    }

    pub(super) fn letters(&self) -> &[u8] {
        self.letters
            .get(..usize::from(self.length))
            .unwrap_or_default()
    }

    /// A number that names rarely share.
    fn hash(&self) -> u8 {
        let (front, back) = self.letters.split_at(8);
        let number = |letters: &[u8]| letters.try_into().map_or(0, u64::from_le_bytes);
        let folded = number(front) ^ number(back).rotate_left(3);
        let [hash, ..] = folded.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
        hash
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// An element of SVG or `MathML`.
    Foreign,
    /// `foreignObject`, `desc`, `title` of SVG; `annotation-xml` that holds HTML.
    HtmlPoint,
    /// `mi`, `mo`, `mn`, `ms`, `mtext` of `MathML`.
    TextPoint,
    /// `annotation-xml` otherwise: only an `<svg>` in it is HTML's.
    Annotation,
    /// An HTML element inside one of the points.
    Html,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    name: Name,
    kind: Kind,
    is_math: bool,
}

/// The open elements from the outermost `<svg>` or `<math>` on.
#[derive(Debug)]
pub(super) struct Foreign {
    open: Vec<Open>,
    /// How many HTML elements of a name are open outside, by a hash of the name.
    outside: [u16; 256],
}

impl Foreign {
    pub(super) const fn new() -> Self {
        Self {
            open: Vec::new(),
            outside: [0; 256],
        }
    }

    /// Whether text here is a foreign element's own, so that `<![CDATA[` begins a section.
    pub(super) fn is_current(&self) -> bool {
        self.open.last().is_some_and(|open| open.kind != Kind::Html)
    }

    /// Takes a start tag; says whether it is HTML's.
    /// `attribute` gives a value of the tag.
    pub(super) fn start<'a>(
        &mut self,
        name: &Name,
        self_closing: bool,
        attribute: impl Fn(&str) -> Option<&'a [u8]>,
    ) -> bool {
        let letters = name.letters();
        if self.open.is_empty() {
            if !matches!(letters, b"svg" | b"math") {
                // Void elements are counted, too: no end tag asks for them.
                self.count(name, |count| count.saturating_add(1));
                return true;
            }
            if !self_closing {
                self.push(name, Kind::Foreign, letters == b"math");
            }
            return false;
        }
        if self.takes_html(letters) {
            if matches!(letters, b"svg" | b"math") {
                if !self_closing {
                    self.push(name, Kind::Foreign, letters == b"math");
                }
                return false;
            }
            if !is_void(letters) && super::raw::RawElement::of(letters).is_none() {
                self.push(name, Kind::Html, false);
            }
            return true;
        }
        if breaks_out(letters, &attribute) {
            self.leave();
            if !self.open.is_empty() && !is_void(letters) {
                self.push(name, Kind::Html, false);
            }
            return true;
        }
        if !self_closing {
            let is_math = self.open.last().is_some_and(|open| open.is_math);
            self.push(name, kind_of(letters, is_math, &attribute), is_math);
        }
        false
    }

    /// Takes an end tag; says whether it is HTML's.
    pub(super) fn end(&mut self, name: &Name) -> bool {
        let Some(current) = self.open.last() else {
            self.count(name, |count| count.saturating_sub(1));
            return true;
        };
        if current.kind != Kind::Html && matches!(name.letters(), b"br" | b"p") {
            self.leave();
            return true;
        }
        let inside_html = current.kind == Kind::Html;
        for (place, open) in self.open.iter().enumerate().rev() {
            if (open.kind == Kind::Html) != inside_html {
                // An HTML element further out may be meant; a point further out is never.
                return if inside_html {
                    true
                } else {
                    self.end_html(name, place)
                };
            }
            if open.name == *name {
                self.open.truncate(place);
                return inside_html;
            }
        }
        if !is_void(name.letters())
            && super::raw::RawElement::of(name.letters()).is_none()
            && !matches!(name.letters(), b"html" | b"head" | b"body")
            && self.count(name, |count| count.saturating_sub(1)) > 0
        {
            self.open.clear();
        }
        true
    }

    /// Counts an HTML element outside all drawings, opened or closed; gives how many were open.
    fn count(&mut self, name: &Name, change: impl Fn(u16) -> u16) -> u16 {
        let Some(count) = self.outside.get_mut(usize::from(name.hash())) else {
            return 0;
        };
        std::mem::replace(count, change(*count))
    }

    /// An end tag in foreign content that no foreign element above `place` answers to.
    fn end_html(&mut self, name: &Name, place: usize) -> bool {
        let html = self
            .open
            .iter()
            .take(place + 1)
            .rposition(|open| open.kind != Kind::Html || open.name == *name);
        if let Some(found) = html
            && self
                .open
                .get(found)
                .is_some_and(|open| open.kind == Kind::Html)
        {
            self.open.truncate(found);
        }
        true
    }

    fn takes_html(&self, letters: &[u8]) -> bool {
        self.open.last().is_none_or(|open| match open.kind {
            Kind::Foreign => false,
            Kind::HtmlPoint | Kind::Html => true,
            Kind::TextPoint => !matches!(letters, b"mglyph" | b"malignmark"),
            Kind::Annotation => letters == b"svg",
        })
    }

    /// Leaves foreign elements until HTML is taken again.
    fn leave(&mut self) {
        while self
            .open
            .last()
            .is_some_and(|open| matches!(open.kind, Kind::Foreign | Kind::Annotation))
        {
            self.open.pop();
        }
    }

    fn push(&mut self, name: &Name, kind: Kind, is_math: bool) {
        if self.open.len() < DEPTH_LIMIT {
            self.open.push(Open {
                name: *name,
                kind,
                is_math,
            });
        }
    }
}

fn kind_of<'a>(
    letters: &[u8],
    is_math: bool,
    attribute: &impl Fn(&str) -> Option<&'a [u8]>,
) -> Kind {
    match (is_math, letters) {
        (false, b"foreignobject" | b"desc" | b"title") => Kind::HtmlPoint,
        (true, b"mi" | b"mo" | b"mn" | b"ms" | b"mtext") => Kind::TextPoint,
        (true, b"annotation-xml") => {
            let encoding = attribute("encoding").unwrap_or_default();
            if encoding.eq_ignore_ascii_case(b"text/html")
                || encoding.eq_ignore_ascii_case(b"application/xhtml+xml")
            {
                Kind::HtmlPoint
            } else {
                Kind::Annotation
            }
        }
        _ => Kind::Foreign,
    }
}

/// The start tags that end all foreign elements (13.2.6.5, "A start tag whose tag name is one
/// of").
fn breaks_out<'a>(letters: &[u8], attribute: &impl Fn(&str) -> Option<&'a [u8]>) -> bool {
    match letters {
        b"b" | b"big" | b"blockquote" | b"body" | b"br" | b"center" | b"code" | b"dd" | b"div"
        | b"dl" | b"dt" | b"em" | b"embed" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6"
        | b"head" | b"hr" | b"i" | b"img" | b"li" | b"listing" | b"menu" | b"meta" | b"nobr"
        | b"ol" | b"p" | b"pre" | b"ruby" | b"s" | b"small" | b"span" | b"strong" | b"strike"
        | b"sub" | b"sup" | b"table" | b"tt" | b"u" | b"ul" | b"var" => true,
        b"font" => ["color", "face", "size"]
            .into_iter()
            .any(|name| attribute(name).is_some()),
        _ => false,
    }
}

fn is_void(letters: &[u8]) -> bool {
    matches!(
        letters,
        b"area"
            | b"base"
            | b"basefont"
            | b"bgsound"
            | b"br"
            | b"col"
            | b"embed"
            | b"frame"
            | b"hr"
            | b"img"
            | b"image"
            | b"input"
            | b"keygen"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
    )
}
