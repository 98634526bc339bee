//! What a person does with jobs: hold, let go on, end, look what fell short.

use std::collections::BTreeSet;

use super::Engine;
use super::draft::Draft;
use super::entry::Entry;
use super::index::length;
use super::jobs::is_active;
use super::ports::{Clock, Network, Random, Store};
use super::report::{JobLine, chunks_of};
use crate::model::{Hold, Job, JobId, JobState, LibraryError, LinkId, Millis, Problem};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Holds a job. What is being read just now is still stored.
    ///
    /// # Errors
    /// A job that is not kept any more; else those of the store.
    pub async fn pause_job(&self, id: &JobId) -> Result<Job, LibraryError> {
        self.change_job(id, |job, _| {
            if is_active(job) {
                job.state = JobState::Paused;
                job.hold = Some(Hold::User);
            }
        })
        .await
    }

    /// Lets a job go on that was held or ended, or waits for sites that want to be left alone;
    /// [`Engine::run_jobs`] is to be called then.
    ///
    /// # Errors
    /// As [`Engine::pause_job`].
    pub async fn resume_job(&self, id: &JobId) -> Result<Job, LibraryError> {
        self.full.set(false);
        self.hasten(id).await?;
        self.change_job(id, |job, _| {
            let ended = job.state == JobState::Cancelled && job.counts.waiting > 0;
            if ended || job.state == JobState::Paused {
                job.state = JobState::Running;
                job.hold = None;
                job.finished = None;
            }
        })
        .await
    }

    /// Ends a job: what is read stays, the other links stay as plain links.
    ///
    /// # Errors
    /// As [`Engine::pause_job`].
    pub async fn cancel_job(&self, id: &JobId) -> Result<Job, LibraryError> {
        self.change_job(id, |job, now| {
            if !job.is_over() {
                job.state = JobState::Cancelled;
                job.hold = None;
                job.finished = Some(now);
            }
        })
        .await
    }

    /// The links of a job that have a problem, in the order of its lines. With the problem
    /// `cancelled`: those that it left unread.
    ///
    /// # Errors
    /// As [`Engine::pause_job`].
    pub async fn problem_links(
        &self,
        id: &JobId,
        problem: Problem,
    ) -> Result<Vec<LinkId>, LibraryError> {
        let job = self.job(id).ok_or(LibraryError::NoSuchJob)?;
        let unread = problem == Problem::Cancelled;
        let candidates: BTreeSet<LinkId> = {
            let library = self.library.borrow();
            let all = library.index.all().filter(|entry| entry.problem || unread);
            all.map(Entry::id).collect()
        };
        let mut found = Vec::new();
        for chunk in 0..chunks_of(&job) {
            let lines = self.lines(id, chunk).await?.unwrap_or_default();
            let own = lines.iter().filter_map(JobLine::own_link);
            let ids: Vec<LinkId> = own.filter(|id| candidates.contains(*id)).cloned().collect();
            let records = self.records(&ids).await?.into_iter().flatten();
            let matter = records.filter(|link| {
                if unread {
                    job.state == JobState::Cancelled && link.job.as_ref() == Some(id)
                } else {
                    link.problem == Some(problem)
                }
            });
            found.extend(matter.map(|link| link.id));
        }
        let counted = job.problems.iter().find(|known| known.code == problem);
        if job.is_over() && !unread && counted.map_or(0, |known| known.count) != length(found.len())
        {
            self.bring_up_to_date(id).await?;
        }
        Ok(found)
    }

    async fn change_job(
        &self,
        id: &JobId,
        change: impl FnOnce(&mut Job, Millis),
    ) -> Result<Job, LibraryError> {
        let _writer = self.begin().await?;
        let mut job = self.job(id).ok_or(LibraryError::NoSuchJob)?;
        change(&mut job, self.clock.now());
        self.commit_job(job).await
    }

    /// Stores a job if it is not what it was. The caller holds the guard of [`Engine::begin`].
    pub(super) async fn commit_job(&self, job: Job) -> Result<Job, LibraryError> {
        if self.job(&job.id).as_ref() != Some(&job) {
            let mut draft = Draft::default();
            draft.job(job.clone());
            self.commit(draft).await?;
            self.news.raise();
        }
        Ok(job)
    }
}
