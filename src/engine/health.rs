//! How hosts and the network behave, and what follows from it.

use crate::model::{Millis, Problem, Settings};

/// Failures in a row after which a host is left alone.
const FAILURES: u32 = 5;
/// How long it is left alone, in milliseconds.
const REST: Millis = 30_000;
/// How often, until it is given up.
const RESTS: u32 = 3;
/// How long a host stays given up.
const GIVEN_UP: Millis = 300_000;

/// A host's behaviour.
#[derive(Clone, Debug, Default)]
pub(super) struct Health {
    failures: u32,
    rests: u32,
    rests_until: Millis,
    wishes_until: Millis,
    given_up: Option<(Millis, Problem)>,
    has_answered: bool,
}

impl Health {
    /// The host answered.
    pub(super) fn succeeded(&mut self) {
        *self = Self {
            wishes_until: self.wishes_until,
            has_answered: true,
            ..Self::default()
        };
    }

    /// The host failed, in a way that may pass.
    pub(super) fn failed(&mut self, now: Millis) {
        if now < self.rests_until {
            return;
        }
        self.failures += 1;
        let probe = self.rests > 0;
        if !probe && self.failures < FAILURES {
            return;
        }
        self.rests += 1;
        self.rests_until = now + REST;
        if self.rests == RESTS {
            self.give_up(now + GIVEN_UP, Problem::HostUnavailable);
        }
    }

    /// The host asks to be left alone.
    pub(super) fn wishes(&mut self, until: Millis) {
        self.wishes_until = self.wishes_until.max(until);
    }

    /// Until when the host asks to be left alone.
    pub(super) const fn wishes_until(&self) -> Millis {
        self.wishes_until
    }

    /// A person does not want to wait.
    pub(super) const fn hasten(&mut self) {
        self.wishes_until = 0;
    }

    /// No one is to wait for the host until then, and why.
    pub(super) const fn give_up(&mut self, until: Millis, problem: Problem) {
        self.given_up = Some((until, problem));
    }

    /// Why the host is not worth waiting for, if so.
    pub(super) fn is_given_up(&self, now: Millis) -> Option<Problem> {
        self.given_up
            .filter(|(until, _)| now < *until)
            .map(|(_, problem)| problem)
    }

    /// From when the host may be asked again. What a person waits for may try at once, save
    /// where the host itself asked for a rest.
    pub(super) const fn closed_until(&self, urgent: bool) -> Millis {
        if urgent || self.rests_until < self.wishes_until {
            self.wishes_until
        } else {
            self.rests_until
        }
    }

    /// How many requests it may have at once: after a rest, one that tries.
    pub(super) const fn share(&self, usual: u32) -> u32 {
        if self.rests > 0 { 1 } else { usual }
    }

    pub(super) const fn has_answered(&self) -> bool {
        self.has_answered
    }
}

/// How many requests may be open at once: more while all goes well, twice as many as long as
/// nothing ever went wrong, half as many on trouble.
#[derive(Clone, Debug)]
pub(super) struct Limit {
    value: u32,
    window_ends: Millis,
    answers: u32,
    troubles: u32,
    /// Whether there was trouble before.
    cautious: bool,
    /// What the user allows.
    allowed: u32,
}

impl Limit {
    const FIRST: u32 = 32;
    const MOST: u32 = Settings::MOST_CONNECTIONS;
    const LEAST: u32 = 8;
    const STEP: u32 = 8;
    /// Milliseconds.
    const WINDOW: Millis = 500;

    pub(super) const fn new() -> Self {
        Self {
            value: Self::FIRST,
            window_ends: 0,
            answers: 0,
            troubles: 0,
            cautious: false,
            allowed: Self::MOST,
        }
    }

    pub(super) fn value(&self) -> u32 {
        self.value.min(self.allowed)
    }

    pub(super) fn allow(&mut self, most: Option<u32>) {
        self.allowed = most.unwrap_or(Self::MOST);
    }

    /// A request ended; `trouble` says that it may have because there were too many.
    pub(super) fn answered(&mut self, now: Millis, trouble: bool) {
        self.answers += 1;
        self.troubles += u32::from(trouble);
        if now < self.window_ends {
            return;
        }
        if self.troubles * 4 > self.answers {
            self.value = (self.value / 2).max(Self::LEAST);
            self.cautious = true;
        } else if self.troubles == 0 {
            let step = if self.cautious {
                Self::STEP
            } else {
                self.value
            };
            self.value = (self.value + step).min(Self::MOST);
        }
        self.window_ends = now + Self::WINDOW;
        self.answers = 0;
        self.troubles = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_failures_give_a_host_a_rest_and_a_probe_decides() {
        let mut health = Health::default();
        (0..4).for_each(|_| health.failed(0));
        assert_eq!((health.closed_until(false), health.share(4)), (0, 4));
        health.failed(0);
        assert_eq!((health.closed_until(false), health.share(4)), (30_000, 1));
        assert_eq!(health.closed_until(true), 0, "a person may try at once");
        health.failed(10);
        assert_eq!(
            health.closed_until(false),
            30_000,
            "it was under way before"
        );
        health.failed(31_000);
        assert_eq!(health.closed_until(false), 61_000);
        health.succeeded();
        assert_eq!((health.closed_until(false), health.share(4)), (0, 4));
    }

    #[test]
    fn the_third_rest_gives_a_host_up() {
        let mut health = Health::default();
        (0..5).for_each(|_| health.failed(0));
        health.failed(30_000);
        assert_eq!(health.is_given_up(30_000), None);
        health.failed(60_000);
        assert_eq!(health.is_given_up(60_000), Some(Problem::HostUnavailable));
        assert_eq!(health.is_given_up(360_000), None, "not for ever");
    }

    #[test]
    fn a_wish_is_kept_also_for_a_person() {
        let mut health = Health::default();
        health.wishes(2_000);
        health.succeeded();
        assert_eq!(health.closed_until(true), 2_000);
        assert_eq!(health.closed_until(false), 2_000);
    }

    #[test]
    fn the_limit_grows_while_all_goes_well_and_halves_on_trouble() {
        let mut limit = Limit::new();
        limit.answered(500, false);
        assert_eq!(limit.value(), 64);
        limit.answered(1_000, false);
        assert_eq!(limit.value(), 64);
        for step in 3..13 {
            limit.answered(step * 500, true);
        }
        assert_eq!(limit.value(), 8);
        limit.answered(6_500, false);
        assert_eq!(limit.value(), 16, "now with care");
    }

    #[test]
    fn the_user_may_allow_less_and_never_more() {
        let mut limit = Limit::new();
        limit.allow(Some(4));
        assert_eq!(limit.value(), 4);
        limit.allow(Some(64));
        assert_eq!(limit.value(), 32, "as it goes");
        limit.allow(None);
        assert_eq!(limit.value(), 32);
    }
}
