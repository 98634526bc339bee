//! Counting jobs anew: another one may have read their links once more, or they were erased.

use std::collections::BTreeSet;

use super::Engine;
use super::ports::{Clock, Network, Random, Store};
use super::report::{JobLine, chunks_of};
use super::results::close;
use crate::model::{Job, JobCounts, JobId, LibraryError, LinkId, LinkState, Problem};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Counts how the links of a job stand, by their records; one that is gone counts as failed.
    pub(super) async fn recount(&self, job: &mut Job) -> Result<(), LibraryError> {
        job.counts = JobCounts::default();
        job.problems = Vec::new();
        for chunk in 0..chunks_of(job) {
            let lines = self.lines(&job.id, chunk).await?.unwrap_or_default();
            let own = lines.iter().filter_map(|line| line.own_link().cloned());
            let ids: Vec<LinkId> = own.collect();
            for (id, link) in ids.iter().zip(self.records(&ids).await?) {
                if link.is_none() && self.is_erased(id) {
                    continue;
                }
                let pending = link
                    .as_ref()
                    .is_some_and(|link| link.job.as_ref() == Some(&job.id));
                let gone = (LinkState::Failed, Some(Problem::Damaged));
                match link.map_or(gone, |link| (link.state, link.problem)) {
                    _ if pending => job.count(LinkState::Waiting, None),
                    // Another job is to read it.
                    (LinkState::Waiting, _) => {}
                    (state, problem) => job.count(state, problem),
                }
            }
        }
        Ok(())
    }

    /// Counts a job anew: another one may have read some of its links since it did.
    pub(super) async fn bring_up_to_date(&self, id: &JobId) -> Result<Job, LibraryError> {
        let _writer = self.begin().await?;
        let mut job = self.job(id).ok_or(LibraryError::NoSuchJob)?;
        self.recount(&mut job).await?;
        job.thinned = false;
        if !self.is_accepting(id) {
            close(&mut job, self.clock.now());
        }
        self.commit_job(job).await
    }

    /// The jobs that have one of these links.
    pub(super) async fn jobs_with(&self, links: &[LinkId]) -> Result<Vec<JobId>, LibraryError> {
        let links: BTreeSet<LinkId> = links.iter().cloned().collect();
        let mut found = Vec::new();
        if links.is_empty() {
            return Ok(found);
        }
        for job in self.list_jobs() {
            if self.has_any(&job, &links).await? {
                found.push(job.id);
            }
        }
        Ok(found)
    }

    /// Counts the jobs anew of which links were erased.
    pub(super) async fn recount_thinned(&self) -> Result<(), LibraryError> {
        while let Some(id) = self.any_thinned() {
            self.bring_up_to_date(&id).await?;
        }
        Ok(())
    }

    fn any_thinned(&self) -> Option<JobId> {
        let library = self.library.borrow();
        let mut jobs = library.jobs.values();
        Some(jobs.find(|job| job.thinned)?.id.clone())
    }

    /// Whether jobs are to be counted anew.
    pub(super) fn any_to_count(&self) -> bool {
        self.any_again().is_some() || self.any_thinned().is_some()
    }

    /// Counts the jobs anew of which links were erased, and those that are over and have links of
    /// a job that read pages once more.
    pub(super) async fn count_anew(&self) -> Result<(), LibraryError> {
        self.recount_thinned().await?;
        while let Some(job) = self.any_again() {
            // What it counted of these links before may have been old.
            self.bring_up_to_date(&job.id).await?;
            let mut own = BTreeSet::new();
            for chunk in 0..chunks_of(&job) {
                let lines = self.lines(&job.id, chunk).await?.unwrap_or_default();
                own.extend(lines.iter().filter_map(JobLine::own_link).cloned());
            }
            let others: Vec<Job> = {
                let library = self.library.borrow();
                let over = library.jobs.values().filter(|other| other.is_over());
                let short = over.filter(|other| other.id != job.id && !other.problems.is_empty());
                short.cloned().collect()
            };
            for other in others {
                if self.has_any(&other, &own).await? {
                    self.bring_up_to_date(&other.id).await?;
                }
            }
            let _writer = self.begin().await?;
            if let Some(job) = self.job(&job.id).filter(Job::is_over) {
                self.commit_job(Job {
                    again: false,
                    ..job
                })
                .await?;
            }
        }
        Ok(())
    }

    /// A job that is over and read pages of which others are to be told.
    fn any_again(&self) -> Option<Job> {
        let library = self.library.borrow();
        let mut jobs = library.jobs.values();
        jobs.find(|job| job.again && job.is_over()).cloned()
    }

    /// Whether a job has one of these links.
    pub(super) async fn has_any(
        &self,
        job: &Job,
        any: &BTreeSet<LinkId>,
    ) -> Result<bool, LibraryError> {
        for chunk in 0..chunks_of(job) {
            let lines = self.lines(&job.id, chunk).await?.unwrap_or_default();
            let mut own = lines.iter().filter_map(JobLine::own_link);
            if own.any(|link| any.contains(link)) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
