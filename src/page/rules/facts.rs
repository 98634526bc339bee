//! A page's facts, ready to be asked by [`Source`].

use std::borrow::Cow;
use std::iter;

use serde_json::Value;

use super::super::head::{Head, Item as BodyItem, ItemKind, Meta as MetaTag};
use super::super::jsonld::Node as LdNode;
use super::dates;
use super::names::meta_name;
use super::source::{Select, Source, Types};

/// What a thing is called by, best first.
const THING: &[&str] = &["name", "@value", "url", "contentUrl", "alternateName"];

/// A page's facts.
pub(super) struct Facts<'a> {
    pub(super) head: &'a Head,
    pub(super) url: &'a str,
    nodes: &'a [LdNode],
    /// The nodes about the subject, the surest types first.
    subjects: Vec<&'a LdNode>,
    /// Under which names rules read which `<meta>`s.
    metas: Vec<(&'static str, &'a MetaTag)>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(head: &'a Head, nodes: &'a [LdNode], url: &'a str) -> Self {
        let names_of = |meta: &'a MetaTag| {
            let written = [&meta.property, &meta.name, &meta.itemprop];
            let tokens = written.into_iter().flatten();
            tokens
                .flat_map(|name| name.split_ascii_whitespace())
                .filter_map(move |token| Some((meta_name(token.as_bytes())?, meta)))
        };
        Self {
            head,
            url,
            nodes,
            subjects: of_types(nodes, Types::Subject).collect(),
            metas: head.metas.iter().flat_map(names_of).collect(),
        }
    }

    /// The values of a source, in document order.
    pub(super) fn values(&self, source: Source) -> Vec<Cow<'a, str>> {
        match source {
            Source::Meta(key) => self.contents(&[key]),
            Source::MetaAny(keys) => self.contents(keys),
            Source::MetaJson(key, property) => self
                .contents(&[key])
                .iter()
                .filter_map(|json| serde_json::from_str::<Value>(json).ok())
                .flat_map(|value| owned(self.reach(&value, &[property], true)))
                .collect(),
            Source::MetaHttp(key) => self
                .head
                .metas
                .iter()
                .filter(|meta| is(meta.http_equiv.as_deref(), key))
                .filter_map(|meta| Some(meta.content.as_deref()?.into()))
                .collect(),
            Source::Link(rel) => self
                .head
                .links
                .iter()
                .filter(|link| has_token(link.rel.as_deref(), rel))
                .filter_map(|link| Some(link.href.as_deref()?.into()))
                .collect(),
            Source::Item(name) => self
                .items(|item| has_token(item.itemprop.as_deref(), name))
                // `<abbr title>` is how blogs wrote dates before `<time>`.
                .flat_map(|item| iter::once(item_value(item)).chain(item.title.as_deref()))
                .map(Cow::Borrowed)
                .collect(),
            Source::Node(types, path) => self
                .nodes_of(types)
                .filter_map(|node| node.get(path.first()?))
                .flat_map(|value| self.reach(value, path.get(1..).unwrap_or_default(), true))
                .collect(),
            Source::Element(select) => self.element(select),
        }
    }

    /// The nodes of a kind, the surest types first.
    pub(super) fn nodes_of(&self, types: Types) -> impl Iterator<Item = &'a LdNode> + use<'a, '_> {
        let subjects = (types == Types::Subject).then(|| self.subjects.iter().copied());
        let others = (types != Types::Subject).then(|| of_types(self.nodes, types));
        subjects
            .into_iter()
            .flatten()
            .chain(others.into_iter().flatten())
    }

    /// The `<meta>`s of any of the names, which are the tables': each once, with its first.
    pub(super) fn metas(
        &self,
        keys: &[&'static str],
    ) -> impl Iterator<Item = (&'static str, &'a MetaTag)> {
        let mut last: Option<&MetaTag> = None;
        let of_keys = self.metas.iter().filter(|(name, _)| keys.contains(name));
        of_keys.copied().filter(move |&(_, meta)| {
            let before = last.replace(meta);
            !before.is_some_and(|before| std::ptr::eq(before, meta))
        })
    }

    fn contents(&self, keys: &[&'static str]) -> Vec<Cow<'a, str>> {
        self.metas(keys)
            .filter_map(|(_, meta)| Some(content(meta)?.into()))
            .collect()
    }

    fn items<'s>(
        &'s self,
        wanted: impl Fn(&BodyItem) -> bool + 's,
    ) -> impl Iterator<Item = &'a BodyItem> + 's {
        self.head.items.iter().filter(move |item| wanted(item))
    }

    fn element(&self, select: Select) -> Vec<Cow<'a, str>> {
        let of_head =
            |value: &'a Option<String>| value.as_deref().into_iter().map(Cow::Borrowed).collect();
        let texts = |kind| {
            self.items(move |item| item.kind == kind)
                .map(|item| item.text.as_str().into())
                .collect()
        };
        let times = |wanted: fn(&BodyItem) -> bool| {
            self.items(move |item| item.kind == ItemKind::Time && wanted(item))
                .map(|item| item_value(item).into())
                .collect()
        };
        match select {
            Select::Title => of_head(&self.head.title),
            Select::Lang => of_head(&self.head.lang),
            Select::XmlLang => of_head(&self.head.xml_lang),
            Select::Headline => texts(ItemKind::Headline),
            Select::Paragraph => texts(ItemKind::Paragraph),
            Select::RelAuthor => self
                .items(|item| has_token(item.rel.as_deref(), "author"))
                .map(|item| item.text.as_str().into())
                .collect(),
            Select::Pubdate => times(|item| item.is_pubdate),
            Select::Time => times(|item| item.datetime.is_some()),
            Select::AddressDate => dates::in_address(self.url)
                .map(Cow::Owned)
                .into_iter()
                .collect(),
        }
    }

    /// The text of a JSON-LD value: of a thing its name, value or address. `follows`: what is
    /// only referred to (`@id`) is looked up.
    fn reach<'v>(&self, value: &'v Value, path: &[&str], follows: bool) -> Vec<Cow<'v, str>>
    where
        'a: 'v,
    {
        match value {
            Value::Array(values) => values
                .iter()
                .flat_map(|value| self.reach(value, path, follows))
                .collect(),
            Value::Object(map) => {
                let (keys, rest) = match path.split_first() {
                    Some((first, rest)) => (std::slice::from_ref(first), rest),
                    None => (THING, path),
                };
                let found = keys
                    .iter()
                    .filter_map(|key| map.get(*key))
                    .map(|value| self.reach(value, rest, follows))
                    .find(|values| !values.is_empty());
                found
                    .or_else(|| {
                        let id = map.get("@id").filter(|_| follows)?;
                        let node = self.nodes.iter().find(|node| {
                            node.get("@id") == Some(id)
                                && keys.iter().any(|key| node.get(key).is_some())
                        })?;
                        keys.iter()
                            .find_map(|key| node.get(key))
                            .map(|value| self.reach(value, rest, false))
                    })
                    .unwrap_or_default()
            }
            Value::String(text) if path.is_empty() => vec![decoded(text)],
            Value::Number(number) if path.is_empty() => vec![number.to_string().into()],
            _ => Vec::new(),
        }
    }
}

/// JSON-LD holds plain text, but content systems put HTML's into it: character references are
/// decoded unless tags come of it.
fn decoded(text: &str) -> Cow<'_, str> {
    let decoded = crate::text::unescape_attribute(text);
    if decoded.contains('<') {
        text.into()
    } else {
        decoded
    }
}

fn of_types(nodes: &[LdNode], types: Types) -> impl Iterator<Item = &LdNode> {
    types
        .tiers()
        .iter()
        .flat_map(move |tier| nodes.iter().filter(|node| node.is_any(tier)))
}

/// The value of a `<meta>`: `content`, else `value`.
pub(super) fn content(meta: &MetaTag) -> Option<&str> {
    meta.content.as_deref().or(meta.value.as_deref())
}

fn owned(values: Vec<Cow<'_, str>>) -> Vec<Cow<'static, str>> {
    values
        .into_iter()
        .map(|value| value.into_owned().into())
        .collect()
}

fn is(written: Option<&str>, wanted: &str) -> bool {
    written.is_some_and(|written| written.trim_ascii().eq_ignore_ascii_case(wanted))
}

/// Whether one of the tokens is the wanted one, in any case.
pub(super) fn has_token(written: Option<&str>, wanted: &str) -> bool {
    written.is_some_and(|written| {
        written
            .split_ascii_whitespace()
            .any(|token| token.eq_ignore_ascii_case(wanted))
    })
}

/// The value of a microdata property (HTML Standard 5.2.4).
fn item_value(item: &BodyItem) -> &str {
    let written = [&item.content, &item.datetime]
        .into_iter()
        .flatten()
        .find(|value| !value.trim_ascii().is_empty());
    let address = item.src.as_ref().or(item.href.as_ref());
    written
        .or_else(|| address.filter(|_| item.text.is_empty()))
        .unwrap_or(&item.text)
}
