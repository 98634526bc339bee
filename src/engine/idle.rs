//! What a run leaves claimed that ended with an error: nobody is to be suspected of what happens
//! while no page is asked for.

use super::Engine;
use super::claims::Claims;
use super::draft::Draft;
use super::ports::{Clock, Network, Random, Store};
use crate::model::LibraryError;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Stores that nothing is claimed any more, if no run is on.
    pub(super) async fn release_idle(&self) -> Result<(), LibraryError> {
        let _writer = self.begin().await?;
        let Some(claims) = self.idle_claims() else {
            return Ok(());
        };
        let draft = Draft {
            claims: Some(claims),
            ..Draft::default()
        };
        self.commit(draft).await
    }

    /// The claims with nothing claimed, where they are not so and no run is on.
    pub(super) fn idle_claims(&self) -> Option<Claims> {
        let library = self.library.borrow();
        let idle = !library.claims.claimed.is_empty() && self.runner.try_lock().is_some();
        idle.then(|| {
            let mut claims = library.claims.clone();
            claims.claimed.clear();
            claims
        })
    }
}
