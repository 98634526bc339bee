//! Reading pages once more: those that a job could not read, or any that are saved.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::entry::Place;
use super::index::length;
use super::jobs::KEPT_JOBS;
use super::library::Library;
use super::ports::{Clock, Network, Random, Store};
use super::report::{JobLine, LINES, chunks_of};
use super::results::close;
use super::{Engine, keys};
use crate::model::{
    Job, JobId, JobState, LibraryError, Link, LinkId, LinkSelection, LinkState, Problem,
};

/// Lines that are changed in one write.
const SLICE: usize = 3 * LINES;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Reads the pages again that a job could not read, all or those with one problem. A job that
    /// was cancelled goes on. [`Engine::run_jobs`] is to be called then.
    ///
    /// # Errors
    /// As [`Engine::pause_job`].
    pub async fn retry_job(
        &self,
        id: &JobId,
        problem: Option<Problem>,
    ) -> Result<Job, LibraryError> {
        self.retry(id, &|link| is_to_be_retried(link, problem))
            .await
    }

    /// The same for one link of a job, whatever became of it, before all other links.
    ///
    /// # Errors
    /// A link that is in the trash, not of this job, or does not exist any more; else as
    /// [`Engine::pause_job`].
    pub async fn retry_link(&self, id: &JobId, link: &LinkId) -> Result<Job, LibraryError> {
        if self.library.borrow().index.place_of(link) == Some(&Place::Trash) {
            return Err(LibraryError::InTrash);
        }
        self.full.set(false);
        let accepting = self.accepting(id);
        let job = self.job(id).ok_or(LibraryError::NoSuchJob)?;
        let own = BTreeSet::from([link.clone()]);
        if !self.has_any(&job, &own).await? {
            return Err(LibraryError::NoSuchLink);
        }
        let _writer = self.begin().await?;
        let records = self.records(std::slice::from_ref(link)).await?;
        if records.iter().all(Option::is_none) {
            return Err(LibraryError::NoSuchLink);
        }
        let mut job = self.job(id).ok_or(LibraryError::NoSuchJob)?;
        let draft = self.draft_retry(&mut job, records, &|_| true)?;
        if !draft.jobs.is_empty() {
            self.commit(draft).await?;
            let hurried = (id.clone(), link.clone());
            self.hurried.borrow_mut().push(hurried);
            self.news.raise();
        }
        drop(accepting);
        Ok(job)
    }

    async fn retry(&self, id: &JobId, wanted: &dyn Fn(&Link) -> bool) -> Result<Job, LibraryError> {
        self.full.set(false);
        let accepting = self.accepting(id);
        let chunks = chunks_of(&self.job(id).ok_or(LibraryError::NoSuchJob)?);
        for chunk in 0..chunks {
            self.retry_chunk(id, chunk, wanted).await?;
        }
        drop(accepting);
        self.bring_up_to_date(id).await
    }

    /// Reads pages anew, as a job of its own, and those first that are shown first. What the user
    /// says stays; so does what a page said where it cannot be read now. Links that a job reads
    /// just now are passed over. [`Engine::run_jobs`] is to be called then.
    ///
    /// # Errors
    /// A category that does not exist, or no links; else those of the store.
    pub async fn refresh(&self, selection: &LinkSelection) -> Result<Job, LibraryError> {
        let mut links = self.selected(selection).await?;
        if links.is_empty() {
            return Err(LibraryError::NoLinks);
        }
        // Jobs read their last lines first.
        links.reverse();
        let now = self.clock.now();
        let mut job = Job {
            urgent: links.len() == 1,
            refresh: true,
            again: true,
            ..Job::new(JobId::new(now, self.random.next()), now)
        };
        let accepting = self.accepting(&job.id);
        let mut rest = links.as_slice();
        loop {
            let (slice, after) = rest.split_at(rest.len().min(SLICE));
            rest = after;
            job = self.refresh_slice(job, slice, rest.is_empty()).await?;
            self.news.raise();
            if rest.is_empty() {
                break;
            }
        }
        drop(accepting);
        Ok(job)
    }

    async fn retry_chunk(
        &self,
        id: &JobId,
        chunk: u32,
        wanted: &dyn Fn(&Link) -> bool,
    ) -> Result<(), LibraryError> {
        let _writer = self.begin().await?;
        let lines = self.lines(id, chunk).await?.unwrap_or_default();
        let own = lines.iter().filter_map(|line| line.own_link().cloned());
        let ids: Vec<LinkId> = own.collect();
        let records = self.records(&ids).await?;
        let mut job = self.job(id).ok_or(LibraryError::NoSuchJob)?;
        let draft = self.draft_retry(&mut job, records, wanted)?;
        if draft.jobs.is_empty() {
            return Ok(());
        }
        self.commit(draft).await?;
        self.restarted.borrow_mut().insert(id.clone());
        self.news.raise();
        Ok(())
    }

    fn draft_retry(
        &self,
        job: &mut Job,
        records: Vec<Option<Link>>,
        wanted: &dyn Fn(&Link) -> bool,
    ) -> Result<Draft, LibraryError> {
        let library = self.library.borrow();
        let mut draft = Draft::default();
        for mut link in records.into_iter().flatten() {
            if self.will_be_read(&link) || link.deleted.is_some() || !wanted(&link) {
                continue;
            }
            if link.job.as_ref() != Some(&job.id) {
                if link.state != LinkState::Waiting {
                    job.uncount(link.state, link.problem);
                }
                job.count(LinkState::Waiting, None);
            }
            draft.take_over(&library, &link, &job.id);
            begin_anew(&mut link, &job.id, LinkState::Waiting);
            draft.link(&link)?;
            draft.reindex(&library.index, &link);
        }
        if !draft.records.is_empty() {
            job.state = JobState::Running;
            job.hold = None;
            job.finished = None;
            job.again = true;
            draft.job(job.clone());
        }
        Ok(draft)
    }

    async fn refresh_slice(
        &self,
        mut job: Job,
        links: &[LinkId],
        last: bool,
    ) -> Result<Job, LibraryError> {
        let _writer = self.begin().await?;
        let records = self.records(links).await?;
        job = self.job(&job.id).unwrap_or(job);
        let draft = self.draft_refresh(&mut job, links, records, last)?;
        self.commit(draft).await?;
        Ok(job)
    }

    fn draft_refresh(
        &self,
        job: &mut Job,
        links: &[LinkId],
        records: Vec<Option<Link>>,
        last: bool,
    ) -> Result<Draft, LibraryError> {
        let library = self.library.borrow();
        let mut draft = Draft::default();
        let mut judged = Vec::with_capacity(links.len());
        for (id, record) in links.iter().zip(records) {
            let Some(mut link) = record else {
                let code = if library.index.place_of(id).is_none() {
                    Problem::Deleted
                } else {
                    Problem::Damaged
                };
                judged.push(JobLine::other("", code, Some(id.clone())));
                continue;
            };
            if link.deleted.is_some() {
                judged.push(JobLine::other(&link.url, Problem::Deleted, Some(link.id)));
                continue;
            }
            if self.will_be_read(&link) {
                judged.push(JobLine::other(&link.url, Problem::InWork, Some(link.id)));
                continue;
            }
            let readable = matches!(link.state, LinkState::Saved | LinkState::Partial);
            let state = if readable {
                link.state
            } else {
                LinkState::Waiting
            };
            draft.take_over(&library, &link, &job.id);
            begin_anew(&mut link, &job.id, state);
            draft.link(&link)?;
            draft.reindex(&library.index, &link);
            judged.push(JobLine::link(&link.url, &link));
            job.total += 1;
            job.count(LinkState::Waiting, None);
        }
        for (number, chunk) in (job.lines / length(LINES)..).zip(judged.chunks(LINES)) {
            draft.record(keys::job_lines(&job.id, number), keys::encode(&chunk)?);
        }
        job.lines += length(judged.len());
        if last {
            close(job, self.clock.now());
        }
        draft.forgotten = library.surplus_jobs(KEPT_JOBS);
        draft.job(job.clone());
        Ok(draft)
    }
}

impl Draft {
    /// A job that was cancelled leaves a link to another one.
    fn take_over(&mut self, library: &Library, link: &Link, by: &JobId) {
        let Some(id) = link.job.as_ref().filter(|id| *id != by) else {
            return;
        };
        let Some(job) = self.jobs.get(id).or_else(|| library.jobs.get(id)) else {
            return;
        };
        let mut job = job.clone();
        job.uncount(LinkState::Waiting, None);
        self.job(job);
    }
}

/// Whether a link is among those to be tried again: its page could not be read, or the problem
/// is the one that was named.
fn is_to_be_retried(link: &Link, problem: Option<Problem>) -> bool {
    if problem.is_some() {
        return link.problem == problem;
    }
    let passing = link.problem.is_some_and(Problem::is_transient);
    matches!(link.state, LinkState::Failed | LinkState::Waiting) || passing
}

fn begin_anew(link: &mut Link, job: &JobId, state: LinkState) {
    link.job = Some(job.clone());
    link.attempts = 0;
    link.state = state;
    if state == LinkState::Waiting {
        link.problem = None;
    }
}
