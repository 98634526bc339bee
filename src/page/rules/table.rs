//! The table of precedence: for each field, where it is looked for, best first.
//!
//! The first source that gives a usable value wins; within a source, document order. `Meta` keys
//! are matched against `name`, `property` and `itemprop` alike, in any case, since pages confuse
//! them; the value is `content`, else `value` (as early Twitter cards had it).

use super::source::Source::{self, Element, Item, Link, Meta, MetaAny, MetaHttp, MetaJson, Node};
use super::source::{Select, Types};

/// What a page's own subject is in JSON-LD (schema.org types), the surest first.
pub(super) const SUBJECT: Types = Types::Subject;

/// Every table.
pub(super) const ALL: &[&[Source]] = &[
    TITLE,
    DESCRIPTION,
    OPEN_GRAPH_IMAGE,
    IMAGE,
    IMAGE_ALT,
    SITE_NAME,
    AUTHOR,
    PUBLISHED,
    MODIFIED,
    LANGUAGE,
    CANONICAL,
    KIND,
    KEYWORDS,
    THEME_COLOR,
    TILE,
    REFRESH,
];

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
    Element(Select::Paragraph), // its own text, as the last resort
];

/// Open Graph's image and its structured properties, which `image.rs` reads in their order.
pub(super) const OPEN_GRAPH_IMAGE: &[Source] = &[MetaAny(OPEN_GRAPH)];

/// Their names.
pub(super) const OPEN_GRAPH: &[&str] = &[
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "og:image:width",
    "og:image:height",
    "og:image:alt",
];

/// The card's image, where Open Graph has none.
pub(super) const IMAGE: &[Source] = &[
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

/// What is said of an image of X.
pub(super) const IMAGE_ALT: &[Source] = &[
    Meta("twitter:image:alt"), // X: cards markup
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
    Node(Types::Organization, &["name"]), // schema.org/Organization
    Meta("publisher"),
    Meta("dc.publisher"),
    Meta("dcterms.publisher"),
    Meta("citation_journal_title"), // Google Scholar
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
    MetaJson("parsely-page", "author"),
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
    MetaAny(DATES),
    MetaJson("parsely-page", "pub_date"), // Parse.ly: its first form
    Element(Select::Pubdate),
    Element(Select::AddressDate),
    Node(SUBJECT, &["uploadDate"]), // schema.org/uploadDate
    Node(SUBJECT, &["dateCreated"]),
    Element(Select::Time), // HTML 4.5.14
];

/// Names under which content systems write the date of publication.
const DATES: &[&str] = &[
    "date",
    "datepublished",
    "date_published",
    "date-published",
    "dateposted",
    "publishdate",
    "publish_date",
    "publish-date",
    "publish_time",
    "publishtime",
    "published",
    "published_date",
    "published-date",
    "published_time",
    "publisheddate",
    "publicationdate",
    "publication_date",
    "originalpublicationdate",
    "pubdate",
    "pub_date",
    "pdate",
    "ptime",
    "displaydate",
    "releasedate",
    "release_date",
    "article_date_original",
    "article.created",
    "article.published",
    "article:published",
    "article:published_date",
    "article:post_date",
    "article:publicationdate",
    "og:article:published_time",
    "og:published_time",
    "og:pubdate",
    "og:publish_date",
    "og:regdate",
    "bt:pubdate",
    "cxenseparse:recs:publishtime",
    "dcsext.articlefirstpublished",
    "epoch-publish-date",
    "mediator_published_time",
    "parsely-pub-date",
    "sailthru.date",
    "shareaholic:article_published_time",
    "video:release_date",
    "weibo:article:create_at",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "dc.created",
    "dc:date",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "created",
    "datecreated",
    "date_created",
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
    Item("inLanguage"),
    Meta("language"),
    Meta("dc.language"),
    Meta("dcterms.language"),
];

/// The canonical address.
pub(super) const CANONICAL: &[Source] = &[
    Link("canonical"),   // RFC 6596
    Meta("og:url"),      // Open Graph: basic metadata
    Meta("twitter:url"), // X: cards markup, its first form
];

/// What it is.
pub(super) const KIND: &[Source] = &[
    Meta("og:type"), // Open Graph: basic metadata
];

/// The kinds of subjects, for pages that do not say theirs in Open Graph's words.
pub(super) const KINDS: &[(&str, &[&str])] = &[
    (
        "article",
        &[
            "Article",
            "NewsArticle",
            "BlogPosting",
            "ReportageNewsArticle",
            "LiveBlogPosting",
            "TechArticle",
            "ScholarlyArticle",
            "SocialMediaPosting",
            "DiscussionForumPosting",
        ],
    ),
    ("product", &["Product", "ProductGroup"]),
    ("video", &["VideoObject"]),
    ("recipe", &["Recipe"]),
    ("event", &["Event", "MusicEvent"]),
    ("book", &["Book"]),
    ("profile", &["ProfilePage", "Person"]),
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

/// The tile of Windows 8: an icon by another name.
pub(super) const TILE: &[Source] = &[Meta("msapplication-tileimage")];

/// Where the page leads at once; `hop.rs` reads it.
pub(super) const REFRESH: &[Source] = &[
    MetaHttp("refresh"), // HTML 4.2.5.3
];
