//! The jobs: which there are, and which go on.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::Engine;
use super::library::Library;
use super::ports::{Clock, Network, Random, Store};
use super::signal::Signal;
use crate::model::{Hold, Job, JobId, JobState};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// The jobs, the newest first.
    pub fn list_jobs(&self) -> Vec<Job> {
        let library = self.library.borrow();
        library.jobs.values().rev().cloned().collect()
    }

    /// Whether a job goes on, or will when the network is back: then [`Engine::run_jobs`] is to
    /// be called.
    pub fn has_work(&self) -> bool {
        let library = self.library.borrow();
        library
            .jobs
            .values()
            .any(|job| job.state == JobState::Running || job.hold == Some(Hold::Offline))
    }

    pub(super) fn job(&self, id: &JobId) -> Option<Job> {
        self.library.borrow().jobs.get(id).cloned()
    }

    /// Says that the list of a job is being stored, until the guard is dropped.
    pub(super) fn accepting(&self, id: &JobId) -> Accepting<'_> {
        *self.accepting.borrow_mut().entry(id.clone()).or_default() += 1;
        Accepting {
            jobs: &self.accepting,
            news: &self.news,
            id: id.clone(),
        }
    }

    /// Whether the links of a job are to be read.
    pub(super) fn goes_on(&self, id: &JobId) -> bool {
        let library = self.library.borrow();
        let job = library.jobs.get(id);
        job.is_some_and(|job| job.state == JobState::Running)
    }

    pub(super) fn is_accepting_any(&self) -> bool {
        !self.accepting.borrow().is_empty()
    }

    pub(super) fn is_accepting(&self, id: &JobId) -> bool {
        self.accepting.borrow().contains_key(id)
    }
}

pub(super) struct Accepting<'a> {
    jobs: &'a RefCell<BTreeMap<JobId, u32>>,
    news: &'a Signal,
    id: JobId,
}

impl Drop for Accepting<'_> {
    fn drop(&mut self) {
        let mut jobs = self.jobs.borrow_mut();
        if let Some(callers) = jobs.get_mut(&self.id) {
            *callers -= 1;
            if *callers == 0 {
                jobs.remove(&self.id);
            }
        }
        self.news.raise();
    }
}

impl Library {
    /// The oldest of the jobs that are over, but for the last `kept`.
    pub(super) fn surplus_jobs(&self, kept: usize) -> Vec<JobId> {
        let over = |job: &&Job| matches!(job.state, JobState::Done | JobState::Cancelled);
        let over = self.jobs.values().rev().filter(over);
        over.skip(kept).map(|job| job.id.clone()).collect()
    }
}
