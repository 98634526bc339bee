//! The jobs: which there are, and which go on.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::task::Poll;

use super::Engine;
use super::draft::Draft;
use super::entry::Place;
use super::library::Library;
use super::ports::{Clock, Network, Random, Store};
use super::signal::Signal;
use super::task::Task;
use crate::model::{Hold, Job, JobId, JobState, LibraryError, Link, Millis};

/// Jobs that are over and still kept, for their reports.
pub(super) const KEPT_JOBS: usize = 100;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// The jobs, the newest first.
    pub fn list_jobs(&self) -> Vec<Job> {
        let library = self.library.borrow();
        let jobs = library.jobs.values().rev().cloned();
        let held = jobs.map(|mut job| {
            if self.full.get() && job.state == JobState::Running {
                job.state = JobState::Paused;
                job.hold = Some(Hold::Storage);
            }
            if job.state == JobState::Running {
                job.due = self.rests_until(&job.id);
            }
            job
        });
        held.collect()
    }

    /// Whether a job goes on, or will when the network is back, or others are to be counted anew
    /// for one: then [`Engine::run_jobs`] is to be called. False while there is no room to store
    /// results.
    pub fn has_work(&self) -> bool {
        let library = self.library.borrow();
        let mut jobs = library.jobs.values();
        let to_count = |job: &Job| job.thinned || (job.again && job.is_over());
        !self.full.get() && jobs.any(|job| is_active(job) || to_count(job))
    }

    /// When [`Engine::run_jobs`] has something to do again, where it ended because all that is
    /// left waits for sites that want to be left alone for long.
    pub fn work_due(&self) -> Option<Millis> {
        self.due.get()
    }

    /// Forgets a job that is over, or all that are; their links stay.
    ///
    /// # Errors
    /// A job that is not kept any more, or not over; else those of the store.
    pub async fn clear_jobs(&self, id: Option<&JobId>) -> Result<(), LibraryError> {
        let _writer = self.begin().await?;
        let forgotten = match id {
            None => self.library.borrow().surplus_jobs(0),
            Some(id) => match self.job(id) {
                None => return Err(LibraryError::NoSuchJob),
                Some(job) if job.is_over() => vec![job.id],
                Some(_) => return Err(LibraryError::JobNotOver),
            },
        };
        if forgotten.is_empty() {
            return Ok(());
        }
        let draft = Draft {
            forgotten,
            ..Draft::default()
        };
        self.commit(draft).await
    }

    /// Ends when a job does not go on any more: it is over, or held by the user.
    pub(super) async fn stopped(&self, id: &JobId) {
        poll_fn(|context| {
            if !self.goes_on(id) {
                return Poll::Ready(());
            }
            let mut followers = self.followers.borrow_mut();
            let waker = context.waker();
            if !followers.iter().any(|known| known.will_wake(waker)) {
                followers.push(waker.clone());
            }
            Poll::Pending
        })
        .await;
    }

    pub(super) fn job(&self, id: &JobId) -> Option<Job> {
        self.library.borrow().jobs.get(id).cloned()
    }

    /// Whether a job is still to read the page of a link.
    pub(super) fn will_be_read(&self, link: &Link) -> bool {
        let library = self.library.borrow();
        let job = link.job.as_ref().and_then(|id| library.jobs.get(id));
        job.is_some_and(|job| matches!(job.state, JobState::Running | JobState::Paused))
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
        self.library.borrow().jobs.get(id).is_some_and(is_active)
    }

    /// Whether the page of a task is to be read: its job goes on, and its link is not deleted.
    pub(super) fn wants(&self, task: &Task) -> bool {
        let library = self.library.borrow();
        let place = library.index.place_of(&task.link);
        let deleted = place.is_none_or(|place| *place == Place::Trash);
        !deleted && library.jobs.get(&task.job).is_some_and(is_active)
    }

    /// Holds the jobs that go on because there is no network, or lets them go on again.
    pub(super) async fn hold_offline(&self, offline: bool) -> Result<(), LibraryError> {
        let _writer = self.begin().await?;
        let mut draft = Draft::default();
        for job in self
            .library
            .borrow()
            .jobs
            .values()
            .filter(|job| is_active(job))
        {
            let mut held = job.clone();
            held.state = if offline {
                JobState::Paused
            } else {
                JobState::Running
            };
            held.hold = offline.then_some(Hold::Offline);
            if held != *job {
                draft.job(held);
            }
        }
        if draft.jobs.is_empty() {
            return Ok(());
        }
        self.commit(draft).await
    }

    pub(super) fn is_accepting_any(&self) -> bool {
        !self.accepting.borrow().is_empty()
    }

    pub(super) fn is_accepting(&self, id: &JobId) -> bool {
        self.accepting.borrow().contains_key(id)
    }
}

/// Whether the links of a job are to be read: now, or when the network is back.
pub(super) fn is_active(job: &Job) -> bool {
    job.state == JobState::Running || job.hold == Some(Hold::Offline)
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
        let over = self.jobs.values().rev().filter(|job| job.is_over());
        over.skip(kept).map(|job| job.id.clone()).collect()
    }
}
