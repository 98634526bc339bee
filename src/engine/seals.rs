//! Which jobs and reminders there are, said once more with every write: a list of them that says
//! otherwise is damaged, however well it reads.

use super::draft::Draft;
use super::library::Library;
use crate::model::{JobId, LinkHash, ReminderId};

/// What [`super::keys::LAST_WRITE`] says beside the mark of the write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seals {
    jobs: String,
    reminders: String,
}

impl Seals {
    /// Those of a library as it is once a draft is stored.
    pub(super) fn after(draft: &Draft, library: &Library) -> Self {
        Self {
            jobs: of_jobs(draft.jobs_after(library)),
            reminders: of_reminders(draft.reminders_after(library)),
        }
    }

    /// Reads what [`Seals::token`] wrote; none of what earlier versions did.
    pub(super) fn parse(token: &str) -> Option<Self> {
        let token: String = serde_json::from_str(token).ok()?;
        let mut words = token.split(' ').skip(1).map(str::to_owned);
        Some(Self {
            jobs: words.next()?,
            reminders: words.next()?,
        })
    }

    /// What tells a write from all others, with them: JSON.
    pub(super) fn token(&self, mark: &str) -> String {
        format!("\"{mark} {} {}\"", self.jobs, self.reminders)
    }

    pub(super) fn are_all_jobs(&self, ids: &[JobId]) -> bool {
        of_jobs(ids.iter().collect()) == self.jobs
    }

    pub(super) fn are_all_reminders(&self, ids: &[ReminderId]) -> bool {
        of_reminders(ids.iter().collect()) == self.reminders
    }
}

fn of_jobs(ids: Vec<&JobId>) -> String {
    seal(ids.into_iter().map(JobId::as_str).collect())
}

fn of_reminders(ids: Vec<&ReminderId>) -> String {
    seal(ids.into_iter().map(ReminderId::as_str).collect())
}

/// The same in whatever order.
fn seal(mut ids: Vec<&str>) -> String {
    ids.sort_unstable();
    LinkHash::of(&ids.join(" ")).to_string()
}
