use super::{CategoryId, JobId, LinkId, Millis, PageMetadata, Problem};
use crate::json::{codes, record};

/// A link, as it is stored: one record a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Its identity: sorts by time, and carries the hash of [`Link::key`].
    pub id: LinkId,
    /// The address as saved, WHATWG-serialised.
    pub url: String,
    /// The address for the search for duplicates, where it differs from `url`.
    pub key: Option<String>,
    /// The category, or none: unsorted.
    pub category: Option<CategoryId>,
    /// When it was saved.
    pub created: Millis,
    /// When anything of it changed last.
    pub updated: Millis,
    /// How far the reading of its page has come.
    pub state: LinkState,
    /// What the matter is, unless the state is `waiting` or `saved`.
    pub problem: Option<Problem>,
    /// How often its page was asked for.
    pub attempts: u8,
    /// The job that is to read its page, while it is waiting.
    pub job: Option<JobId>,
    /// The title that the tab, the history or the list gave it.
    pub hint: Option<String>,
    /// What the page says. A refresh replaces it.
    pub page: Option<PageMetadata>,
    /// What the user says. A refresh never touches it.
    pub user: UserNotes,
    /// When it was moved to the trash.
    pub deleted: Option<Millis>,
}

record!(Link {
    always: id, url, created, updated, state;
    unless_blank: key, category, problem, attempts, job, hint, page, user, deleted;
});

/// What the user says about a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserNotes {
    /// The user's own title.
    pub title: Option<String>,
    /// The user's own words.
    pub memo: Option<String>,
    /// Whether it stands above the others.
    pub favourite: bool,
    /// Labels.
    pub tags: Vec<String>,
}

record!(UserNotes {
    unless_blank: title, memo, favourite, tags;
});

impl UserNotes {
    /// Whether the user has said nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How far the reading of a link's page has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

codes!(LinkState {
    Waiting = "waiting", Saved = "saved", Partial = "partial", Failed = "failed", Blocked = "blocked",
});
