//! From the records to the tasks of the runner, at any start; and what is left of a job whose
//! records are not what they should be.

use super::Engine;
use super::draft::Draft;
use super::jobs::is_active;
use super::outage::Met;
use super::ports::{Clock, Network, Random, Store};
use super::report::chunks_of;
use super::results::{Step, close};
use super::retry::Outcome;
use super::run::{Event, Run};
use super::task::Task;
use crate::address::Address;
use crate::model::{Job, JobId, LibraryError, LinkId};

/// More lines are loaded while fewer links than this are in hand.
const IN_HAND: usize = 1_024;

/// A link of a job that is still to be read.
pub(super) enum Loaded {
    Task(Box<Task>),
    /// Its address cannot be asked for.
    Hopeless(Box<Step>),
}

/// Which chunks of a job's lines are loaded. There may come to be more while it is accepted.
#[derive(Default)]
pub(super) struct Cursor {
    /// The chunks that there were when one was taken last.
    known: u32,
    /// Those of them that are not loaded, in order.
    open: Vec<u32>,
}

impl Cursor {
    /// The chunk to load next, of so many: the last that is not loaded.
    fn next(&self, chunks: u32) -> Option<u32> {
        if chunks > self.known {
            return Some(chunks - 1);
        }
        self.open.last().copied()
    }

    /// Takes the next one.
    fn take(&mut self, chunks: u32) {
        self.open.extend(self.known..chunks);
        self.known = self.known.max(chunks);
        self.open.pop();
    }
}

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// The links of a chunk of a job's lines that are still to be read, the last first.
    pub(super) async fn load_tasks(
        &self,
        job: &Job,
        chunk: u32,
    ) -> Result<Vec<Loaded>, LibraryError> {
        let lines = self.lines(&job.id, chunk).await?.unwrap_or_default();
        let own = lines.iter().filter_map(|line| line.own_link().cloned());
        self.load_links(job, &own.collect::<Vec<_>>(), job.urgent)
            .await
    }

    /// The links of a person who waits for them.
    async fn load_hurried(&self, links: Vec<(JobId, LinkId)>) -> Result<Vec<Loaded>, LibraryError> {
        let mut loaded = Vec::new();
        for (id, link) in links {
            if let Some(job) = self.job(&id) {
                loaded.extend(self.load_links(&job, &[link], true).await?);
            }
        }
        Ok(loaded)
    }

    async fn load_links(
        &self,
        job: &Job,
        ids: &[LinkId],
        urgent: bool,
    ) -> Result<Vec<Loaded>, LibraryError> {
        let records = self.records(ids).await?.into_iter().flatten();
        let waiting = records
            .rev()
            .filter(|link| link.job.as_ref() == Some(&job.id));
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
                    urgent,
                    url: link.url,
                    host: address.host().to_owned(),
                    stored: address,
                    attempts: link.attempts,
                    crowded: 0,
                    met: Met::default(),
                    followed: false,
                    kept: None,
                    began: None,
                })),
            })
            .collect())
    }

    /// Ends the jobs that go on although none of their links is left to be read: a record was
    /// damaged or is gone. Gives whether there is something to be read after all.
    pub(super) async fn settle_jobs(&self) -> Result<bool, LibraryError> {
        let running: Vec<Job> = {
            let library = self.library.borrow();
            let running = library.jobs.values().filter(|job| is_active(job));
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
        let Some(mut job) = self.job(&job.id).filter(is_active) else {
            return Ok(false);
        };
        self.recount(&mut job).await?;
        if job.counts.waiting > 0 {
            return Ok(true);
        }
        let erased = self.library.borrow().gone.clone();
        let mut draft = Draft::default();
        for (key, json) in self.lost_lines(&job.id, job.lines, &erased).await? {
            draft.record(key, json);
        }
        if !draft.records.is_empty() {
            self.commit(draft).await?;
            return Ok(true);
        }
        close(&mut job, self.clock.now());
        draft.job(job);
        self.commit(draft).await?;
        Ok(false)
    }
}

impl<N: Network, S: Store, C: Clock, R: Random> Run<'_, N, S, C, R> {
    /// Loads what a person waits for, else the next lines, unless there is enough in hand.
    pub(super) fn load_more(&mut self) {
        if self.loading {
            return;
        }
        let engine = self.engine;
        let hurried = engine.hurried.take();
        if !hurried.is_empty() {
            self.loading = true;
            self.wait_for(async move { Event::Loaded(engine.load_hurried(hurried).await) });
            return;
        }
        let enough = self.in_hand.len() >= IN_HAND && !self.schedule.has_room();
        let Some((job, chunk)) = self.next_chunk() else {
            return;
        };
        if enough && !job.urgent {
            return;
        }
        self.loading = true;
        self.cursors
            .entry(job.id.clone())
            .or_default()
            .take(chunks_of(&job));
        self.wait_for(async move { Event::Loaded(engine.load_tasks(&job, chunk).await) });
    }

    /// The next lines to load: of what a person waits for, else of the oldest job; and of its
    /// lines the last, since these stand first in its category.
    pub(super) fn next_chunk(&self) -> Option<(Job, u32)> {
        let library = self.engine.library.borrow();
        let active = library.jobs.values().filter(|job| is_active(job));
        let open = active.filter_map(|job| {
            let chunks = chunks_of(job);
            let cursor = self.cursors.get(&job.id);
            let chunk = cursor.map_or(chunks.checked_sub(1), |cursor| cursor.next(chunks));
            chunk.map(|chunk| (job, chunk))
        });
        open.min_by_key(|(job, _)| !job.urgent)
            .map(|(job, chunk)| (job.clone(), chunk))
    }

    pub(super) fn loaded(&mut self, loaded: Vec<Loaded>) {
        self.loading = false;
        for loaded in loaded {
            match loaded {
                Loaded::Task(task) => {
                    let wanted = self.engine.wants(&task);
                    if wanted && self.in_hand.insert(task.link.clone()) {
                        self.queue(*task);
                    }
                }
                Loaded::Hopeless(step) => {
                    if self.in_hand.insert(step.link.clone()) {
                        self.result(*step);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_chunk_comes_first_also_while_there_come_more() {
        let mut cursor = Cursor::default();
        let mut taken = Vec::new();
        for chunks in [1, 1, 4, 4, 6, 6, 6, 6, 6, 6] {
            if let Some(next) = cursor.next(chunks) {
                taken.push(next);
                cursor.take(chunks);
            }
        }
        assert_eq!(taken, [0, 3, 2, 5, 4, 1]);
        assert_eq!(cursor.next(6), None);
    }
}
