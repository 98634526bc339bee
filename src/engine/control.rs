//! What a person does with jobs: hold, let go on, end, try again, read anew.

use super::draft::Draft;
use super::flush::close;
use super::index::length;
use super::jobs::{KEPT_JOBS, is_active};
use super::library::Library;
use super::ports::{Clock, Network, Random, Store};
use super::report::{JobLine, LINES, chunks_of};
use super::{Engine, keys};
use crate::model::{
    Hold, Job, JobCounts, JobId, JobState, LibraryError, Link, LinkId, LinkState, Millis, Problem,
};

/// Lines that are changed in one write.
const SLICE: usize = 3 * LINES;

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

    /// Lets a job go on; [`Engine::run_jobs`] is to be called then.
    ///
    /// # Errors
    /// As [`Engine::pause_job`].
    pub async fn resume_job(&self, id: &JobId) -> Result<Job, LibraryError> {
        self.full.set(false);
        self.change_job(id, |job, _| {
            if job.state == JobState::Paused {
                job.state = JobState::Running;
                job.hold = None;
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
            if matches!(job.state, JobState::Running | JobState::Paused) {
                job.state = JobState::Cancelled;
                job.hold = None;
                job.finished = Some(now);
            }
        })
        .await
    }

    /// Reads the pages again that a job could not read, all or those with one problem. A job that
    /// was cancelled goes on. [`Engine::run_jobs`] is to be called then. (For one link:
    /// [`Engine::refresh`].)
    ///
    /// # Errors
    /// As [`Engine::pause_job`].
    pub async fn retry_job(
        &self,
        id: &JobId,
        problem: Option<Problem>,
    ) -> Result<Job, LibraryError> {
        self.full.set(false);
        let accepting = self.accepting(id);
        let chunks = chunks_of(&self.job(id).ok_or(LibraryError::NoSuchJob)?);
        for chunk in 0..chunks {
            self.retry_chunk(id, chunk, problem).await?;
        }
        drop(accepting);
        let _writer = self.begin().await?;
        let mut job = self.job(id).ok_or(LibraryError::NoSuchJob)?;
        // Another job may have read some of the links anew since this one counted them.
        job.counts = self.count_links(&job).await?;
        close(&mut job, self.clock.now());
        self.commit_job(job).await
    }

    /// Reads pages anew, as a job of its own. What the user says stays; so does what a page said
    /// where it cannot be read now. Links that a job reads just now are passed over.
    /// [`Engine::run_jobs`] is to be called then.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn refresh(&self, links: &[LinkId]) -> Result<Job, LibraryError> {
        let now = self.clock.now();
        let id = JobId::new(now, self.random.next());
        let mut job = Job {
            id,
            category: None,
            created: now,
            finished: None,
            state: JobState::Running,
            hold: None,
            urgent: links.len() == 1,
            lines: 0,
            total: 0,
            counts: JobCounts::default(),
            duplicates: 0,
            rejected: 0,
        };
        let accepting = self.accepting(&job.id);
        let mut rest = links;
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

    /// Every link, the newest first: to refresh the whole library.
    pub fn all_links(&self) -> Vec<LinkId> {
        let library = self.library.borrow();
        let mut ids: Vec<LinkId> = library.index.all().map(super::index::Entry::id).collect();
        ids.sort_unstable_by(|one, other| other.cmp(one));
        ids
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

    async fn commit_job(&self, job: Job) -> Result<Job, LibraryError> {
        if self.job(&job.id).as_ref() != Some(&job) {
            let mut draft = Draft::default();
            draft.job(job.clone());
            self.commit(draft).await?;
            self.news.raise();
        }
        Ok(job)
    }

    async fn retry_chunk(
        &self,
        id: &JobId,
        chunk: u32,
        problem: Option<Problem>,
    ) -> Result<(), LibraryError> {
        let _writer = self.begin().await?;
        let lines = self.lines(id, chunk).await?.unwrap_or_default();
        let own = lines.iter().filter_map(|line| line.own_link().cloned());
        let ids: Vec<LinkId> = own.collect();
        let records = self.records(&ids).await?;
        let mut job = self.job(id).ok_or(LibraryError::NoSuchJob)?;
        let draft = self.draft_retry(&mut job, records, problem)?;
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
        problem: Option<Problem>,
    ) -> Result<Draft, LibraryError> {
        let library = self.library.borrow();
        let mut draft = Draft::default();
        for mut link in records.into_iter().flatten() {
            if self.will_be_read(&link) || !is_to_be_retried(&link, problem) {
                continue;
            }
            if link.job.as_ref() != Some(&job.id) {
                if link.state != LinkState::Waiting {
                    let count = job.counts.of(link.state);
                    *count = count.saturating_sub(1);
                }
                job.counts.waiting += 1;
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
                judged.push(JobLine::other("", Problem::Damaged, Some(id.clone())));
                continue;
            };
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
            job.counts.waiting += 1;
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
        job.counts.waiting = job.counts.waiting.saturating_sub(1);
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
