//! Which links are about to be asked for, in the store before they are: so that a page that
//! kills the worker is found, and not read for ever.
//!
//! Of a worker that died, all claimed links are suspects. Suspects are read a few at a time, and
//! after a second death one by one. Whoever is there a third time is set aside until all others are
//! read. If by then no worker died without it, it is the culprit; if one did, workers die for other
//! reasons too (the browser stops them, the user loads the extension anew), and it is tried again.
//!
//! Beside them stands which hosts want to be left alone for longer than a worker waits.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::{LinkId, Millis};

/// Deaths after which a link is set aside.
const FATAL: u8 = 3;
/// So many more, where others died without it.
const DOUBTS: u8 = 3;

/// [`super::keys::CLAIMS`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Claims {
    /// The links that may be asked for now.
    pub(super) claimed: BTreeSet<LinkId>,
    /// How many workers died while a link was claimed.
    pub(super) deaths: BTreeMap<LinkId, u8>,
    /// How many died since there are suspects.
    pub(super) all_deaths: u8,
    /// Until when hosts want to be left alone, where that is long.
    pub(super) wishes: BTreeMap<String, Millis>,
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
    /// With no other, when all others are read.
    Last,
    /// Not at all, if no worker dies without it.
    Parked,
}

impl Claims {
    /// What a new worker makes of what the last one left.
    pub(super) fn after_death(mut self) -> Self {
        if !self.claimed.is_empty() {
            self.all_deaths = self.all_deaths.saturating_add(1);
        }
        for id in std::mem::take(&mut self.claimed) {
            *self.deaths.entry(id).or_default() += 1;
        }
        self
    }

    pub(super) fn trust(&self, id: &LinkId) -> Trust {
        match self.deaths.get(id) {
            None => Trust::Normal,
            Some(1) => Trust::Few,
            Some(deaths) => {
                let doubts = self.all_deaths.saturating_sub(*deaths).min(DOUBTS);
                if *deaths < FATAL {
                    Trust::Alone
                } else if *deaths < FATAL + doubts {
                    Trust::Last
                } else {
                    Trust::Parked
                }
            }
        }
    }

    /// A link was read, or will not be.
    pub(super) fn settle(&mut self, id: &LinkId) {
        self.claimed.remove(id);
        self.deaths.remove(id);
        if self.deaths.is_empty() {
            self.all_deaths = 0;
        }
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

    #[test]
    fn whom_workers_outlive_dying_without_it_is_tried_again() {
        let [id, other] = ["a", "b"].map(LinkId::from);
        let mut claims = Claims::default();
        let mut die = |at: &LinkId| {
            claims.claimed.insert(at.clone());
            claims = std::mem::take(&mut claims).after_death();
            claims.trust(&id)
        };
        assert_eq!(die(&id), Trust::Few);
        assert_eq!(die(&id), Trust::Alone);
        assert_eq!(die(&id), Trust::Parked);
        assert_eq!(die(&other), Trust::Last);
        assert_eq!(die(&id), Trust::Parked);
        (0..9).for_each(|_| _ = die(&other));
        assert_eq!(die(&id), Trust::Last);
        assert_eq!(die(&id), Trust::Parked);
        assert_eq!(die(&other), Trust::Parked, "no doubt is for ever");
    }
}
