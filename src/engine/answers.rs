//! What the runner does with an answer: for the link, for its host, for the network.

use std::collections::BTreeSet;

use super::attempt::Answer;
use super::claims::Trust;
use super::flush::Step;
use super::ports::{Clock, Network, NetworkError, Random, Store};
use super::retry::{self, LONGEST_WAIT, Outcome, Verdict};
use super::runner::{Event, Run};
use super::schedule::Task;
use crate::address::Address;
use crate::address::policy::redirect_allowed;
use crate::model::{Millis, Problem};

/// The pause after a request that failed because too many were open, in milliseconds.
const CROWDED_PAUSE: Millis = 1_000;
/// How often a page is asked for again because too many requests were open.
const CROWDED_TRIES: u8 = 10;
/// How often the network is looked at while there is none.
const LOOK: Millis = 1_000;
/// After so long without a network the runner ends: it is called again later.
const LONG: Millis = 20_000;
/// So many different hosts in a row whose names are not found: perhaps there is no network.
const LOST_NAMES: usize = 10;

/// What is known of the network.
#[derive(Default)]
pub(super) struct Outage {
    /// Since when there is no network, or was none the last time that something was asked for.
    since: Option<Millis>,
    /// When to look whether it is back.
    look_at: Option<Millis>,
    /// The hosts whose names were not found since the last answer.
    lost_names: BTreeSet<String>,
    /// Whether lost names were taken for an outage since the last answer.
    suspected: bool,
}

impl Outage {
    pub(super) const fn is_on(&self) -> bool {
        self.look_at.is_some()
    }

    /// Whether the runner should end.
    pub(super) fn is_long(&self, now: Millis) -> bool {
        self.is_on() && self.since.is_some_and(|since| now >= since + LONG)
    }

    pub(super) const fn due(&self) -> Option<Millis> {
        self.look_at
    }

    fn begin(&mut self, now: Millis) {
        self.since.get_or_insert(now);
        self.look_at = Some(now + LOOK);
    }

    /// The network seems to be back.
    const fn end(&mut self) {
        self.look_at = None;
    }

    /// A host answered: the network works.
    fn over(&mut self) {
        *self = Self {
            look_at: self.look_at,
            ..Self::default()
        };
    }

    /// A name was not found; gives whether that is taken for an outage.
    fn lost(&mut self, host: &str) -> bool {
        self.lost_names.insert(host.to_owned());
        let many = self.lost_names.len() >= LOST_NAMES && !self.suspected;
        self.suspected |= many;
        many
    }
}

impl<N: Network, S: Store, C: Clock, R: Random> Run<'_, N, S, C, R> {
    /// Puts a task where it belongs: started soon, claimed later, or given up.
    pub(super) fn queue(&mut self, task: Task) {
        let given_up = self.schedule.is_given_up(&task.host, self.now());
        if let Some(problem) = given_up.filter(|_| !task.urgent) {
            self.end_unasked(&task, problem);
            return;
        }
        let (trust, claimed) = {
            let claims = &self.engine.library.borrow().claims;
            (
                claims.trust(&task.link),
                claims.claimed.contains(&task.link),
            )
        };
        match trust {
            Trust::Normal if claimed => self.schedule.add(task),
            trust => self.backlog.add(task, trust),
        }
    }

    /// When all others are read, and the worker still lives: what was set aside is not read.
    pub(super) fn park(&mut self) {
        let busy = self.loading || self.storing || self.schedule.len() > 0;
        if busy || !self.backlog.is_empty() || !self.results.is_empty() {
            return;
        }
        for task in self.backlog.take_parked() {
            // The others may have told otherwise.
            match self.engine.library.borrow().claims.trust(&task.link) {
                Trust::Parked => self.end_unasked(&task, Problem::Parked),
                trust => self.backlog.add(task, trust),
            }
        }
    }

    pub(super) fn answered(&mut self, mut task: Task, answer: Answer) {
        let now = self.now();
        // Silence without a network says nothing of the host.
        let answer = match answer {
            Answer::TimedOut if self.outage.is_on() => Answer::Failed(NetworkError::Offline),
            answer => answer,
        };
        self.judge_host(&task, &answer, now);
        if let Answer::Read { began, .. } = &answer {
            task.began = task.began.or(*began);
        }
        match retry::judge(&task, answer, now, self.engine.random.next()) {
            Verdict::End(outcome) => {
                let outcome = outcome.or_kept(task.kept.take());
                self.result(task.step(Some(outcome)));
            }
            Verdict::Again { pause } => {
                self.result(task.step(None));
                task.attempts += 1;
                self.again(task, now + pause);
            }
            Verdict::Follow(next, outcome) => match Address::parse(&next) {
                Ok(address) if redirect_allowed(&task.stored, &address).is_ok() => {
                    address.href().clone_into(&mut task.url);
                    address.host().clone_into(&mut task.host);
                    task.kept = Some(outcome);
                    self.again(task, now);
                }
                _ => self.result(task.step(Some(outcome))),
            },
            Verdict::NoNetwork => {
                self.begin_outage(now);
                self.again(task, now);
            }
            Verdict::Crowded => {
                task.crowded += 1;
                if task.crowded < CROWDED_TRIES {
                    self.again(task, now + CROWDED_PAUSE);
                } else {
                    self.result(task.step(Some(Outcome::failed(Problem::Network))));
                }
            }
        }
    }

    /// What an answer says of its host, and of the network.
    fn judge_host(&mut self, task: &Task, answer: &Answer, now: Millis) {
        let works = retry::host_works(answer);
        let late = matches!(answer, Answer::TimedOut);
        let crowded = matches!(answer, Answer::Failed(NetworkError::TooManyInFlight));
        let crowd = crowded || (late && self.schedule.has_answered(&task.host));
        let health = self.schedule.answered(&task.host, now, crowd);
        match works {
            Some(true) => health.succeeded(),
            Some(false) => health.failed(now),
            None => {}
        }
        if let Some(wish) = retry::wish_of(answer, now) {
            let until = now.saturating_add(wish);
            health.wishes(until);
            if retry::is_too_long(wish, task.attempts) {
                health.give_up(until, Problem::RateLimited);
            } else if wish > LONGEST_WAIT {
                self.wishes.insert(task.host.clone(), until);
            }
        }
        let given_up = health.is_given_up(now);
        self.schedule.note_rest(&task.host);
        if let Some(problem) = given_up {
            let mut tasks = self.schedule.give_up(&task.host);
            tasks.extend(self.backlog.give_up(&task.host));
            for task in tasks {
                self.end_unasked(&task, problem);
            }
        }
        match answer {
            Answer::Failed(NetworkError::Dns) if self.outage.lost(&task.host) => {
                self.schedule.forgive();
                self.begin_outage(now);
            }
            Answer::Read { broke, .. } if *broke == Some(Problem::Offline) => {}
            Answer::Read { .. } | Answer::Refused { .. } => self.outage.over(),
            _ => {}
        }
    }

    /// A link whose page is not worth asking for (any more).
    fn end_unasked(&mut self, task: &Task, problem: Problem) {
        let outcome = Outcome::failed(problem).or_kept(task.kept.clone());
        self.result(Step {
            attempts: task.attempts,
            ..task.step(Some(outcome))
        });
    }

    /// Asks once more at a time, if the job goes on.
    fn again(&mut self, task: Task, due: Millis) {
        let given_up = self.schedule.is_given_up(&task.host, self.now());
        if !self.engine.wants(&task) {
            self.let_go(&task);
        } else if let Some(problem) = given_up.filter(|_| !task.urgent) {
            self.end_unasked(&task, problem);
        } else if due > self.now() + LONGEST_WAIT {
            // Nobody is to be suspected of what happens until then.
            let trust = self.engine.library.borrow().claims.trust(&task.link);
            self.release(task.link.clone());
            self.backlog.add(task, trust);
        } else {
            self.schedule.postpone(task, due);
        }
    }

    fn begin_outage(&mut self, now: Millis) {
        if !self.outage.is_on() {
            self.hold(true);
        }
        self.outage.begin(now);
    }

    /// Looks whether the network went or came back.
    pub(super) fn watch_network(&mut self) {
        let now = self.now();
        let online = self.engine.network.is_online();
        match self.outage.due() {
            None if !online => self.begin_outage(now),
            Some(look_at) if now >= look_at => {
                if online {
                    self.outage.end();
                    self.hold(false);
                } else {
                    self.outage.begin(now);
                }
            }
            _ => {}
        }
    }

    /// Holds the jobs because there is no network, or lets them go on.
    pub(super) fn hold(&mut self, offline: bool) {
        self.holding += 1;
        let engine = self.engine;
        self.wait_for(async move { Event::Held(engine.hold_offline(offline).await) });
    }
}
