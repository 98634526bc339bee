//! From the records to the tasks of the runner, at any start; and what is left of a job whose
//! records are not what they should be.

use super::Engine;
use super::draft::Draft;
use super::flush::Step;
use super::ports::{Clock, Network, Random, Store};
use super::report::chunks_of;
use super::retry::Outcome;
use super::schedule::Task;
use crate::address::Address;
use crate::model::{Job, JobCounts, JobState, LibraryError, LinkId, LinkState};

/// A link of a job that is still to be read.
pub(super) enum Loaded {
    Task(Box<Task>),
    /// Its address cannot be asked for.
    Hopeless(Box<Step>),
}

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// The links of a chunk of a job's lines that are still to be read.
    pub(super) async fn load_tasks(
        &self,
        job: &Job,
        chunk: u32,
    ) -> Result<Vec<Loaded>, LibraryError> {
        let lines = self.lines(&job.id, chunk).await?.unwrap_or_default();
        let ids: Vec<LinkId> = lines
            .iter()
            .filter_map(|line| line.own_link().cloned())
            .collect();
        let records = self.records(&ids).await?.into_iter().flatten();
        let waiting = records.filter(|link| link.job.as_ref() == Some(&job.id));
        Ok(waiting
            .map(|link| match Address::parse(&link.url) {
                Err(problem) => Loaded::Hopeless(Box::new(Step {
                    link: link.id,
                    job: job.id.clone(),
                    attempts: link.attempts,
                    outcome: Some(Outcome::failed(problem)),
                })),
                Ok(address) => Loaded::Task(Box::new(Task {
                    link: link.id,
                    job: job.id.clone(),
                    urgent: job.urgent,
                    url: link.url.clone(),
                    stored_url: link.url,
                    host: address.host().to_owned(),
                    public: !address.is_private(),
                    attempts: link.attempts,
                    kept: None,
                })),
            })
            .collect())
    }

    /// Ends the jobs that go on although none of their links is left to be read: a record was
    /// damaged or is gone. Gives whether there is something to be read after all.
    pub(super) async fn settle_jobs(&self) -> Result<bool, LibraryError> {
        let running: Vec<Job> = {
            let library = self.library.borrow();
            let running = library
                .jobs
                .values()
                .filter(|job| job.state == JobState::Running);
            running.cloned().collect()
        };
        let mut more = false;
        for job in running {
            more |= self.settle(job).await?;
        }
        Ok(more)
    }

    async fn settle(&self, job: Job) -> Result<bool, LibraryError> {
        let _writer = self.begin().await?;
        let Some(mut job) = self
            .job(&job.id)
            .filter(|job| job.state == JobState::Running)
        else {
            return Ok(false);
        };
        let mut counts = JobCounts::default();
        for chunk in 0..chunks_of(&job) {
            let lines = self.lines(&job.id, chunk).await?.unwrap_or_default();
            let own = lines.iter().filter_map(|line| line.own_link().cloned());
            let ids: Vec<LinkId> = own.collect();
            for link in self.records(&ids).await? {
                let state = link.map_or(LinkState::Failed, |link| {
                    if link.job.as_ref() == Some(&job.id) {
                        LinkState::Waiting
                    } else {
                        link.state
                    }
                });
                *counts.of(state) += 1;
            }
        }
        if counts.waiting > 0 {
            return Ok(true);
        }
        job.counts = counts;
        job.state = JobState::Done;
        job.finished = Some(self.clock.now());
        let mut draft = Draft::default();
        draft.job(job);
        self.commit(draft).await?;
        Ok(false)
    }
}
