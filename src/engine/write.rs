//! Writing: one write after another, and none whose fate is not known.

use std::collections::HashSet;
use std::task::Waker;

use futures_util::lock::MutexGuard;

use super::draft::Draft;
use super::ports::{Clock, Network, Random, Store, StoreError};
use super::seals::Seals;
use super::{Engine, keys};
use crate::model::{LibraryError, Millis};

impl From<StoreError> for LibraryError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full(_) => Self::StorageFull,
            StoreError::Damaged(_) => Self::StorageDamaged,
            StoreError::Failed(_) => Self::StorageFailed,
        }
    }
}

/// The pause before a failed write is tried again, in milliseconds; then twice as long.
const FIRST_PAUSE: Millis = 100;
/// How often a write is tried.
const TRIES: u32 = 3;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Waits until no one else writes. What is in memory stays as it is until the guard is
    /// dropped, but for what its owner commits.
    pub(super) async fn begin(&self) -> Result<MutexGuard<'_, ()>, LibraryError> {
        let guard = self.writer.lock().await;
        if self.unsure.get() {
            let mut library = self.load().await?;
            if library.claims == *self.inherited.borrow() {
                // This worker has claimed nothing yet.
                library.claims = library.claims.after_death();
            }
            self.library.replace(library);
            self.finder.library_replaced();
            self.unsure.set(false);
            self.thinned.set(true);
            self.news.raise();
        }
        Ok(guard)
    }

    /// Writes a draft; in memory it counts only once the store has it. The caller holds the
    /// guard of [`Engine::begin`].
    pub(super) async fn commit(&self, mut draft: Draft) -> Result<(), LibraryError> {
        if draft.claims.is_none() {
            draft.claims = self.idle_claims();
        }
        let mut entries = draft.entries(&self.library.borrow())?;
        let gone = draft.gone_keys(&self.library.borrow());
        let gone: Vec<String> = {
            // What was deleted and brought back is not gone.
            let written: HashSet<&String> = entries.iter().map(|(key, _)| key).collect();
            gone.into_iter()
                .filter(|key| !written.contains(key))
                .collect()
        };
        if !gone.is_empty() || !self.library.borrow().gone.is_empty() {
            // Written with the rest: whoever opens the library next removes them.
            entries.push((keys::GONE.to_owned(), keys::encode(&gone)?));
        }
        let mark = self.mark();
        let log = self
            .library
            .borrow()
            .touched
            .after(&mut entries, &gone, &mark)?;
        let token = Seals::after(&draft, &self.library.borrow()).token(&mark);
        entries.push((keys::LAST_WRITE.to_owned(), token.clone()));
        let jobs_moved = !draft.jobs.is_empty();
        let unwanted = std::mem::take(&mut draft.unwanted);
        let rejoined = std::mem::take(&mut draft.rejoined);
        // Until it is known how the write ended, also when this future is dropped.
        self.unsure.set(true);
        let written = self.write(&entries, &token).await;
        // Also where no room was left: a try before may have arrived.
        self.unsure.set(written.is_err());
        written?;
        draft.apply(&mut self.library.borrow_mut());
        if let Some(log) = log {
            self.library.borrow_mut().touched = log;
        }
        self.finder.library_changed();
        if !unwanted.is_empty() {
            self.unwanted.borrow_mut().extend(unwanted);
            self.thinned.set(true);
            self.news.raise();
        }
        if !rejoined.is_empty() {
            self.restarted.borrow_mut().extend(rejoined);
            self.news.raise();
        }
        if jobs_moved {
            self.followers.take().iter().for_each(Waker::wake_by_ref);
        }
        self.library.borrow_mut().gone = gone;
        self.remove_gone().await;
        Ok(())
    }

    /// What tells a write from all others.
    pub(super) fn mark(&self) -> String {
        format!("{:016x}", self.random.next())
    }

    /// Removes what nothing speaks of. If it does not go now, it goes after the next write.
    pub(super) async fn remove_gone(&self) {
        let gone = self.library.borrow().gone.clone();
        if gone.is_empty() {
            return;
        }
        let mut keys = gone;
        keys.push(keys::GONE.to_owned());
        if self.store.remove(&keys).await.is_ok() {
            self.library.borrow_mut().gone.clear();
        }
    }

    async fn write(&self, entries: &[(String, String)], token: &str) -> Result<(), LibraryError> {
        let mut pause = FIRST_PAUSE;
        let mut tries = 0;
        loop {
            let error = match self.store.set(entries).await {
                Ok(()) => return Ok(()),
                Err(error) => LibraryError::from(error),
            };
            tries += 1;
            if tries == TRIES || error == LibraryError::StorageFull {
                return Err(error);
            }
            self.clock.sleep(pause).await;
            pause *= 2;
            if self.holds(token).await {
                return Ok(());
            }
        }
    }

    /// Whether the store says that the write with this token arrived.
    async fn holds(&self, token: &str) -> bool {
        let asked = [keys::LAST_WRITE.to_owned()];
        let answer = self.store.get(&asked).await;
        answer.is_ok_and(|found| found.iter().any(|(_, value)| value == token))
    }
}
