//! Reads the canonical head with `tl`.

use std::borrow::Cow;

use tl::{HTMLTag, Node, ParserOptions};

use super::canonical::{Canonical, TEXT_NUMBER};
use super::{Frame, Head, Item, ItemKind, Link, Meta};
use crate::page::text::collapse;
use crate::text::{unescape, unescape_attribute};

impl Canonical {
    /// What the tags say. `tl` drops in silence what it cannot read, so that the tags are
    /// counted: the canonical grammar leaves it nothing to drop, and a test holds it to that.
    pub(in crate::page) fn read(self) -> Head {
        let mut head = Head {
            text_length: self.text_length,
            scripts: self.scripts,
            ..Head::default()
        };
        let Ok(document) = tl::parse(&self.html, ParserOptions::default()) else {
            return head;
        };
        let mut read = 0;
        for tag in document.nodes().iter().filter_map(Node::as_tag) {
            read += 1;
            head.take(&Tag(tag), &self.texts);
        }
        debug_assert_eq!(read, self.tags, "tl read fewer tags than were written");
        head
    }
}

struct Tag<'a, 'b>(&'b HTMLTag<'a>);

impl<'b> Tag<'_, 'b> {
    fn encoded(&self, name: &'static str) -> Option<Cow<'b, str>> {
        Some(self.0.attributes().get(name)??.as_utf8_str())
    }

    fn attribute(&self, name: &'static str) -> Option<String> {
        self.encoded(name)
            .map(|value| unescape_attribute(&value).into_owned())
    }

    fn text<'t>(&self, texts: &'t [String]) -> &'t str {
        self.encoded(TEXT_NUMBER)
            .and_then(|number| texts.get(number.parse::<usize>().ok()?))
            .map_or("", String::as_str)
    }
}

impl Head {
    fn take(&mut self, tag: &Tag<'_, '_>, texts: &[String]) {
        match tag.0.name().as_bytes() {
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
                        is_frameset: tag.0.name().as_bytes() == b"frame",
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
                is_pubdate: tag.0.attributes().contains("pubdate"),
                text: collapse(&unescape(tag.text(texts))),
            }),
        }
    }
}
