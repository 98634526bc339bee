//! Reads the canonical head with `tl`.

use tl::{Attributes, Node, ParserOptions};

use super::canonical::{Canonical, TEXT_NUMBER};
use super::written::Written;
use super::{Frame, Head, Item, ItemKind, Link, Meta};
use crate::page::text::collapse;
use crate::text::{unescape, unescape_attribute};

impl Canonical {
    /// What the tags say. `tl` drops in silence what it cannot read, so that the tags are
    /// counted: the canonical grammar leaves it nothing to drop, and tests hold it to that. Should
    /// it ever drop one, the tags are read as they were written.
    pub(in crate::page) fn read(self) -> Head {
        let by_tl = self.by_tl();
        debug_assert!(
            by_tl.is_some() || !cfg!(fuzzing),
            "tl reads other tags than were written: {}",
            self.html
        );
        by_tl.unwrap_or_else(|| self.as_written())
    }

    /// None where `tl` has not read as many tags as were written.
    fn by_tl(&self) -> Option<Head> {
        let document = tl::parse(&self.html, ParserOptions::default()).ok()?;
        let mut head = self.empty_head();
        let mut read = 0;
        for tag in document.nodes().iter().filter_map(Node::as_tag) {
            read += 1;
            let name = tag.name().as_bytes();
            let attributes = &ReadByTl {
                attributes: tag.attributes(),
                html: &self.html,
            };
            head.take(&Tag { name, attributes }, &self.texts);
        }
        (read == self.tags).then_some(head)
    }

    /// The same without `tl`.
    fn as_written(&self) -> Head {
        let mut head = self.empty_head();
        for tag in Written::tags(&self.html) {
            let name = tag.name.as_bytes();
            let attributes = &tag;
            head.take(&Tag { name, attributes }, &self.texts);
        }
        head
    }

    fn empty_head(&self) -> Head {
        Head {
            text_length: self.text_length,
            scripts: self.scripts,
            prose: self.paragraphs.count(),
            is_challenge: self.is_challenge,
            ..Head::default()
        }
    }
}

/// The values of a tag's attributes, still encoded.
trait Encoded {
    fn encoded(&self, name: &'static str) -> Option<&str>;
}

struct ReadByTl<'a, 'b> {
    attributes: &'b Attributes<'a>,
    html: &'a str,
}

impl Encoded for ReadByTl<'_, '_> {
    /// `tl` has bytes to give and no `str`; but it is known where in the text they lie, so that
    /// they need not be checked once more to be UTF-8.
    fn encoded(&self, name: &'static str) -> Option<&str> {
        let value = self.attributes.get(name)??.as_bytes();
        let start = value
            .as_ptr()
            .addr()
            .checked_sub(self.html.as_ptr().addr())?;
        self.html.get(start..start + value.len())
    }
}

impl Encoded for Written<'_> {
    fn encoded(&self, name: &'static str) -> Option<&str> {
        self.attribute(name)
    }
}

struct Tag<'a> {
    name: &'a [u8],
    attributes: &'a dyn Encoded,
}

impl Tag<'_> {
    fn attribute(&self, name: &'static str) -> Option<String> {
        self.attributes
            .encoded(name)
            .map(|value| unescape_attribute(value).into_owned())
    }

    fn text<'t>(&self, texts: &'t [String]) -> &'t str {
        self.attributes
            .encoded(TEXT_NUMBER)
            .and_then(|number| texts.get(number.parse::<usize>().ok()?))
            .map_or("", String::as_str)
    }
}

impl Head {
    fn take(&mut self, tag: &Tag<'_>, texts: &[String]) {
        match tag.name {
            b"html" => {
                self.lang = self.lang.take().or_else(|| tag.attribute("lang"));
                self.xml_lang = self.xml_lang.take().or_else(|| tag.attribute("xml:lang"));
            }
            b"base" => self.base = self.base.take().or_else(|| tag.attribute("href")),
            b"title" => {
                if self.title.is_none() {
                    self.title = Some(collapse(&unescape(tag.text(texts))));
                }
            }
            b"script" => self.json_ld.push(tag.text(texts).to_owned()),
            b"meta" => self.metas.push(Meta {
                name: tag.attribute("name"),
                property: tag.attribute("property"),
                itemprop: tag.attribute("itemprop"),
                http_equiv: tag.attribute("http-equiv"),
                charset: tag.attribute("charset"),
                content: tag.attribute("content"),
                value: tag.attribute("value"),
                media: tag.attribute("media"),
            }),
            b"link" => self.links.push(Link {
                rel: tag.attribute("rel"),
                href: tag.attribute("href"),
                kind: tag.attribute("type"),
                sizes: tag.attribute("sizes"),
                media: tag.attribute("media"),
                itemprop: tag.attribute("itemprop"),
            }),
            b"frame" | b"iframe" => {
                if let Some(src) = tag.attribute("src") {
                    self.frames.push(Frame {
                        is_frameset: tag.name == b"frame",
                        src,
                        name: tag.attribute("id").or_else(|| tag.attribute("name")),
                    });
                }
            }
            name => self.items.push(Item {
                kind: match name {
                    b"h1" => ItemKind::Headline,
                    b"time" => ItemKind::Time,
                    b"p" => ItemKind::Paragraph,
                    _ => ItemKind::Other,
                },
                itemprop: tag.attribute("itemprop"),
                datetime: tag.attribute("datetime"),
                content: tag.attribute("content"),
                rel: tag.attribute("rel"),
                href: tag.attribute("href"),
                src: tag.attribute("src"),
                class: tag.attribute("class"),
                title: tag.attribute("title"),
                is_pubdate: tag.attributes.encoded("pubdate").is_some(),
                text: collapse(&unescape(tag.text(texts))),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::page::scan::Scanner;
    use crate::page::stop::{Goal, Progress};

    const PAGE: &str = "<html lang=ko><title>a &lt; \"b\"</title><base href=/x/><meta name=k \
        content='it&#39;s \"so\"\n<b> =\"'><meta name content=><link rel=icon href=/i sizes=1x1>\
        <script type=application/ld+json>{\"a\":\"</b>\"}</script><script>1</script>\
        <body>text<h1 class=x>h</h1><time pubdate>t</time><iframe id=f src=/f></iframe>";

    fn written(html: &str) -> Canonical {
        let mut canonical = Canonical::new(Progress::new(Goal::Tags));
        Scanner::new().finish(html.as_bytes(), &mut canonical);
        canonical.close();
        canonical
    }

    /// Pages that are hard to tell apart, and every case of the tokenizer's table.
    fn pages() -> Vec<String> {
        let table = include_str!("../../../tests/data/tokens.json");
        let table: Vec<Value> = serde_json::from_str(table).unwrap();
        let cases = table.iter().map(|case| case["html"].as_str().unwrap());
        cases.chain([PAGE]).map(str::to_owned).collect()
    }

    #[test]
    fn tl_reads_every_tag_that_is_written() {
        for page in pages() {
            let canonical = written(&page);
            assert_eq!(
                canonical.by_tl(),
                Some(canonical.as_written()),
                "{page:?}: {}",
                canonical.html
            );
        }
    }

    #[test]
    fn tags_that_tl_does_not_read_are_read_as_they_were_written() {
        for page in pages() {
            let right = written(&page).read();
            let mut canonical = written(&page);
            // As if `tl` had dropped one.
            canonical.tags += 1;
            assert_eq!(canonical.by_tl(), None);
            assert_eq!(canonical.read(), right, "{page:?}");
        }
    }

    /// A slash between attributes makes `tl` drop a tag.
    #[test]
    fn one_tag_that_tl_drops_costs_no_other() {
        let mut canonical = written(PAGE);
        let right = canonical.as_written();
        canonical.html += "<meta name=\"late\" / content=\"v\">\n<link rel=\"last\">\n";
        canonical.tags += 2;
        assert_eq!(canonical.by_tl(), None);
        let read = canonical.read();
        assert_eq!(read.metas.len(), right.metas.len() + 1);
        assert_eq!(read.metas.last().unwrap().name.as_deref(), Some("late"));
        assert_eq!(read.links.last().unwrap().rel.as_deref(), Some("last"));
        assert_eq!((read.title, read.items), (right.title, right.items));
    }
}
