//! What the runner does with an answer: for the link, for its host, for the network.

use super::attempt::Answer;
use super::claims::Trust;
use super::ports::{Clock, Network, NetworkError, Random, Store};
use super::results::Step;
use super::retry::{self, LONGEST_WAIT, Outcome, Verdict};
use super::run::Run;
use super::task::Task;
use crate::address::Address;
use crate::address::policy::redirect_allowed;
use crate::model::{Millis, Problem};

/// The pause after a request that failed because too many were open, in milliseconds.
const CROWDED_PAUSE: Millis = 1_000;
/// How often a page is asked for again because too many requests were open.
const CROWDED_TRIES: u8 = 10;

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
        // Perhaps nobody has looked since the network went.
        self.watch_network();
        let away = self.outage.closed(&task);
        let answer = if away {
            retry::without_network(answer)
        } else {
            answer
        };
        self.judge_host(&task, &answer, now);
        let hung = matches!(answer, Answer::TimedOut | Answer::Unplaced);
        if let Answer::Read { began, .. } = &answer {
            task.began = task.began.or(*began);
        }
        let wall = self.engine.clock.now();
        match retry::judge(&task, answer, wall, self.engine.random.next()) {
            Verdict::End(outcome) => {
                let outcome = outcome.or_kept(task.kept.take());
                self.result(task.step(Some(outcome)));
            }
            Verdict::Again { pause } => {
                self.result(task.step(None));
                task.attempts += 1;
                self.try_again(task, now + pause, hung);
            }
            Verdict::Follow(next, outcome) => match Address::parse(&next) {
                Ok(address) if redirect_allowed(&task.stored, &address).is_ok() => {
                    task.followed = true;
                    address.href().clone_into(&mut task.url);
                    address.host().clone_into(&mut task.host);
                    task.kept = Some(outcome);
                    self.again(task, now);
                }
                _ => self.result(task.step(Some(outcome))),
            },
            Verdict::NoNetwork(kept) => {
                if !away {
                    self.begin_outage(now);
                }
                task.kept = kept.or(task.kept);
                if self.outage.excuses(&mut task) {
                    self.again(task, now);
                } else {
                    let outcome = Outcome::failed(Problem::Network).or_kept(task.kept.take());
                    self.result(task.step(Some(outcome)));
                }
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
        let wall = self.engine.clock.now();
        if let Some(wish) = retry::wish_of(answer, wall) {
            let until = now.saturating_add(wish);
            health.wishes(until);
            if retry::is_too_long(wish, task.attempts) {
                health.give_up(until, Problem::RateLimited);
            } else if wish > LONGEST_WAIT {
                self.wishes
                    .insert(task.host.clone(), wall.saturating_add(wish));
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
    pub(super) fn again(&mut self, task: Task, due: Millis) {
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
}
