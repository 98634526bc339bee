//! Where a value is looked for, and how it is got there.

use std::iter;

use serde_json::Value;

use super::super::head::{Head, Item as BodyItem, ItemKind, Meta as MetaTag};
use super::super::jsonld::Node as LdNode;
use super::dates;

/// A place in a page where a field may be said.
#[derive(Clone, Copy, Debug)]
pub(super) enum Source {
    /// A `<meta>` by its name, property or itemprop, in lower case.
    Meta(&'static str),
    /// A `<meta>` by any of several names that mean the same, in lower case.
    MetaAny(&'static [&'static str]),
    /// A property of the JSON object that a `<meta>` holds.
    MetaJson(&'static str, &'static str),
    /// A `<meta>` by its http-equiv, in lower case.
    MetaHttp(&'static str),
    /// A `<link>` by a token of its rel.
    Link(&'static str),
    /// Microdata of the body, by itemprop.
    Item(&'static str),
    /// A property, or a property of a property, of JSON-LD nodes.
    Node(Types, &'static [&'static str]),
    /// Something of HTML itself.
    Element(Select),
}

/// Which JSON-LD nodes are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Types {
    /// What the page is about: an article, a product, a video, ...; then the page itself.
    Subject,
    /// The site.
    Site,
    /// Who runs the site.
    Organization,
}

/// Something of HTML itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Select {
    Title,
    Headline,
    Paragraph,
    Lang,
    XmlLang,
    RelAuthor,
    Pubdate,
    Time,
    AddressDate,
}

/// What a thing is called by, best first.
const THING: &[&str] = &["name", "@value", "url", "contentUrl", "alternateName"];

/// Nodes about the subject, by how sure it is that the page is about them.
const SUBJECTS: &[&[&str]] = &[
    &[
        "NewsArticle",
        "Article",
        "BlogPosting",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "LiveBlogPosting",
        "TechArticle",
        "ScholarlyArticle",
        "SocialMediaPosting",
        "DiscussionForumPosting",
        "AdvertiserContentArticle",
        "SatiricalArticle",
        "Report",
        "Blog",
        "Review",
        "CriticReview",
        "ReviewArticle",
    ],
    &[
        "Product",
        "ProductGroup",
        "VideoObject",
        "Recipe",
        "Event",
        "MusicEvent",
        "Movie",
        "Book",
        "TVSeries",
        "TVEpisode",
        "SoftwareApplication",
        "WebApplication",
        "MobileApplication",
        "JobPosting",
        "Course",
        "HowTo",
        "FAQPage",
        "QAPage",
        "Question",
        "PodcastEpisode",
        "PodcastSeries",
        "MusicRecording",
        "MusicAlbum",
        "Photograph",
        "ImageObject",
        "Dataset",
        "Vehicle",
        "Hotel",
        "Restaurant",
        "LocalBusiness",
        "AudioObject",
        "CreativeWork",
        "MediaObject",
        "Person",
    ],
    &[
        "WebPage",
        "ItemPage",
        "CollectionPage",
        "ProfilePage",
        "AboutPage",
        "ContactPage",
        "SearchResultsPage",
        "MedicalWebPage",
    ],
];

const SITES: &[&str] = &["WebSite"];
const ORGANIZATIONS: &[&str] = &["NewsMediaOrganization", "Organization", "Corporation"];

/// A page's facts, ready to be asked.
pub(super) struct Facts<'a> {
    pub(super) head: &'a Head,
    pub(super) nodes: &'a [LdNode],
    pub(super) url: &'a str,
}

impl Facts<'_> {
    /// The values of a source, in document order.
    pub(super) fn values(&self, source: Source) -> Vec<String> {
        match source {
            Source::Meta(key) => self.metas(&[key]),
            Source::MetaAny(keys) => self.metas(keys),
            Source::MetaJson(key, property) => self
                .metas(&[key])
                .iter()
                .filter_map(|json| serde_json::from_str::<Value>(json).ok())
                .flat_map(|value| self.reach(&value, &[property], true))
                .collect(),
            Source::MetaHttp(key) => self
                .head
                .metas
                .iter()
                .filter(|meta| is(meta.http_equiv.as_deref(), key))
                .filter_map(|meta| meta.content.clone())
                .collect(),
            Source::Link(rel) => self
                .head
                .links
                .iter()
                .filter(|link| has_token(link.rel.as_deref(), rel))
                .filter_map(|link| link.href.clone())
                .collect(),
            Source::Item(name) => self
                .items(|item| has_token(item.itemprop.as_deref(), name))
                // `<abbr title>` is how blogs wrote dates before `<time>`.
                .flat_map(|item| iter::once(item_value(item)).chain(item.title.clone()))
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
    pub(super) fn nodes_of(&self, types: Types) -> impl Iterator<Item = &LdNode> {
        let tiers: &'static [&'static [&'static str]] = match types {
            Types::Subject => SUBJECTS,
            Types::Site => const { &[SITES] },
            Types::Organization => const { &[ORGANIZATIONS] },
        };
        tiers
            .iter()
            .flat_map(|tier| self.nodes.iter().filter(|node| node.is_any(tier)))
    }

    fn metas(&self, keys: &[&str]) -> Vec<String> {
        let is_meant =
            |meta: &&MetaTag| names(meta).any(|name| keys.iter().any(|key| has_token(name, key)));
        self.head
            .metas
            .iter()
            .filter(is_meant)
            .filter_map(|meta| meta.content.clone().or_else(|| meta.value.clone()))
            .collect()
    }

    fn items<'s>(
        &'s self,
        wanted: impl Fn(&BodyItem) -> bool + 's,
    ) -> impl Iterator<Item = &'s BodyItem> {
        self.head.items.iter().filter(move |item| wanted(item))
    }

    fn element(&self, select: Select) -> Vec<String> {
        match select {
            Select::Title => self.head.title.clone().into_iter().collect(),
            Select::Lang => self.head.lang.clone().into_iter().collect(),
            Select::XmlLang => self.head.xml_lang.clone().into_iter().collect(),
            Select::Headline => self
                .items(|item| item.kind == ItemKind::Headline)
                .map(|item| item.text.clone())
                .collect(),
            Select::Paragraph => self
                .items(|item| item.kind == ItemKind::Paragraph)
                .map(|item| item.text.clone())
                .collect(),
            Select::RelAuthor => self
                .items(|item| has_token(item.rel.as_deref(), "author"))
                .map(|item| item.text.clone())
                .collect(),
            Select::Pubdate => self
                .items(|item| item.kind == ItemKind::Time && item.is_pubdate)
                .map(item_value)
                .collect(),
            Select::Time => self
                .items(|item| item.kind == ItemKind::Time && item.datetime.is_some())
                .map(item_value)
                .collect(),
            Select::AddressDate => dates::in_address(self.url).into_iter().collect(),
        }
    }

    /// The text of a JSON-LD value: of a thing its name, value or address. `follows`: what is
    /// only referred to (`@id`) is looked up.
    pub(super) fn reach(&self, value: &Value, path: &[&str], follows: bool) -> Vec<String> {
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
            Value::Number(number) if path.is_empty() => vec![number.to_string()],
            _ => Vec::new(),
        }
    }
}

/// JSON-LD holds plain text, but content systems put HTML's into it: character references are
/// decoded unless tags come of it.
fn decoded(text: &str) -> String {
    let decoded = crate::text::unescape_attribute(text);
    if decoded.contains('<') {
        text.to_owned()
    } else {
        decoded.into_owned()
    }
}

fn names(meta: &MetaTag) -> impl Iterator<Item = Option<&str>> {
    [&meta.property, &meta.name, &meta.itemprop]
        .into_iter()
        .map(|name| name.as_deref())
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
fn item_value(item: &BodyItem) -> String {
    let written = [&item.content, &item.datetime]
        .into_iter()
        .flatten()
        .find(|value| !value.trim_ascii().is_empty());
    let address = item.src.as_ref().or(item.href.as_ref());
    written
        .or_else(|| address.filter(|_| item.text.is_empty()))
        .unwrap_or(&item.text)
        .clone()
}
