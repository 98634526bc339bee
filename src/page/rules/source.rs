//! Where a value is looked for.

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

impl Types {
    /// The types, those that are surest first.
    pub(super) const fn tiers(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Subject => SUBJECTS,
            Self::Site => const { &[SITES] },
            Self::Organization => const { &[ORGANIZATIONS] },
        }
    }
}
