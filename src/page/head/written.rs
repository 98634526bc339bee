//! The canonical form as it is written, read by its own grammar: a tag a line, each attribute a
//! space, a name, and a value in double quotes that holds none.

/// A tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written<'a> {
    pub(super) name: &'a str,
    /// ` name="value"`, none or several.
    attributes: &'a str,
}

impl<'a> Written<'a> {
    /// The tags of a canonical head.
    pub(super) fn tags(mut html: &'a str) -> impl Iterator<Item = Self> {
        std::iter::from_fn(move || {
            let (tag, rest) = Self::first(html)?;
            html = rest;
            Some(tag)
        })
    }

    /// The first tag, and what stands behind its line.
    fn first(html: &'a str) -> Option<(Self, &'a str)> {
        let tag = html.strip_prefix('<')?;
        let (name, attributes) = tag.split_at_checked(tag.find([' ', '>'])?)?;
        let mut rest = attributes;
        while rest.starts_with(' ') {
            (_, rest) = rest.split_once('"')?.1.split_once('"')?;
        }
        let attributes = attributes.get(..attributes.len() - rest.len())?;
        let (_, rest) = rest.split_once('\n')?;
        Some((Self { name, attributes }, rest))
    }

    /// An attribute's value, still encoded.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut parts = self.attributes.split('"');
        while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
            if key.strip_prefix(' ')?.strip_suffix('=')? == name {
                return Some(value);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_with_their_attributes() {
        let html = "<meta name=\"a\" content=\"> <b>\n=\">\n<title data-i=\"0\"></title>\n<base>\n";
        let tags: Vec<_> = Written::tags(html).collect();
        let names: Vec<_> = tags.iter().map(|tag| tag.name).collect();
        assert_eq!(names, ["meta", "title", "base"]);
        assert_eq!(tags[0].attribute("name"), Some("a"));
        assert_eq!(tags[0].attribute("content"), Some("> <b>\n="));
        assert_eq!(tags[0].attribute("nam"), None);
        assert_eq!(tags[1].attribute("data-i"), Some("0"));
        assert_eq!(tags[2].attribute("data-i"), None);
    }

    #[test]
    fn what_is_cut_is_no_tag() {
        for cut in [
            "",
            "<",
            "<a",
            "<a b",
            "<a b=\"",
            "<a b=\"c\"",
            "<a b=\"c\">",
        ] {
            assert_eq!(Written::tags(cut).count(), 0, "{cut}");
        }
    }
}
