//! Storing what was read: the records, the index, the counts and the jobs in one write, which
//! does no harm if it is made twice.

use std::collections::BTreeMap;

use super::Engine;
use super::claims::{Claims, FEW, Trust};
use super::draft::Draft;
use super::entry::Place;
use super::ports::{Clock, Network, Random, Store};
use super::retry::Outcome;
use super::runner::{Event, Run};
use super::schedule::Task;
use crate::model::{
    Job, JobId, JobState, LibraryError, Link, LinkId, LinkState, Millis, PageMetadata,
};

/// Results are stored when there are so many, or when the first is so old.
const FLUSH_RESULTS: usize = 256;
const FLUSH_AGE: Millis = 300;
/// Tasks that are claimed and not yet answered.
const CLAIMED: usize = 256;
/// More are claimed at once when fewer than this wait for their turn.
const FEW_READY: usize = 16;
/// A write that fails is made again so often, after pauses that begin with this and double.
const FLUSH_TRIES: u32 = 5;
const FLUSH_PAUSE: Millis = 250;

/// What is to be stored of one link.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) link: LinkId,
    pub(super) job: JobId,
    /// How often its page was asked for.
    pub(super) attempts: u8,
    /// How it ended; none if it will be asked for again.
    pub(super) outcome: Option<Outcome>,
}

/// What goes to the store together.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) steps: Vec<Step>,
    /// Tasks that may be started when this is stored.
    pub(super) claim: Vec<Task>,
    /// Links that were claimed, and will not be asked for.
    pub(super) release: Vec<LinkId>,
    /// Those of them that are suspects whose short time is over.
    pub(super) spared: Vec<LinkId>,
    /// Hosts that want to be left alone for long, and until when.
    pub(super) wishes: BTreeMap<String, Millis>,
}

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Stores results, ends the jobs of which they were the last, and claims the next links.
    pub(super) async fn store_batch(&self, batch: &Batch) -> Result<(), LibraryError> {
        let _writer = self.begin().await?;
        let ids: Vec<LinkId> = batch.steps.iter().map(|step| step.link.clone()).collect();
        let records = self.records(&ids).await?;
        let mut draft = self.draft_steps(&batch.steps, records)?;
        draft.claims = self.claims_after(batch);
        self.commit(draft).await
    }

    /// The claims as they will be, if they change.
    fn claims_after(&self, batch: &Batch) -> Option<Claims> {
        let library = self.library.borrow();
        let mut claims = library.claims.clone();
        for step in &batch.steps {
            if step.outcome.as_ref().is_none_or(Outcome::was_asked) {
                claims.survived(&step.link);
            }
            if step.outcome.is_some() {
                claims.settle(&step.link);
            }
        }
        for link in &batch.spared {
            claims.spare(link);
        }
        for link in &batch.release {
            claims.claimed.remove(link);
        }
        claims
            .claimed
            .extend(batch.claim.iter().map(|task| task.link.clone()));
        claims.suspect_only(|id| {
            library
                .index
                .place_of(id)
                .is_some_and(|at| *at != Place::Trash)
        });
        let now = self.clock.now();
        claims.wishes.extend(batch.wishes.clone());
        claims.wishes.retain(|_, until| *until > now);
        (claims != library.claims).then_some(claims)
    }

    fn draft_steps(
        &self,
        steps: &[Step],
        records: Vec<Option<Link>>,
    ) -> Result<Draft, LibraryError> {
        let now = self.clock.now();
        let library = self.library.borrow();
        let mut draft = Draft::default();
        let mut jobs: BTreeMap<JobId, Job> = BTreeMap::new();
        // One record may be in two steps: another try, then the end.
        let mut links: BTreeMap<LinkId, Link> = BTreeMap::new();
        links.extend(
            records
                .into_iter()
                .flatten()
                .map(|link| (link.id.clone(), link)),
        );
        for step in steps {
            let Some(link) = links.get_mut(&step.link) else {
                continue;
            };
            if link.job.as_ref() != Some(&step.job) {
                continue;
            }
            link.attempts = step.attempts;
            let Some(outcome) = &step.outcome else {
                continue;
            };
            apply(link, outcome, now);
            let Some(job) = library.jobs.get(&step.job) else {
                continue;
            };
            let job = jobs.entry(step.job.clone()).or_insert_with(|| job.clone());
            job.uncount(LinkState::Waiting, None);
            job.count(link.state, link.problem);
        }
        for link in links.values() {
            draft.link(link)?;
            draft.reindex(&library.index, link);
        }
        for (id, mut job) in jobs {
            if !self.is_accepting(&id) {
                close(&mut job, now);
            }
            draft.job(job);
        }
        Ok(draft)
    }
}

/// Ends a job of which nothing is left to be done.
pub(super) fn close(job: &mut Job, now: Millis) {
    if job.counts.waiting == 0 && matches!(job.state, JobState::Running | JobState::Paused) {
        job.state = JobState::Done;
        job.hold = None;
        job.finished = Some(now);
    }
}

/// Brings a result into a link. What the user says stays, and so does what an earlier reading
/// found where this one found nothing.
fn apply(link: &mut Link, outcome: &Outcome, now: Millis) {
    link.job = None;
    link.updated = now;
    link.state = outcome.state;
    link.problem = outcome.problem;
    let titled =
        |page: &Option<PageMetadata>| page.as_ref().is_some_and(|page| page.title.is_some());
    let better = titled(&outcome.page) || outcome.state == LinkState::Saved || !titled(&link.page);
    if better && outcome.page.is_some() {
        link.page.clone_from(&outcome.page);
    }
}

impl<N: Network, S: Store, C: Clock, R: Random> Run<'_, N, S, C, R> {
    pub(super) fn result(&mut self, step: Step) {
        self.date_flush();
        self.suspects.remove(&step.link);
        self.results.push(step);
    }

    /// What waits to be stored waits no longer than so.
    fn date_flush(&mut self) {
        if self.results.is_empty() && self.released.is_empty() && self.failures == 0 {
            self.flush_at = self.now() + FLUSH_AGE;
        }
    }

    /// Starts a write, if it is time for one.
    pub(super) fn flush_if_due(&mut self) {
        let now = self.now();
        if self.storing || (self.failures > 0 && now < self.flush_at) {
            return;
        }
        let waits = !self.results.is_empty() || !self.released.is_empty();
        let many = self.results.len() >= FLUSH_RESULTS;
        let quiet = self.schedule.in_flight() == 0 && self.schedule.ready() == 0 && !self.loading;
        let due = waits && (many || quiet || now >= self.flush_at);
        let hungry = self.schedule.has_room() && self.schedule.ready() < FEW_READY;
        if !due && !hungry {
            return;
        }
        let claim = self.next_claims(now);
        if !due && claim.is_empty() {
            return;
        }
        let batch = Batch {
            steps: std::mem::take(&mut self.results),
            claim,
            release: std::mem::take(&mut self.released),
            spared: std::mem::take(&mut self.spared),
            wishes: std::mem::take(&mut self.wishes),
        };
        self.storing = true;
        let engine = self.engine;
        self.wait_for(async move {
            let stored = engine.store_batch(&batch).await;
            Event::Stored(batch, stored)
        });
    }

    fn next_claims(&mut self, now: Millis) -> Vec<Task> {
        if self.outage.is_on() || self.backlog.is_empty() {
            return Vec::new();
        }
        let schedule = &self.schedule;
        let room = CLAIMED.saturating_sub(schedule.ready() + schedule.in_flight() as usize);
        let alone = self.suspects.values().any(|alone| *alone);
        let most = if alone { 0 } else { FEW };
        let few = most.saturating_sub(schedule.len());
        // Suspects go first, and some may not be loaded yet.
        let unknown = self.loading && self.engine.library.borrow().claims.has_suspects();
        let bulk = if unknown || !self.suspects.is_empty() {
            0
        } else {
            room
        };
        let open = |host: &str| schedule.can_take(host, now);
        self.backlog.take(schedule.len(), few, bulk, open)
    }

    /// A write has ended. One that failed is made again, with what came in since.
    pub(super) fn stored(
        &mut self,
        mut batch: Batch,
        stored: Result<(), LibraryError>,
    ) -> Result<(), LibraryError> {
        self.storing = false;
        let Err(error) = stored else {
            self.failures = 0;
            for step in batch.steps.iter().filter(|step| step.outcome.is_some()) {
                self.in_hand.remove(&step.link);
            }
            let engine = self.engine;
            self.cursors.retain(|id, _| engine.goes_on(id));
            for task in batch.claim {
                if engine.wants(&task) {
                    let trust = engine.library.borrow().claims.trust(&task.link);
                    if !matches!(trust, Trust::Normal | Trust::Spared) {
                        self.suspects.insert(task.link.clone(), trust != Trust::Few);
                    }
                    self.schedule.add(task);
                } else {
                    self.let_go(&task);
                }
            }
            self.note_rests();
            return Ok(());
        };
        self.failures += 1;
        if error != LibraryError::StorageFailed || self.failures == FLUSH_TRIES {
            return Err(error);
        }
        self.flush_at = self.now() + (FLUSH_PAUSE << self.failures);
        batch.steps.append(&mut self.results);
        self.results = batch.steps;
        self.released.append(&mut batch.release);
        self.spared.append(&mut batch.spared);
        batch.wishes.append(&mut self.wishes);
        self.wishes = batch.wishes;
        for task in batch.claim {
            self.queue(task);
        }
        Ok(())
    }

    /// The link of a task is not to be read now.
    pub(super) fn let_go(&mut self, task: &Task) {
        self.in_hand.remove(&task.link);
        self.suspects.remove(&task.link);
        self.release(task.link.clone());
    }

    pub(super) fn release(&mut self, link: LinkId) {
        self.date_flush();
        self.released.push(link);
    }

    /// Before the end: what is claimed still is claimed for nothing.
    pub(super) fn release_the_rest(&mut self) -> bool {
        let claimed = self.engine.library.borrow().claims.claimed.clone();
        for link in claimed {
            self.release(link);
        }
        if self.failures == 0 {
            self.flush_at = self.now();
        }
        self.flush_if_due();
        self.storing || !self.released.is_empty()
    }
}
