use serde::{Deserialize, Serialize};

use super::{CategoryId, JobId, LinkState, Millis, Problem};

/// One request to save, or to read anew: how much was asked, how far it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something of its own"
)]
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
    /// When it goes on, where all that is left waits for sites that want to be left alone. Never
    /// stored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Millis>,
    /// Whether a person waits for it: it overtakes the bulk.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub urgent: bool,
    /// Whether it reads pages anew of links that were saved before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub refresh: bool,
    /// Whether it read pages once more and other jobs are still to be counted anew for that.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
    /// Whether links of it were erased and it is still to be counted anew for that.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub thinned: bool,
    /// The lines that were given, everything counted.
    pub lines: u32,
    /// The links that were stored.
    pub total: u32,
    /// How the links stand.
    pub counts: JobCounts,
    /// What the matter is with those that are partial, failed or blocked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<ProblemCount>,
    /// Lines that were links already, in the list or in the library.
    pub duplicates: u32,
    /// Lines that are not links to web pages.
    pub rejected: u32,
}

impl Job {
    /// A job that begins, with nothing in it yet.
    #[must_use]
    pub const fn new(id: JobId, created: Millis) -> Self {
        Self {
            id,
            category: None,
            created,
            finished: None,
            state: JobState::Running,
            hold: None,
            due: None,
            urgent: false,
            refresh: false,
            again: false,
            thinned: false,
            lines: 0,
            total: 0,
            counts: JobCounts {
                waiting: 0,
                saved: 0,
                partial: 0,
                failed: 0,
                blocked: 0,
            },
            problems: Vec::new(),
            duplicates: 0,
            rejected: 0,
        }
    }

    /// Whether nothing of it will be read any more.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        matches!(self.state, JobState::Done | JobState::Cancelled)
    }

    /// Counts a link that has come to stand so.
    pub fn count(&mut self, state: LinkState, problem: Option<Problem>) {
        *self.counts.of(state) += 1;
        let Some(code) = problem.filter(|_| state != LinkState::Waiting) else {
            return;
        };
        match self.problems.iter_mut().find(|known| known.code == code) {
            Some(known) => known.count += 1,
            None => self.problems.push(ProblemCount { code, count: 1 }),
        }
    }

    /// Takes back what [`Job::count`] counted.
    pub fn uncount(&mut self, state: LinkState, problem: Option<Problem>) {
        let count = self.counts.of(state);
        *count = count.saturating_sub(1);
        let same = |known: &&mut ProblemCount| Some(known.code) == problem;
        if let Some(known) = self.problems.iter_mut().find(same) {
            known.count = known.count.saturating_sub(1);
        }
        self.problems.retain(|known| known.count > 0);
    }
}

/// How many links of a job have one problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemCount {
    /// The problem.
    pub code: Problem,
    /// How many.
    pub count: u32,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_can_be_taken_back() {
        let mut job = Job::new(JobId::from("j"), 1);
        job.count(LinkState::Failed, Some(Problem::Timeout));
        job.count(LinkState::Partial, Some(Problem::NoTitle));
        job.count(LinkState::Failed, Some(Problem::Timeout));
        job.count(LinkState::Saved, None);
        let timeouts = ProblemCount {
            code: Problem::Timeout,
            count: 2,
        };
        assert_eq!(job.problems.first(), Some(&timeouts));
        assert_eq!((job.counts.failed, job.counts.partial), (2, 1));
        job.uncount(LinkState::Failed, Some(Problem::Timeout));
        job.uncount(LinkState::Partial, Some(Problem::NoTitle));
        job.uncount(LinkState::Failed, Some(Problem::Timeout));
        job.uncount(LinkState::Saved, None);
        assert_eq!(job, Job::new(JobId::from("j"), 1));
    }

    #[test]
    fn a_waiting_link_has_no_problem_yet() {
        let mut job = Job::new(JobId::from("j"), 1);
        job.count(LinkState::Waiting, Some(Problem::Offline));
        assert_eq!((job.counts.waiting, job.problems.len()), (1, 0));
    }
}
