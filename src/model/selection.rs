use serde::{Deserialize, Serialize};

use super::{Language, LinkId, Sort};

/// Which links: those of a category or of a view, or of these the ones that are searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkFilter {
    /// A category's id, or one of the views `all`, `unsorted`, `problems`, `favourites`, `trash`.
    pub category: String,
    /// Words that each has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// A tag that each has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
}

impl From<&str> for LinkFilter {
    /// All of a category or a view.
    fn from(category: &str) -> Self {
        Self {
            category: category.to_owned(),
            ..Self::default()
        }
    }
}

/// Some links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "SelectionFields", into = "SelectionFields")]
pub enum LinkSelection {
    /// These.
    Links(Vec<LinkId>),
    /// Those that are shown.
    Category(LinkFilter),
}

impl Default for LinkSelection {
    fn default() -> Self {
        Self::Links(Vec::new())
    }
}

/// A selection as it is written: `links`, or the fields of a [`LinkFilter`].
#[derive(Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct SelectionFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    links: Option<Vec<LinkId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    search: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
}

impl TryFrom<SelectionFields> for LinkSelection {
    type Error = &'static str;

    fn try_from(fields: SelectionFields) -> Result<Self, Self::Error> {
        match fields {
            SelectionFields {
                links: Some(links),
                category: None,
                search: None,
                tag: None,
            } => Ok(Self::Links(links)),
            SelectionFields {
                links: None,
                category: Some(category),
                search,
                tag,
            } => Ok(Self::Category(LinkFilter {
                category,
                search,
                tag,
            })),
            _ => Err("a selection is links or a category"),
        }
    }
}

impl From<LinkSelection> for SelectionFields {
    fn from(selection: LinkSelection) -> Self {
        match selection {
            LinkSelection::Links(links) => Self {
                links: Some(links),
                ..Self::default()
            },
            LinkSelection::Category(filter) => Self {
                links: None,
                category: Some(filter.category),
                search: filter.search,
                tag: filter.tag,
            },
        }
    }
}

/// Which links to show, in which order, and the part of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkQuery {
    /// As in [`LinkFilter`].
    pub category: String,
    /// As in [`LinkFilter`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// As in [`LinkFilter`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// The order; none: the newest first. Each but `hand` puts favourites before the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sort>,
    /// How many to pass over.
    #[serde(default)]
    pub offset: u32,
    /// How many to give, at most 500.
    #[serde(default)]
    pub limit: u32,
    /// The language of the sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

impl From<&LinkFilter> for LinkQuery {
    fn from(filter: &LinkFilter) -> Self {
        Self {
            category: filter.category.clone(),
            search: filter.search.clone(),
            tag: filter.tag.clone(),
            ..Self::default()
        }
    }
}
