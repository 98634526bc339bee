//! Reading records, also from a store where some of them cannot be read.

use std::collections::HashMap;

use super::ports::{Clock, Network, Random, Store, StoreError};
use super::{Engine, keys};
use crate::model::LibraryError;

/// How many keys are asked for at once.
pub(super) const READ: usize = 200;

/// How often a read is tried: where a record is damaged, Chrome refuses the whole of a read once,
/// and has removed the record when it is asked again.
const TRIES: u32 = 2;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// The values of the keys that exist. One that can never be read is passed over, as one that is
    /// damaged is.
    pub(super) async fn read(
        &self,
        keys: Vec<String>,
    ) -> Result<HashMap<String, String>, LibraryError> {
        self.read_some(&keys).await.map(|(found, _)| found)
    }

    /// The values of keys of which none may be passed over.
    ///
    /// # Errors
    /// [`LibraryError::StorageDamaged`], where one cannot be read; else those of the store.
    pub(super) async fn read_all(
        &self,
        keys: &[String],
    ) -> Result<HashMap<String, String>, LibraryError> {
        match self.read_some(keys).await? {
            (found, true) => Ok(found),
            _ => Err(LibraryError::StorageDamaged),
        }
    }

    /// What can be read, and whether that is all there is.
    async fn read_some(
        &self,
        keys: &[String],
    ) -> Result<(HashMap<String, String>, bool), LibraryError> {
        let mut all = HashMap::with_capacity(keys.len());
        let mut whole = true;
        for group in keys.chunks(READ) {
            if let Ok(found) = self.insist(group).await {
                all.extend(found);
                continue;
            }
            for key in group {
                match self.insist(std::slice::from_ref(key)).await {
                    Ok(found) => all.extend(found),
                    // Only of a store that answers is it known that this one alone is damaged.
                    Err(StoreError::Damaged(_)) if self.answers().await => whole = false,
                    Err(error) => return Err(error.into()),
                }
            }
        }
        Ok((all, whole))
    }

    async fn answers(&self) -> bool {
        self.insist(&[keys::LAST_WRITE.to_owned()]).await.is_ok()
    }

    async fn insist(&self, keys: &[String]) -> Result<Vec<(String, String)>, StoreError> {
        let mut tries = 0;
        loop {
            tries += 1;
            match self.store.get(keys).await {
                Err(_) if tries < TRIES => {}
                answer => return answer,
            }
        }
    }
}
