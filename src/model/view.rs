use serde::{Deserialize, Serialize};

use super::{
    Category, CategoryId, Image, Language, Link, LinkId, LinkState, Matches, Millis, PageMetadata,
    Problem,
};

/// A link, ready to show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LinkView {
    /// Its identity.
    pub id: LinkId,
    /// The address.
    pub url: String,
    /// The address in the form in which it may be opened; none where it must not be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// The host, as a person reads it.
    pub host: String,
    /// The best title known: the user's, the page's, the hint, the address. Never empty.
    pub title: String,
    /// The page's summary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The card's image.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// The site's icon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// The site's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site_name: Option<String>,
    /// The category, or none: unsorted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// When it was saved.
    pub created: Millis,
    /// When anything of it changed last.
    pub updated: Millis,
    /// How far the reading of its page has come.
    pub state: LinkState,
    /// What the matter is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<ProblemView>,
    /// Whether it stands above the others.
    pub favourite: bool,
    /// The user's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memo: Option<String>,
    /// Labels.
    #[serde(default)]
    pub tags: Vec<String>,
    /// The user's own title, where there is one: it is the one that shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_title: Option<String>,
    /// Since when it is in the trash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted: Option<Millis>,
    /// When its next reminder rings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminder: Option<Millis>,
    /// All that the page says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<PageMetadata>,
    /// What of it a search has found; none where it was not searched for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matches: Option<Matches>,
}

impl LinkView {
    /// Shows a stored link.
    #[must_use]
    pub fn new(link: Link, place: Place, language: Language) -> Self {
        let page = link.page.unwrap_or_default();
        let title = [
            link.user.title.clone(),
            page.display_title.clone(),
            page.title.clone(),
            link.hint,
        ]
        .into_iter()
        .flatten()
        .find(|title| !title.is_empty())
        .unwrap_or(place.readable);
        Self {
            id: link.id,
            url: link.url,
            href: place.href,
            host: place.host,
            title,
            description: page.description.clone(),
            image: page.image.clone(),
            icon: page.icon.clone(),
            site_name: page.site_name.clone(),
            category: link.category,
            created: link.created,
            updated: link.updated,
            state: link.state,
            problem: link
                .problem
                .map(|problem| ProblemView::new(problem, language)),
            favourite: link.user.favourite,
            memo: link.user.memo,
            tags: link.user.tags,
            own_title: link.user.title,
            deleted: link.deleted,
            reminder: None,
            page: (page != PageMetadata::default()).then_some(page),
            matches: None,
        }
    }
}

/// What a link's address is to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The form in which it may be opened; none where it must not be.
    pub href: Option<String>,
    /// The host.
    pub host: String,
    /// All of it: the title of last resort.
    pub readable: String,
}

/// A problem, in the language asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemView {
    /// The stable code.
    pub code: Problem,
    /// What happened, what is safe, and what to do.
    pub message: String,
    /// Whether trying again later may help.
    pub transient: bool,
}

impl ProblemView {
    /// Says a problem in a language.
    #[must_use]
    pub fn new(problem: Problem, language: Language) -> Self {
        Self {
            code: problem,
            message: problem.sentence(language).to_owned(),
            transient: problem.is_transient(),
        }
    }
}

/// A part of a category or a view, in the order asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LinkPage {
    /// How many there are in all.
    pub total: u32,
    /// The part asked for.
    pub links: Vec<LinkView>,
}

/// Every category in the order in which to show them, and the counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryList {
    /// Favourites first.
    pub categories: Vec<Category>,
    /// All links.
    pub all: u32,
    /// The links without a category.
    pub unsorted: u32,
    /// The links that are partial, failed or blocked.
    pub problems: u32,
    /// The favourites, whatever their category.
    #[serde(default)]
    pub favourites: u32,
    /// The links in the trash, which no other number counts.
    #[serde(default)]
    pub trash: u32,
    /// The category that was saved to last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<CategoryId>,
}

/// A link that is in the library already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedPlace {
    /// The link.
    pub id: LinkId,
    /// Its category, or none: unsorted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// When it was saved.
    pub created: Millis,
    /// Whether it is in the trash.
    pub deleted: bool,
}

/// How to save.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SaveOptions {
    /// Where the links go; none: unsorted.
    pub category: Option<CategoryId>,
    /// Titles known already, one for each url.
    pub hints: Vec<Option<String>>,
    /// The heads of the pages as HTML, where the browser shows them already, one for each url.
    pub pages: Vec<Option<String>>,
    /// The language of the report's sentences; none: that of the settings.
    pub language: Option<Language>,
    /// Whether a person waits for this save: it overtakes the bulk. None: up to 4 urls do.
    pub urgent: Option<bool>,
}
