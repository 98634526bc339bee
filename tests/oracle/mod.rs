//! What a spec parser sees: html5ever, with scripting on.

use html5ever::tendril::TendrilSink as _;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use urlink::page::{Head, Link, Meta};

const HTML: &str = "http://www.w3.org/1999/xhtml";

/// What both have in common: the tags, without what only we gather.
pub(crate) fn tags(head: Head) -> Head {
    Head {
        title: head.title,
        lang: head.lang,
        xml_lang: head.xml_lang,
        base: head.base,
        metas: head.metas,
        links: head.links,
        json_ld: head.json_ld,
        ..Head::default()
    }
}

/// The tags of a page, as html5ever has them, in tree order. (Items and frames are not the
/// oracle's matter.)
pub(crate) fn head_of(text: &str) -> Head {
    let options = ParseOpts {
        tree_builder: TreeBuilderOpts {
            scripting_enabled: true,
            ..TreeBuilderOpts::default()
        },
        ..ParseOpts::default()
    };
    let dom = parse_document(RcDom::default(), options).one(text);
    let mut head = Head::default();
    // No recursion: random documents nest deeply.
    let mut open: Vec<Handle> = vec![dom.document.clone()];
    while let Some(node) = open.pop() {
        take(&node, &mut head);
        open.extend(node.children.borrow().iter().rev().cloned());
    }
    head
}

fn take(node: &Handle, head: &mut Head) {
    let NodeData::Element { name, attrs, .. } = &node.data else {
        return;
    };
    if &*name.ns != HTML {
        return;
    }
    let attribute = |wanted: &str| {
        attrs
            .borrow()
            .iter()
            .find(|attribute| &*attribute.name.local == wanted)
            .map(|attribute| attribute.value.to_string())
    };
    match &*name.local {
        "html" => {
            head.lang = attribute("lang");
            head.xml_lang = attribute("xml:lang");
        }
        "title" => {
            head.title.get_or_insert_with(|| {
                text_of(node)
                    .split_ascii_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
            });
        }
        "base" => head.base = head.base.take().or_else(|| attribute("href")),
        "meta" => head.metas.push(meta(attribute)),
        "link" => head.links.push(link(attribute)),
        "script" => {
            let kind = attribute("type").unwrap_or_default();
            let essence = kind.split(';').next().unwrap_or_default();
            if essence
                .trim_ascii()
                .eq_ignore_ascii_case("application/ld+json")
            {
                head.json_ld.push(text_of(node));
            }
        }
        _ => {}
    }
}

fn text_of(node: &Handle) -> String {
    node.children
        .borrow()
        .iter()
        .filter_map(|child| match &child.data {
            NodeData::Text { contents } => Some(contents.borrow().to_string()),
            _ => None,
        })
        .collect()
}

/// A `<meta>` by its attributes.
pub(crate) fn meta(attribute: impl Fn(&str) -> Option<String>) -> Meta {
    Meta {
        name: attribute("name"),
        property: attribute("property"),
        itemprop: attribute("itemprop"),
        http_equiv: attribute("http-equiv"),
        charset: attribute("charset"),
        content: attribute("content"),
        value: attribute("value"),
        media: attribute("media"),
    }
}

/// A `<link>` by its attributes.
pub(crate) fn link(attribute: impl Fn(&str) -> Option<String>) -> Link {
    Link {
        rel: attribute("rel"),
        href: attribute("href"),
        kind: attribute("type"),
        sizes: attribute("sizes"),
        media: attribute("media"),
        itemprop: attribute("itemprop"),
    }
}
