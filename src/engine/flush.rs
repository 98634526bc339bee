//! When results are stored, and which links are claimed with them.

use super::claims::{FEW, Trust};
use super::ports::{Clock, Network, Random, Store};
use super::results::{Batch, Step};
use super::run::{Event, Run};
use super::task::Task;
use crate::model::{LibraryError, LinkId, Millis};

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
