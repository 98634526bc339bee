use serde::{Deserialize, Serialize};

use super::{CategoryId, JobId, LinkState, Millis};

/// One request to save: how much was asked, how far it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Job {
    /// Its identity.
    pub id: JobId,
    /// Where the links went.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// When it was accepted.
    pub created: Millis,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished: Option<Millis>,
    /// Whether it goes on.
    pub state: JobState,
    /// What holds it, where it is paused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold: Option<Hold>,
    /// Whether a person waits for it: it overtakes the bulk.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub urgent: bool,
    /// The lines that were given, everything counted.
    pub lines: u32,
    /// The links that were stored.
    pub total: u32,
    /// How the links stand.
    pub counts: JobCounts,
    /// Lines that were links already, in the list or in the library.
    pub duplicates: u32,
    /// Lines that are not links to web pages.
    pub rejected: u32,
}

/// How many links of a job stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct JobCounts {
    /// See [`LinkState::Waiting`].
    pub waiting: u32,
    /// See [`LinkState::Saved`].
    pub saved: u32,
    /// See [`LinkState::Partial`].
    pub partial: u32,
    /// See [`LinkState::Failed`].
    pub failed: u32,
    /// See [`LinkState::Blocked`].
    pub blocked: u32,
}

impl JobCounts {
    /// The place where links of a state are counted.
    pub const fn of(&mut self, state: LinkState) -> &mut u32 {
        match state {
            LinkState::Waiting => &mut self.waiting,
            LinkState::Saved => &mut self.saved,
            LinkState::Partial => &mut self.partial,
            LinkState::Failed => &mut self.failed,
            LinkState::Blocked => &mut self.blocked,
        }
    }
}

/// Whether a job goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum JobState {
    /// Pages are being read.
    Running,
    /// The user, or the lack of a network, holds it.
    Paused,
    /// Every link has been dealt with.
    Done,
    /// The user ended it; links not read yet stay as plain links.
    Cancelled,
}

/// What holds a paused job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Hold {
    /// The user: until he lets it go on.
    User,
    /// There is no network: until it is back.
    Offline,
    /// There is no room to store results: until the user, or the next start, tries again.
    Storage,
}
