//! When to stop: what is known so far, and whether anything better can come.

use super::charset::from_meta;
use super::scan::Element;
use super::text::lossy;

/// What has been seen of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress {
    reads_all: bool,
    label: Option<String>,
    has_title: bool,
    head_ended: bool,
}

impl Progress {
    /// Of a page that is read to its end.
    pub(super) fn to_the_end() -> Self {
        Self {
            reads_all: true,
            ..Self::default()
        }
    }

    /// The first encoding label of a `<meta>` that a decoder exists for.
    pub(super) fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// Whether nothing better can come.
    pub(super) const fn has_enough(&self) -> bool {
        !self.reads_all && self.head_ended && self.has_title
    }

    pub(super) fn start(&mut self, element: &Element<'_>) {
        match element.name() {
            b"meta" => self.meta(element),
            b"body" => self.head_ended = true,
            _ => {}
        }
    }

    pub(super) fn end(&mut self, name: &[u8]) {
        self.head_ended |= name == b"head";
    }

    pub(super) fn title(&mut self, text: &[u8]) {
        self.has_title |= !text.trim_ascii().is_empty();
    }

    fn meta(&mut self, element: &Element<'_>) {
        if self.label.is_none() {
            self.label = declared_label(element);
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
        from_meta(&htmlize::unescape_attribute(lossy(
            element.attribute("content")?,
        )))?
    };
    super::document::known_label(&label)
}
