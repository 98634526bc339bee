//! The table of precedence: for each field, where it is looked for, best first.
//!
//! The first source that gives a usable value wins; within a source, document order. `Meta` keys
//! are matched against `name`, `property` and `itemprop` alike, in any case, since pages confuse
//! them; the value is `content`, else `value` (as early Twitter cards had it).

use super::source::Source::{self, Element, Item, Link, Meta, MetaHttp, Node};
use super::source::{Select, Types};

/// What a page's own subject is in JSON-LD (schema.org types), the surest first.
pub(super) const SUBJECT: Types = Types::Subject;

/// The page's title.
pub(super) const TITLE: &[Source] = &[
    Meta("og:title"),             // Open Graph: basic metadata
    Meta("twitter:title"),        // X: cards markup
    Element(Select::Title),       // HTML 4.2.2
    Node(SUBJECT, &["headline"]), // schema.org/headline
    Node(SUBJECT, &["name"]),     // schema.org/name
    Meta("title"),
    Meta("dc.title"), // Dublin Core: dc:title
    Meta("dcterms.title"),
    Meta("parsely-title"),  // Parse.ly: metatags
    Meta("sailthru.title"), // Sailthru: meta tags
    Meta("citation_title"), // Google Scholar: inclusion guidelines
    Item("headline"),
    Element(Select::Headline), // HTML 4.3.6
];

/// The summary.
pub(super) const DESCRIPTION: &[Source] = &[
    Meta("og:description"),          // Open Graph: optional metadata
    Meta("twitter:description"),     // X: cards markup
    Meta("description"),             // HTML 4.2.5.1
    Node(SUBJECT, &["description"]), // schema.org/description
    Item("description"),
    Meta("dc.description"), // Dublin Core
    Meta("dcterms.description"),
    Meta("dcterms.abstract"),
    Meta("sailthru.description"),
];

/// The card's image. `og:image` and its structured properties are read by `image.rs`.
pub(super) const IMAGE: &[Source] = &[
    Meta("og:image:secure_url"), // Open Graph: structured properties
    Meta("og:image:url"),
    Meta("og:image"),
    Meta("twitter:image:src"), // X: cards markup
    Meta("twitter:image"),
    Node(SUBJECT, &["image"]),        // schema.org/image
    Node(SUBJECT, &["thumbnailUrl"]), // schema.org/thumbnailUrl
    Item("image"),
    Link("image_src"), // Facebook's form before Open Graph
    Meta("thumbnail"), // Google: page thumbnails
    Meta("parsely-image-url"),
    Meta("sailthru.image.full"),
    Meta("sailthru.image.thumb"),
];

/// The site's name.
pub(super) const SITE_NAME: &[Source] = &[
    Meta("og:site_name"),                  // Open Graph: optional metadata
    Node(SUBJECT, &["publisher", "name"]), // schema.org/publisher
    Meta("application-name"),              // HTML 4.2.5.1
    Meta("apple-mobile-web-app-title"),
    Node(Types::Site, &["name"]), // Google: site names
    Meta("al:ios:app_name"),      // App Links
    Meta("al:android:app_name"),
    Meta("publisher"),
    Meta("dc.publisher"),
    Meta("dcterms.publisher"),
];

/// The author or authors.
pub(super) const AUTHOR: &[Source] = &[
    Node(SUBJECT, &["author"]), // schema.org/author
    Meta("author"),             // HTML 4.2.5.1
    Meta("article:author"),     // Open Graph: article
    Meta("dc.creator"),         // Dublin Core
    Meta("dcterms.creator"),
    Meta("byl"), // news pages
    Meta("parsely-author"),
    Meta("sailthru.author"),
    Meta("citation_author"),
    Item("author"),
    Element(Select::RelAuthor), // HTML 4.6.7.2
];

/// When it was published.
pub(super) const PUBLISHED: &[Source] = &[
    Node(SUBJECT, &["datePublished"]), // schema.org/datePublished
    Meta("article:published_time"),    // Open Graph: article
    Item("datePublished"),
    Meta("datepublished"),
    Meta("date"),
    Meta("dc.date.issued"), // Dublin Core
    Meta("dcterms.issued"),
    Meta("dc.date"),
    Meta("dcterms.date"),
    Meta("dcterms.created"),
    Meta("parsely-pub-date"),
    Meta("sailthru.date"),
    Meta("citation_publication_date"),
    Meta("pubdate"),
    Meta("publishdate"),
    Element(Select::Pubdate),
    Element(Select::AddressDate),
    Element(Select::Time),          // HTML 4.5.14
    Node(SUBJECT, &["uploadDate"]), // schema.org/uploadDate
    Node(SUBJECT, &["dateCreated"]),
];

/// When it was changed last.
pub(super) const MODIFIED: &[Source] = &[
    Node(SUBJECT, &["dateModified"]), // schema.org/dateModified
    Meta("article:modified_time"),    // Open Graph: article
    Meta("og:updated_time"),
    Item("dateModified"),
    Meta("dcterms.modified"), // Dublin Core
    Meta("dc.date.modified"),
    Meta("last-modified"),
    MetaHttp("last-modified"),
];

/// The language.
pub(super) const LANGUAGE: &[Source] = &[
    Element(Select::Lang), // HTML 3.2.6.2
    Element(Select::XmlLang),
    MetaHttp("content-language"), // HTML 4.2.5.3
    Meta("content-language"),
    Meta("og:locale"),              // Open Graph: optional metadata
    Node(SUBJECT, &["inLanguage"]), // schema.org/inLanguage
    Meta("language"),
    Meta("dc.language"),
    Meta("dcterms.language"),
];

/// The canonical address.
pub(super) const CANONICAL: &[Source] = &[
    Link("canonical"), // RFC 6596
    Meta("og:url"),    // Open Graph: basic metadata
];

/// What it is.
pub(super) const KIND: &[Source] = &[
    Meta("og:type"), // Open Graph: basic metadata
];

/// Keywords.
pub(super) const KEYWORDS: &[Source] = &[
    Meta("keywords"), // HTML 4.2.5.1
    Meta("news_keywords"),
    Meta("article:tag"),          // Open Graph: article
    Node(SUBJECT, &["keywords"]), // schema.org/keywords
    Meta("parsely-tags"),
    Meta("sailthru.tags"),
];

/// The theme colour.
pub(super) const THEME_COLOR: &[Source] = &[
    Meta("theme-color"), // HTML 4.2.5.1
    Meta("msapplication-tilecolor"),
];
