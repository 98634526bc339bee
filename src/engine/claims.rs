//! Which links are about to be asked for, in the store before they are: so that a page that
//! kills the worker is found, and not read for ever.
//!
//! Of a worker that died, all claimed links are suspects. Those of many are read again a few at a
//! time; those of a few, one by one: only a link that is alone can be the culprit. One that three
//! workers died with while it was alone is set aside, and not read when all others are.
//!
//! But workers die for other reasons too: the browser stops them, the user loads the extension
//! anew. Whoever was alone with a death is tried again after all others, so that such deaths meet
//! one link rarely more than once. And each death whose suspects were all read in the end is known
//! to be a stray one: for each, it takes one more to set a link aside.
//!
//! Beside them stands which hosts want to be left alone for longer than a worker waits.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::{LinkId, Millis};

/// Suspects that are read together.
pub(super) const FEW: usize = 16;
/// Deaths alone with a link after which it is set aside.
const FATAL: u8 = 3;
/// So many more, where workers died of other things.
const DOUBTS: u16 = 6;

/// [`super::keys::CLAIMS`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Claims {
    /// The links that may be asked for now.
    pub(super) claimed: BTreeSet<LinkId>,
    /// The links that were claimed when a worker died.
    suspects: BTreeMap<LinkId, Suspect>,
    /// How many workers died since there are suspects.
    died: u16,
    /// How many of them certainly of no suspect.
    strays: u16,
    /// Until when hosts want to be left alone, where that is long.
    pub(super) wishes: BTreeMap<String, Millis>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Suspect {
    /// At which deaths it was claimed.
    deaths: Vec<u16>,
    /// Whether it was one of a few at one of them.
    close: bool,
    /// At how many it was alone.
    alone: u8,
    /// Whether its time was over before it was read: it is read with all others.
    spared: bool,
    /// Whether a worker died with it after that.
    again: bool,
}

/// How carefully a link is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// As any other.
    Normal,
    /// As any other, but behind all suspects.
    Spared,
    /// With few others.
    Few,
    /// With no other; so many workers died with it so far.
    Alone(u8),
    /// Not at all, if the others do not tell otherwise.
    Parked,
}

impl Claims {
    /// What a new worker makes of what the last one left.
    pub(super) fn after_death(mut self) -> Self {
        let claimed = std::mem::take(&mut self.claimed);
        if claimed.is_empty() {
            return self;
        }
        self.died = self.died.saturating_add(1);
        let count = claimed.len();
        for id in claimed {
            let suspect = self.suspects.entry(id).or_default();
            suspect.deaths.push(self.died);
            suspect.close |= count <= FEW;
            suspect.again |= std::mem::take(&mut suspect.spared);
            suspect.alone = suspect.alone.saturating_add(u8::from(count == 1));
        }
        self
    }

    pub(super) fn trust(&self, id: &LinkId) -> Trust {
        let fatal = u16::from(FATAL) + self.strays.min(DOUBTS);
        match self.suspects.get(id) {
            None => Trust::Normal,
            Some(suspect) if suspect.spared => Trust::Spared,
            Some(suspect) if !suspect.close => Trust::Few,
            Some(suspect) if u16::from(suspect.alone) < fatal => Trust::Alone(suspect.alone),
            Some(_) => Trust::Parked,
        }
    }

    /// Whether anyone is to be read before all others.
    pub(super) fn has_suspects(&self) -> bool {
        self.suspects.values().any(|suspect| !suspect.spared)
    }

    /// Whether a suspect has a short time only.
    pub(super) fn is_short_of_time(&self, id: &LinkId) -> bool {
        self.suspects.get(id).is_some_and(|suspect| !suspect.again)
    }

    /// The short time of a suspect was over before it was read.
    pub(super) fn spare(&mut self, id: &LinkId) {
        if let Some(suspect) = self.suspects.get_mut(id) {
            suspect.spared = true;
        }
    }

    /// A link was asked for, and the worker lives.
    pub(super) fn survived(&mut self, id: &LinkId) {
        let Some(suspect) = self.suspects.remove(id) else {
            return;
        };
        let others = || self.suspects.values();
        let explained = |death: &u16| others().any(|other| other.deaths.contains(death));
        let strays = suspect.deaths.iter().filter(|death| !explained(death));
        let strays = u16::try_from(strays.count()).unwrap_or(DOUBTS);
        self.strays = self.strays.saturating_add(strays);
        self.forget();
    }

    /// A link will not be asked for (any more).
    pub(super) fn settle(&mut self, id: &LinkId) {
        self.claimed.remove(id);
        self.suspects.remove(id);
        self.forget();
    }

    /// No link is suspected any more that cannot be asked for.
    pub(super) fn suspect_only(&mut self, is_there: impl Fn(&LinkId) -> bool) {
        self.suspects.retain(|id, _| is_there(id));
        self.forget();
    }

    /// Where nobody is suspected, deaths mean nothing.
    fn forget(&mut self) {
        if self.suspects.is_empty() {
            self.died = 0;
            self.strays = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids<const N: usize>(names: [&str; N]) -> [LinkId; N] {
        names.map(LinkId::from)
    }

    fn die(claims: &mut Claims, with: &[&LinkId]) {
        claims.claimed.extend(with.iter().copied().cloned());
        *claims = std::mem::take(claims).after_death();
    }

    #[test]
    fn suspects_of_many_are_read_with_few_and_those_of_few_alone() {
        let many: Vec<LinkId> = (0..=FEW)
            .map(|n| LinkId::from(n.to_string().as_str()))
            .collect();
        let mut claims = Claims::default();
        die(&mut claims, &many.iter().collect::<Vec<_>>());
        assert_eq!(claims.trust(&many[0]), Trust::Few);
        die(&mut claims, &many.iter().take(FEW).collect::<Vec<_>>());
        assert_eq!(claims.trust(&many[0]), Trust::Alone(0));
        assert_eq!(claims.trust(&many[FEW]), Trust::Few);
        assert_eq!(claims.trust(&LinkId::from("new")), Trust::Normal);
    }

    #[test]
    fn the_third_death_alone_parks_a_link_and_survival_clears_it() {
        let [id] = ids(["a"]);
        let mut claims = Claims::default();
        for trust in [Trust::Alone(1), Trust::Alone(2), Trust::Parked] {
            die(&mut claims, &[&id]);
            assert_eq!(claims.trust(&id), trust);
        }
        claims.survived(&id);
        assert_eq!(claims, Claims::default());
    }

    #[test]
    fn a_slow_suspect_is_spared_once() {
        let [id] = ids(["a"]);
        let mut claims = Claims::default();
        die(&mut claims, &[&id]);
        assert!(claims.is_short_of_time(&id));
        claims.spare(&id);
        assert_eq!(claims.trust(&id), Trust::Spared);
        die(&mut claims, &[&id]);
        assert_eq!(claims.trust(&id), Trust::Alone(2));
        assert!(!claims.is_short_of_time(&id));
        claims.survived(&id);
        assert_eq!(claims, Claims::default());
    }

    #[test]
    fn a_worker_that_died_before_it_asked_for_anything_accuses_nobody() {
        assert_eq!(Claims::default().after_death(), Claims::default());
    }

    #[test]
    fn each_death_that_no_suspect_explains_is_one_more_doubt() {
        let [id, other, third] = ids(["a", "b", "c"]);
        let mut claims = Claims::default();
        die(&mut claims, &[&id, &other, &third]);
        die(&mut claims, &[&other]);
        (0..3).for_each(|_| die(&mut claims, &[&id]));
        assert_eq!(claims.trust(&id), Trust::Parked);
        claims.survived(&third);
        assert_eq!(
            claims.trust(&id),
            Trust::Parked,
            "its death may be another's"
        );
        claims.survived(&other);
        assert_eq!(claims.trust(&id), Trust::Alone(3), "the second was a stray");
        die(&mut claims, &[&id]);
        assert_eq!(claims.trust(&id), Trust::Parked);
    }

    #[test]
    fn whoever_is_parked_has_explained_its_deaths() {
        let [id, other] = ids(["a", "b"]);
        let mut claims = Claims::default();
        for _ in 0..3 {
            die(&mut claims, &[&id]);
            die(&mut claims, &[&other]);
        }
        claims.settle(&other);
        assert_eq!(claims.trust(&id), Trust::Parked);
    }

    #[test]
    fn no_doubt_is_for_ever() {
        let [id, other, third] = ids(["a", "b", "c"]);
        let mut claims = Claims::default();
        die(&mut claims, &[&third]);
        for _ in 0..20 {
            die(&mut claims, &[&other]);
            claims.survived(&other);
        }
        for alone in 1..9 {
            die(&mut claims, &[&id]);
            assert_eq!(claims.trust(&id), Trust::Alone(alone));
        }
        die(&mut claims, &[&id]);
        assert_eq!(claims.trust(&id), Trust::Parked);
    }
}
