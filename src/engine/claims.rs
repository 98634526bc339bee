//! Which links are about to be asked for, in the store before they are: so that a page that
//! kills the worker is found, and not read for ever.
//!
//! Of a worker that died, all claimed links are suspects. Suspects are read a few at a time, and
//! after a second death one by one: whoever is there a third time is the culprit.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::LinkId;

/// Deaths after which a link is set aside.
const FATAL: u8 = 3;

/// [`super::keys::CLAIMS`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Claims {
    /// The links that may be asked for now.
    pub(super) claimed: BTreeSet<LinkId>,
    /// How many workers died while a link was claimed.
    pub(super) deaths: BTreeMap<LinkId, u8>,
}

/// How carefully a link is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// As any other.
    Normal,
    /// With few others.
    Few,
    /// With no other.
    Alone,
    /// Not at all.
    Parked,
}

impl Claims {
    /// What a new worker makes of what the last one left.
    pub(super) fn after_death(mut self) -> Self {
        for id in std::mem::take(&mut self.claimed) {
            *self.deaths.entry(id).or_default() += 1;
        }
        self
    }

    pub(super) fn trust(&self, id: &LinkId) -> Trust {
        match self.deaths.get(id) {
            None => Trust::Normal,
            Some(1) => Trust::Few,
            Some(deaths) if *deaths < FATAL => Trust::Alone,
            Some(_) => Trust::Parked,
        }
    }

    /// A link was read, or will not be.
    pub(super) fn settle(&mut self, id: &LinkId) {
        self.claimed.remove(id);
        self.deaths.remove(id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_third_death_parks_a_link_and_survival_clears_it() {
        let id = LinkId::from("a");
        let mut claims = Claims::default();
        for trust in [Trust::Few, Trust::Alone, Trust::Parked] {
            claims.claimed.insert(id.clone());
            claims = claims.after_death();
            assert_eq!(claims.trust(&id), trust);
        }
        claims.settle(&id);
        assert_eq!(claims, Claims::default());
    }
}
