use serde::{Deserialize, Serialize};

use super::{CategoryId, JobId, LinkId, Millis, PageMetadata, Problem};

/// A link, as it is stored: one record a link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// Its identity: sorts by time, and carries the hash of [`Link::key`].
    pub id: LinkId,
    /// The address as saved, WHATWG-serialised.
    pub url: String,
    /// The address for the search for duplicates, where it differs from `url`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The category, or none: unsorted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// When it was saved.
    pub created: Millis,
    /// When anything of it changed last.
    pub updated: Millis,
    /// How far the reading of its page has come.
    pub state: LinkState,
    /// What the matter is, unless the state is `waiting` or `saved`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
    /// How often its page was asked for.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub attempts: u8,
    /// The job that is to read its page, while it is waiting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<JobId>,
    /// The title that the tab, the history or the list gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// What the page says. A refresh replaces it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<PageMetadata>,
    /// What the user says. A refresh never touches it.
    #[serde(default, skip_serializing_if = "UserNotes::is_empty")]
    pub user: UserNotes,
    /// When it was moved to the trash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted: Option<Millis>,
}

/// What the user says about a link.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct UserNotes {
    /// The user's own title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The user's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memo: Option<String>,
    /// Whether it stands above the others.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub favourite: bool,
    /// Labels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The place in the order by hand, where the user gave it one: a binary fraction in hex digits
    /// without zeros at the end, so that texts sort as numbers. Without it, a link stands where its
    /// age puts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<String>,
}

impl UserNotes {
    /// Whether the user has said nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How far the reading of a link's page has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinkState {
    /// Stored; its page has not been read yet.
    Waiting,
    /// Its page was read.
    Saved,
    /// Its page was read in part, or is not the page that was meant.
    Partial,
    /// Its page could not be read.
    Failed,
    /// Its page must not be read.
    Blocked,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
const fn is_zero(value: &u8) -> bool {
    *value == 0
}
